"""The part of the report that tells how the consultation was held: rounds, meetings, council."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from consultations.models import (
    ConsultationMeeting,
    ConsultationRound,
    CouncilOpinion,
    CouncilState,
    ModeDecision,
    Sector,
)
from consultations.models.meetings import people_at
from documents.exports.description import Block, Column, Heading, Paragraph, Row, Table


@dataclass(frozen=True, slots=True)
class RoundFacts:
    """A round with its numbers."""

    round: ConsultationRound
    remark_count: int
    invited_count: int


@dataclass(frozen=True, slots=True)
class Course:
    """What happened besides the stages; the public page tells the same."""

    rounds: Sequence[RoundFacts] = ()
    meetings: Sequence[ConsultationMeeting] = ()
    opinions: Sequence[CouncilOpinion] = ()
    modes: Sequence[ModeDecision] = ()

    @property
    def invited_count(self) -> int:
        """Invitations of all rounds."""
        return sum(row.invited_count for row in self.rounds)


def describe_course(course: Course) -> list[Block]:
    """Blocks under headings of their own, only for what there was."""
    blocks: list[Block] = []
    if len(course.rounds) > 1 or course.invited_count:
        blocks += [Heading(2, _("Tury")), _rounds(course.rounds)]
    if course.modes:
        blocks += [Heading(2, _("Tryb konsultacji")), _modes(course.modes)]
    if course.meetings:
        blocks += [Heading(2, _("Spotkania")), _meetings(course.meetings)]
        blocks += [block for meeting in course.meetings for block in _protocol(meeting)]
    for opinion in course.opinions:
        blocks += _opinion(opinion)
    return blocks


def _rounds(rounds: Sequence[RoundFacts]) -> Table:
    columns = [
        Column("number", _("Tura"), 0.7, "integer"),
        Column("opens_on", _("Początek"), 1.3, "date"),
        Column("closes_on", _("Koniec"), 1.3, "date"),
        Column("version", _("Wersja projektu"), 1, "integer"),
        Column("remarks", _("Uwagi"), 0.9, "integer"),
        Column("invited", _("Zaproszone organizacje"), 1.2, "integer"),
        Column("reason", _("Powód"), 3),
    ]
    rows: list[Row] = [
        (
            row.round.number,
            row.round.opens_on,
            row.round.closes_on,
            row.round.version.number if row.round.version else None,
            row.remark_count,
            row.invited_count,
            _("wycofana") if row.round.withdrawn_at else row.round.reason,
        )
        for row in rounds
    ]
    return Table("rounds", _("Tury konsultacji"), columns, rows)


def _modes(decisions: Sequence[ModeDecision]) -> Table:
    columns = [
        Column("decided_on", _("Data decyzji"), 1.3, "date"),
        Column("mode", _("Tryb"), 2.5),
        Column("decided_by", _("Kto zdecydował"), 2.5),
        Column("basis", _("Podstawa"), 2.5),
        Column("reason", _("Uzasadnienie"), 3),
    ]
    rows: list[Row] = [
        (
            decision.decided_on,
            str(decision.get_mode_display()),
            f"{decision.decided_by} ({decision.get_origin_display()})",
            decision.basis,
            decision.reason,
        )
        for decision in decisions
    ]
    return Table("modes", _("Decyzje o trybie"), columns, rows)


def _meetings(meetings: Sequence[ConsultationMeeting]) -> Table:
    columns = [
        Column("starts_at", _("Kiedy"), 1.6, "datetime"),
        Column("kind", _("Forma"), 1.2),
        Column("title", _("Spotkanie"), 2.6),
        Column("place", _("Miejsce"), 2.2),
        Column("people", _("Osoby"), 0.8, "integer"),
        Column("sectors", _("Sektory"), 2.2),
        Column("remarks", _("Uwagi"), 0.8, "integer"),
    ]
    rows: list[Row] = [
        (
            meeting.starts_at,
            str(meeting.get_kind_display()),
            _("%(title)s (odwołane)") % {"title": meeting.title}
            if meeting.cancelled_at
            else meeting.title,
            meeting.place or _("online"),
            people_at(meeting),
            _sectors(meeting),
            getattr(meeting, "remark_count", 0),
        )
        for meeting in meetings
    ]
    return Table("meetings", _("Spotkania konsultacyjne"), columns, rows)


def _sectors(meeting: ConsultationMeeting) -> str:
    rows = meeting.headcounts.all()
    return ", ".join(f"{Sector(row.sector).label}: {row.people}" for row in rows)


def _protocol(meeting: ConsultationMeeting) -> list[Block]:
    if not meeting.has_protocol:
        return []
    title = _("Protokół: %(title)s") % {"title": meeting.title}
    file = meeting.protocol_file
    texts = [meeting.protocol_text]
    if file:
        texts.append(_("Plik protokołu: %(name)s") % {"name": file.original_name})
    return [Heading(3, title), *(Paragraph(text) for text in texts if text)]


def _opinion(opinion: CouncilOpinion) -> list[Block]:
    lines = [opinion.council_name, _outcome(opinion)]
    if opinion.resolution_number:
        lines.append(_("Uchwała nr %(number)s") % {"number": opinion.resolution_number})
    if opinion.file:
        lines.append(_("Plik opinii: %(name)s") % {"name": opinion.file.original_name})
    texts = ["\n".join(lines), opinion.content]
    return [
        Heading(2, _("Opinia rady działalności pożytku publicznego")),
        *(Paragraph(text) for text in texts if text),
    ]


def _outcome(opinion: CouncilOpinion) -> str:
    if opinion.state == CouncilState.GIVEN and opinion.given_on:
        return _("Opinia %(verdict)s z dnia %(day)s") % {
            "verdict": opinion.get_verdict_display(),
            "day": opinion.given_on.strftime("%d.%m.%Y"),
        }
    return _("%(state)s (termin: %(day)s)") % {
        "state": opinion.get_state_display(),
        "day": opinion.due_on.strftime("%d.%m.%Y"),
    }
