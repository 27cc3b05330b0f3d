"""The description of a report on results, from which every format is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from documents.exports import (
    Block,
    Chart,
    Column,
    Heading,
    KeyValues,
    Paragraph,
    Report,
    Series,
    Table,
)
from surveys.domain.comparing import Editions
from surveys.domain.crossing import CrossTable
from surveys.domain.results import PartResult, QuestionResult, ResultRow, Results


@dataclass(frozen=True, slots=True)
class ReportParts:
    """What the report says besides the frequencies."""

    created_at: datetime
    publisher: str
    hidden_note: str
    crosses: Sequence[tuple[str, Sequence[CrossTable]]] = ()
    editions: Editions | None = None
    notice: str = ""


def describe_results(results: Results, parts: ReportParts) -> Report:
    """The report in the active language."""
    survey = results.survey
    blocks: list[Block] = [
        Heading(1, _("O ankiecie")),
        *([Paragraph(survey.version.said("introduction"))] if survey.version.introduction else []),
        KeyValues(
            [
                (_("Początek"), survey.opens_at),
                (_("Koniec"), survey.closes_at),
                (_("Liczba odpowiedzi"), results.total),
            ]
        ),
    ]
    if survey.conclusions:
        blocks += [Heading(1, _("Wnioski")), Paragraph(survey.conclusions)]
    blocks += [Heading(1, _("Wyniki")), Paragraph(parts.hidden_note)]
    blocks += frequency_blocks(results)
    blocks += _cross_blocks(parts.crosses)
    blocks += _comparison_blocks(parts.editions)
    return Report(
        title=_("Wyniki ankiety"),
        subtitle=survey.title,
        language=(get_language() or "pl")[:2],
        created_at=parts.created_at,
        publisher=parts.publisher,
        blocks=blocks,
        notice=parts.notice,
    )


def frequency_blocks(results: Results, prefix: str = "") -> list[Block]:
    """Each question with its table and chart; callers that have a report of their own join it."""
    blocks: list[Block] = []
    for number, result in enumerate(results.questions, 1):
        blocks.append(Heading(2, f"{number}. {result.text}"))
        if result.is_withheld:
            blocks.append(
                Paragraph(_("Wynik pominięty: zdradzałby liczbę ukrytą w innym pytaniu."))
            )
        for part in result.parts:
            blocks += _part_blocks(result, part, f"{prefix}q{number}_{part.key}")
    return blocks


def chart_of(result: QuestionResult, part: PartResult) -> Chart | None:
    """Bars of the numbers that are shown."""
    shown = part.shown_rows
    if not shown or not any(row.count for row in shown):
        return None
    return Chart(
        kind="bar",
        title=part.title,
        description=_("Liczba odpowiedzi."),
        categories=[row.label for row in shown],
        series=[Series(_("Odpowiedzi"), [row.count or 0 for row in shown])],
    )


def _part_blocks(result: QuestionResult, part: PartResult, key: str) -> list[Block]:
    if part.answered is None:
        return [Paragraph(_("Mniej niż 5 odpowiedzi."))]
    blocks: list[Block] = []
    facts: list[tuple[str, str | int | float]] = [(_("Liczba odpowiedzi"), part.answered)]
    if part.average is not None:
        facts.append((_("Średnia"), part.average))
    if part.middle is not None:
        facts.append((_("Mediana"), part.middle))
    facts += [(_("Średnie miejsce: %(what)s") % {"what": what}, n) for what, n in part.places]
    blocks.append(KeyValues(facts))
    if part.rows:
        blocks.append(_frequencies(key, part.title, part.rows))
        chart = chart_of(result, part)
        if chart is not None:
            blocks.append(chart)
    if part.tags:
        blocks.append(_frequencies(f"{key}_tags", _("Wątki odpowiedzi otwartych"), part.tags))
    return blocks


def _frequencies(key: str, caption: str, rows: Sequence[ResultRow]) -> Table:
    columns = [
        Column("answer", _("Odpowiedź"), 4),
        Column("count", _("Liczba"), 1, "integer"),
        Column("percent", _("Procent"), 1, "decimal"),
    ]
    values = [(row.label, row.count, row.percent) for row in rows]
    return Table(key, caption, columns, values)


def _cross_blocks(crosses: Sequence[tuple[str, Sequence[CrossTable]]]) -> list[Block]:
    blocks: list[Block] = []
    for name, tables in crosses:
        if not tables:
            continue
        if not blocks:
            blocks.append(Heading(1, _("Porównanie grup")))
        blocks.append(Heading(2, name))
        blocks += [_cross(f"x{len(blocks)}_{n}", table) for n, table in enumerate(tables)]
    return blocks


def _cross(key: str, table: CrossTable) -> Table:
    columns = [
        Column("group", table.fact, 3),
        Column("size", _("Odpowiedzi"), 1, "integer"),
        *(Column(f"c{n}", title, 2, "integer") for n, title in enumerate(table.columns)),
    ]
    rows = [(row.label, row.size, *(cell.count for cell in row.cells)) for row in table.rows]
    return Table(key, f"{table.title} – {table.fact}", columns, rows)


def _comparison_blocks(editions: Editions | None) -> list[Block]:
    if editions is None or not editions.comparisons:
        return []
    blocks: list[Block] = [
        Heading(1, _("Porównanie edycji")),
        Paragraph(_("Odsetek odpowiadających, w procentach.")),
    ]
    titles = [survey.title for survey in editions.surveys]
    for number, comparison in enumerate(editions.comparisons):
        columns = [
            Column("answer", _("Odpowiedź"), 3),
            *(Column(f"e{n}", title, 2, "decimal") for n, title in enumerate(titles)),
        ]
        rows = [(label, *values) for label, values in comparison.rows]
        blocks.append(Table(f"comparison_{number}", comparison.title, columns, rows))
    return blocks
