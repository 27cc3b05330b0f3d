"""The description of the report, from which PDF, DOCX, ODS, CSV and JSON are written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.utils.translation import gettext as _

from documents.exports.description import (
    Block,
    Chart,
    Column,
    Heading,
    KeyValues,
    Paragraph,
    Report,
    Signature,
    Table,
    Value,
)
from quality_index.models import Action, Assessment

EU_NOTICE = (
    "Projekt współfinansowany ze środków Unii Europejskiej w ramach Europejskiego Funduszu "
    "Społecznego"
)


@dataclass(frozen=True, slots=True)
class IndicatorLine:
    """One indicator as a line of a table; levels of sides are means, None where there are none."""

    plane: str
    area: str
    area_key: str
    key: str
    name: str
    weight: Decimal
    value: int | None
    not_applicable: bool
    administration: Decimal | None
    ngo: Decimal | None
    reasons: str
    dissent: str


@dataclass(frozen=True, slots=True)
class ReportFacts:
    """What the report needs besides the assessment."""

    language: str
    created_at: datetime
    sentences: Sequence[str]
    charts: Sequence[Chart]
    total: Decimal | None
    planes: Sequence[tuple[str, Decimal | None]]
    areas: Sequence[tuple[str, Decimal | None, Decimal | None]]
    lines: Sequence[IndicatorLine]
    advice: Sequence[tuple[str, int, str]]
    actions: Sequence[Action]
    members: Sequence[tuple[str, int]]


def describe_report(assessment: Assessment, facts: ReportFacts) -> Report:
    """The report in the active language."""
    blocks: list[Block] = []
    if not assessment.is_public:
        blocks.append(Paragraph(_("Wersja robocza. Wynik nie jest jeszcze opublikowany.")))
    blocks += [Heading(1, _("Najważniejsze"))]
    blocks += [Paragraph(" ".join(facts.sentences))]
    blocks += _numbers(assessment, facts)
    blocks += [Heading(1, _("Wykresy")), *facts.charts]
    blocks += _indicators(facts)
    blocks += _plan(facts)
    blocks += [Heading(1, _("Jak policzono indeks")), Paragraph(_method())]
    blocks.append(Signature(role=_("koordynator oceny"), name=str(assessment.coordinator or "")))
    return Report(
        title=_("Lokalny Indeks Jakości Współpracy"),
        subtitle=_("%(body)s, rok %(year)s") % {"body": assessment.body, "year": assessment.year},
        language=facts.language,
        created_at=facts.created_at,
        publisher=assessment.body.name,
        blocks=blocks,
        notice=EU_NOTICE,
    )


def _numbers(assessment: Assessment, facts: ReportFacts) -> list[Block]:
    columns = [
        Column("part", _("Obszar"), 4),
        Column("points", _("Punkty"), 1, "decimal"),
        Column("target", _("Poziom docelowy"), 1, "decimal"),
    ]
    items: list[tuple[str, Value]] = [(_("Indeks (0–100)"), facts.total), *facts.planes]
    items += [(_("Kwestionariusz"), str(assessment.version))]
    items += [(_("Oddane oceny: %(group)s") % {"group": name}, n) for name, n in facts.members]
    return [
        KeyValues(items),
        Table("areas", _("Obszary"), columns, list(facts.areas)),
    ]


def _indicators(facts: ReportFacts) -> list[Block]:
    columns = [
        Column("area", _("Obszar"), 2),
        Column("key", _("Klucz"), 1.4),
        Column("indicator", _("Wskaźnik"), 2.4),
        Column("value", _("Uzgodniono"), 1, "integer"),
        Column("administration", _("Administracja"), 1, "decimal"),
        Column("ngo", _("Organizacje"), 1, "decimal"),
        Column("reasons", _("Uzasadnienie"), 4),
        Column("dissent", _("Zdanie odrębne"), 2.5),
    ]
    rows = [
        (
            line.area,
            line.key,
            line.name,
            line.value if line.value is not None else None,
            line.administration,
            line.ngo,
            (_("Nie dotyczy.") + " " if line.not_applicable else "") + line.reasons,
            line.dissent,
        )
        for line in facts.lines
    ]
    return [
        Heading(1, _("Wskaźniki")),
        Table("indicators", _("Wszystkie wskaźniki"), columns, rows),
    ]


def _plan(facts: ReportFacts) -> list[Block]:
    blocks: list[Block] = [Heading(1, _("Plan naprawczy"))]
    if facts.actions:
        columns = [
            Column("action", _("Działanie"), 4),
            Column("indicator", _("Wskaźnik"), 2),
            Column("owner", _("Kto odpowiada"), 2),
            Column("due", _("Termin"), 1.2, "date"),
            Column("status", _("Stan"), 1.2),
            Column("outcome", _("Co się zmieniło"), 3),
        ]
        rows = [
            (
                row.title,
                row.indicator.label if row.indicator else "",
                row.owner_name,
                row.due_on,
                str(row.get_status_display()),
                row.outcome,
            )
            for row in facts.actions
        ]
        blocks.append(Table("plan", _("Działania"), columns, rows))
    else:
        blocks.append(Paragraph(_("Planu jeszcze nie ustalono.")))
    if facts.advice:
        columns = [
            Column("indicator", _("Wskaźnik"), 2),
            Column("value", _("Poziom"), 0.7, "integer"),
            Column("advice", _("Zalecenie"), 5),
        ]
        blocks.append(Table("advice", _("Zalecenia do niskich ocen"), columns, list(facts.advice)))
    return blocks


def _method() -> str:
    return _(
        "Każdy wskaźnik ma poziom od 0 do 4. Obszar to średnia ważona jego wskaźników, "
        "płaszczyzna to średnia ważona obszarów, a indeks to średnia ważona płaszczyzn, wszystko "
        "w punktach od 0 do 100. Wskaźniki, które nie dotyczą urzędu, są pomijane. Zaokrągla się "
        "raz, na końcu, do jednej dziesiątej."
    )
