"""The description of the jury's protocol, from which every format is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from awards.models import Award, Category, Declaration, Edition, Evaluation, Juror, Meeting
from documents.exports.description import (
    Block,
    Column,
    Heading,
    KeyValues,
    Paragraph,
    Report,
    Signature,
    Table,
)

_CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class CategoryRecord:
    """What happened in one category."""

    category: Category
    ranking: Sequence[Any]
    leanings: Sequence[Any]
    sheets: Sequence[Evaluation]
    votes: Sequence[tuple[Any, int]]


@dataclass(frozen=True, slots=True)
class ProtocolFacts:
    """Everything that the protocol tells."""

    records: Sequence[CategoryRecord]
    jurors: Sequence[Juror]
    conflicts: Sequence[Declaration]
    meetings: Sequence[Meeting]
    tallies: dict[int, dict[str, int]]
    awards: Sequence[Award]
    created_at: datetime
    with_names: bool

    def name_of(self, juror: Juror) -> str:
        """The juror's name, or "Juror 3"."""
        return juror.name if self.with_names else _("Juror %(n)d") % {"n": juror.number}


def describe_protocol(edition: Edition, facts: ProtocolFacts) -> Report:
    """The protocol in the active language."""
    blocks: list[Block] = [*_jury(facts), *_conflicts(facts)]
    for record in facts.records:
        blocks += _category(record, facts)
    blocks += [*_meetings(facts), *_verdict(facts)]
    if facts.with_names:
        blocks += [
            Signature(role=juror.get_role_display(), name=juror.name)
            for juror in facts.jurors
            if juror.is_sitting
        ]
    return Report(
        title=_("Protokół z prac kapituły"),
        subtitle=str(edition),
        language="pl",
        created_at=facts.created_at,
        publisher=edition.competition.public_body.name,
        blocks=blocks,
    )


def _jury(facts: ProtocolFacts) -> list[Block]:
    columns = [
        Column("name", _("Juror"), 3),
        Column("role", _("Rola"), 2),
        Column("act", _("Akt powołania"), 4),
        Column("signed", _("Deklaracja"), 2, "datetime"),
    ]
    rows = [
        (
            facts.name_of(juror),
            juror.get_role_display(),
            juror.appointed_by if facts.with_names else "–",
            juror.signed_at,
        )
        for juror in facts.jurors
    ]
    return [Heading(1, _("Kapituła")), Table("jury", _("Skład kapituły"), columns, rows)]


def _conflicts(facts: ProtocolFacts) -> list[Block]:
    if not facts.conflicts:
        return [Paragraph(_("Nikt nie zgłosił konfliktu interesów."))]
    columns = [
        Column("juror", _("Juror"), 2),
        Column("nomination", _("Zgłoszenie"), 3),
        Column("reason", _("Powiązanie"), 4),
    ]
    rows = [
        (
            facts.name_of(row.juror),
            f"{row.nomination.number}. {row.nomination}",
            row.reason if facts.with_names else "–",
        )
        for row in facts.conflicts
    ]
    return [Table("conflicts", _("Konflikty interesów (wyłączenia)"), columns, rows)]


def _category(record: CategoryRecord, facts: ProtocolFacts) -> list[Block]:
    category = record.category
    blocks: list[Block] = [Heading(1, category.name)]
    if category.without_nomination:
        return [*blocks, Paragraph(_("Laureata wskazuje kapituła, bez zgłoszeń."))]
    if not record.ranking:
        return [*blocks, Paragraph(_("Nie oceniono żadnego zgłoszenia."))]
    blocks += [
        KeyValues(
            [
                (_("O kolejności decyduje"), category.get_ranking_display()),
                (_("Przy równych wynikach"), category.get_tie_rule_display()),
            ]
        ),
        _ranking(record),
        _sheets(record, facts),
        _leanings(record, facts),
    ]
    if record.votes:
        blocks.append(_votes(record))
    return blocks


def _ranking(record: CategoryRecord) -> Table:
    columns = [
        Column("place", _("Miejsce"), 1, "integer"),
        Column("number", _("Nr"), 1, "integer"),
        Column("nominee", _("Kandydat"), 4),
        Column("sheets", _("Oceny"), 1, "integer"),
        Column("raw", _("Średnia (%)"), 1.4, "decimal"),
        Column("levelled", _("Wyrównana (%)"), 1.4, "decimal"),
    ]
    rows = [
        (
            row.place,
            row.nomination.number,
            str(row.nomination),
            row.result.sheets,
            _percent(row.raw_percent),
            _percent(row.levelled_percent),
        )
        for row in record.ranking
    ]
    caption = _("Ranking: %(name)s") % {"name": record.category.name}
    return Table(f"ranking-{record.category.pk}", caption, columns, rows)


def _sheets(record: CategoryRecord, facts: ProtocolFacts) -> Table:
    criteria = list(record.category.criteria.all())
    columns = [
        Column("number", _("Nr"), 0.7, "integer"),
        Column("juror", _("Juror"), 2),
        *(Column(f"c{row.pk}", row.name, 1.2, "integer") for row in criteria),
        Column("why", _("Uzasadnienie"), 4),
    ]
    rows = []
    for sheet in record.sheets:
        points = {score.criterion_id: score.value for score in sheet.scores.all()}
        rows.append(
            (
                sheet.nomination.number,
                facts.name_of(sheet.juror),
                *(points.get(row.pk) for row in criteria),
                sheet.justification if facts.with_names else "–",
            )
        )
    caption = _("Wszystkie oceny: %(name)s") % {"name": record.category.name}
    return Table(f"sheets-{record.category.pk}", caption, columns, rows)


def _leanings(record: CategoryRecord, facts: ProtocolFacts) -> Table:
    columns = [
        Column("juror", _("Juror"), 3),
        Column("sheets", _("Oceny"), 1, "integer"),
        Column("average", _("Średnia (%)"), 1, "decimal"),
        Column("leaning", _("Odchylenie (pkt proc.)"), 1.4, "decimal"),
    ]
    rows = [
        (facts.name_of(row.juror), row.sheets, _percent(row.average), _percent(row.leaning))
        for row in record.leanings
    ]
    caption = _("Surowość jurorów: %(name)s") % {"name": record.category.name}
    return Table(f"leanings-{record.category.pk}", caption, columns, rows)


def _votes(record: CategoryRecord) -> Table:
    columns = [Column("nominee", _("Kandydat"), 4), Column("votes", _("Głosy"), 1, "integer")]
    rows = [(str(nomination), count) for nomination, count in record.votes]
    caption = _("Głosy publiczności: %(name)s") % {"name": record.category.name}
    return Table(f"votes-{record.category.pk}", caption, columns, rows)


def _meetings(facts: ProtocolFacts) -> list[Block]:
    blocks: list[Block] = []
    for meeting in facts.meetings:
        when = date_format(timezone.localtime(meeting.held_at), "DATETIME_FORMAT")
        title = _("Posiedzenie %(when)s, %(place)s") % {"when": when, "place": meeting.place}
        present = ", ".join(facts.name_of(juror) for juror in meeting.present.all())
        blocks += [Heading(1, title), KeyValues([(_("Obecni"), present)])]
        if meeting.minutes:
            blocks.append(Paragraph(meeting.minutes))
        motions = list(meeting.motions.all())
        if motions:
            blocks.append(_motions(meeting, motions, facts))
    return blocks


def _motions(meeting: Meeting, motions: Sequence[Any], facts: ProtocolFacts) -> Table:
    columns = [
        Column("motion", _("Wniosek"), 5),
        Column("for", _("Za"), 1, "integer"),
        Column("against", _("Przeciw"), 1, "integer"),
        Column("abstain", _("Wstrzymało się"), 1, "integer"),
    ]
    rows = [
        (
            motion.text,
            *(facts.tallies[motion.pk][choice] for choice in ("for", "against", "abstain")),
        )
        for motion in motions
    ]
    return Table(f"motions-{meeting.pk}", _("Głosowania"), columns, rows)


def _verdict(facts: ProtocolFacts) -> list[Block]:
    columns = [
        Column("category", _("Kategoria"), 3),
        Column("what", _("Nagroda"), 2),
        Column("who", _("Komu"), 3),
        Column("why", _("Za co"), 5),
    ]
    rows = [
        (award.category.name, award.get_distinction_display(), award.name, award.citation)
        for award in facts.awards
    ]
    return [Heading(1, _("Rozstrzygnięcie")), Table("verdict", _("Laureaci"), columns, rows)]


def _percent(value: float) -> Decimal:
    return Decimal(str(value)).quantize(_CENT)
