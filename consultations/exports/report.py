"""The description of the "raport z konsultacji", from which every format is written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consultations.exports.report_course import Course, describe_course
from consultations.exports.report_numbers import ReportNumbers, describe_numbers
from consultations.models import Consultation, Remark, Stage, StageChange
from documents.exports.cells import display
from documents.exports.description import (
    Block,
    Column,
    Heading,
    KeyValues,
    Paragraph,
    Report,
    Row,
    Signature,
    Table,
)


@dataclass(frozen=True, slots=True)
class ReportFacts:
    """What the report needs besides the consultation; ``remarks`` starts anew at each call."""

    remarks: Callable[[], Iterable[Remark]]
    numbers: ReportNumbers
    stage_changes: list[StageChange]
    is_final: bool
    created_at: datetime
    author_of: Callable[[Remark], str]
    survey_blocks: Sequence[Block] = ()
    notice: str = ""
    course: Course = field(default_factory=Course)


def describe_report(consultation: Consultation, facts: ReportFacts) -> Report:
    """The report in the active language."""
    blocks: list[Block] = []
    if not facts.is_final:
        blocks.append(Paragraph(_("Wersja robocza. Stanowiska mogą się jeszcze zmienić.")))
    blocks += _about(consultation)
    blocks += _course(facts)
    blocks += describe_course(facts.course)
    blocks += describe_numbers(facts.numbers)
    blocks += facts.survey_blocks
    blocks += _remarks_table(facts)
    # Whoever signs, signs a sentence: a signature must not stand alone on the last page.
    blocks.append(Paragraph(_closing(facts.numbers.total)))
    blocks.append(Signature(role=consultation.unit, name=""))
    return Report(
        title=_("Raport z konsultacji"),
        subtitle=consultation.title,
        language="pl",
        created_at=facts.created_at,
        publisher=consultation.public_body.name,
        blocks=blocks,
        notice=facts.notice,
    )


def _about(consultation: Consultation) -> list[Block]:
    contact = ", ".join(
        filter(
            None,
            [consultation.contact_name, consultation.contact_email, consultation.contact_phone],
        )
    )
    return [
        Heading(1, _("O konsultacjach")),
        Paragraph(consultation.summary),
        KeyValues(
            [
                (_("Przedmiot"), consultation.get_kind_display()),
                (_("Prowadzący"), f"{consultation.public_body.name}, {consultation.unit}"),
                (_("Podstawa prawna"), consultation.legal_basis),
                (_("Tryb"), consultation.get_mode_display()),
                (_("Początek"), consultation.opens_on),
                (_("Koniec"), consultation.closes_on),
                (_("Kontakt"), contact),
            ]
        ),
    ]


def _course(facts: ReportFacts) -> list[Block]:
    columns = [
        Column("when", _("Kiedy"), width=2, kind="datetime"),
        Column("what", _("Co się stało"), width=3),
        Column("why", _("Powód"), width=4),
    ]
    rows = [(change.changed_at, _step(change), change.reason) for change in facts.stage_changes]
    return [
        Heading(1, _("Przebieg")),
        Table("course", _("Etapy konsultacji"), columns, rows),
    ]


def _step(change: StageChange) -> str:
    if change.source == change.target:
        return _("Przedłużono termin")
    return str(Stage(change.target).label)


def _closing(count: int) -> str:
    if not count:
        return _("Na tym raport zakończono.")
    return ngettext(
        "Na tym raport zakończono. Zestawienie zawiera %(count)s uwagę.",
        "Na tym raport zakończono. Zestawienie zawiera %(count)s uwag.",
        count,
    ) % {"count": display(count, "pl")}


def _remarks_table(facts: ReportFacts) -> list[Block]:
    if not facts.numbers.total:
        return [
            Heading(1, _("Zestawienie uwag")),
            Paragraph(_("W wyznaczonym terminie nie zgłoszono żadnej uwagi.")),
        ]
    columns = [
        Column("number", _("Lp."), 0.6, "integer"),
        Column("remark_number", _("Nr uwagi"), 1, "integer"),
        Column("provision", _("Jednostka redakcyjna"), 1.6),
        Column("submitter", _("Zgłaszający"), 2),
        Column("remark", _("Treść uwagi"), 4),
        Column("wording", _("Proponowane brzmienie"), 3),
        Column("position", _("Stanowisko"), 1.6),
        Column("reasons", _("Uzasadnienie stanowiska"), 4),
    ]

    has_rounds = len(facts.course.rounds) > 1
    if has_rounds:
        columns.insert(2, Column("round", _("Tura"), 0.7, "integer"))

    def rows() -> Iterable[Row]:
        for ordinal, remark in enumerate(facts.remarks(), 1):
            number, ours, *rest = _remark_row(ordinal, remark, facts.author_of(remark))
            yield (number, ours, *([remark.round_number] if has_rounds else []), *rest)

    return [
        Heading(1, _("Zestawienie uwag")),
        Table("remarks", _("Zestawienie uwag"), columns, rows),
    ]


def _remark_row(ordinal: int, remark: Remark, author: str) -> Row:
    position = getattr(remark, "position", None)
    text = remark.text
    if remark.justification:
        text = f"{text}\n\n{_('Uzasadnienie zgłaszającego:')} {remark.justification}"
    return (
        ordinal,
        remark.number,
        remark.provision.citation if remark.provision else _("całość projektu"),
        author,
        text,
        remark.proposed_wording,
        str(position.get_verdict_display()) if position else _("brak stanowiska"),
        position.reasons if position else "",
    )
