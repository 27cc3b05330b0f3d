"""How a report is laid out on the sheets of a workbook, whatever its format.

The first sheet tells the report (title, headings, text, facts, charts' numbers); each table
has a sheet of its own, so that it can be sorted and filtered.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import ceil

from django.utils.translation import gettext as _

from documents.exports.cells import Cell, canonical, clean_text
from documents.exports.description import (
    Block,
    Chart,
    Column,
    Heading,
    KeyValues,
    Paragraph,
    Report,
    Table,
)

ROWS_PER_SHEET = 1_048_575
"""The most rows under a header that spreadsheet programs can open."""
_MOST_NAME_CHARACTERS = 31
_FORBIDDEN_IN_NAMES = re.compile(r"[\[\]:*?/\\']")


class TooManyRows(ValueError):
    """A spreadsheet cannot hold the table; CSV and JSON can."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the telling sheet."""

    role: str
    """One of title, subtitle, heading, text, fact, header, number, gap."""
    cells: tuple[Cell, ...]


def telling_lines(report: Report) -> Iterator[Line]:
    """The first sheet, line by line."""
    yield Line("title", (clean_text(report.title),))
    if report.subtitle:
        yield Line("subtitle", (clean_text(report.subtitle),))
    yield Line("fact", (_("Wydawca"), clean_text(report.publisher)))
    yield Line("fact", (_("Utworzono"), canonical(report.created_at, "datetime")))
    for block in report.blocks:
        yield from _lines_of(block)
    if report.notice:
        yield Line("gap", ())
        yield Line("text", (clean_text(report.notice),))


def telling_name() -> str:
    """The name of the first sheet."""
    return _("Raport")


def sheet_names(tables: list[Table]) -> list[str]:
    """A name for each table's sheet: allowed, short enough, and unlike the others."""
    taken = {telling_name().casefold()}
    names = []
    for table in tables:
        base = _FORBIDDEN_IN_NAMES.sub(" ", clean_text(table.caption)).strip() or table.key
        base = " ".join(base.split())[:_MOST_NAME_CHARACTERS]
        name, number = base, 2
        while name.casefold() in taken:
            suffix = f" ({number})"
            name, number = base[: _MOST_NAME_CHARACTERS - len(suffix)] + suffix, number + 1
        taken.add(name.casefold())
        names.append(name)
    return names


def numbered_rows(table: Table) -> Iterator[tuple[int, tuple[Cell, ...]]]:
    """The table's rows with their sheet row, counted from 1 under the header."""
    for number, row in enumerate(table.read_rows(), 1):
        if number > ROWS_PER_SHEET:
            raise TooManyRows(table.caption)
        yield number, row


def character_widths(columns: Sequence[Column]) -> list[float]:
    """Widths in characters: relative widths shared out, but no column too narrow to read."""
    total = sum(column.width for column in columns)
    available = max(110, 22 * len(columns))
    least = {"integer": 8, "decimal": 12, "date": 12, "datetime": 18, "text": 10}
    return [
        round(min(70, max(least[column.kind], available * column.width / total)), 1)
        for column in columns
    ]


def lines_of(cells: Sequence[Cell], widths: Sequence[float]) -> int:
    """How many lines the row takes when each cell's text is broken at its column's width.

    Programs disagree on whether they fit rows to their texts when they open a file.
    """
    return max(
        (
            sum(max(1, ceil(len(part) / (width - 1))) for part in cell.split("\n"))
            for cell, width in zip(cells, widths, strict=False)
            if isinstance(cell, str)
        ),
        default=1,
    )


def is_too_precise(number: int | Decimal) -> bool:
    """Whether a spreadsheet, which keeps 15 digits, would change the number."""
    return len(Decimal(number).normalize().as_tuple().digits) > 15


def _lines_of(block: Block) -> Iterator[Line]:
    match block:
        case Heading(_level, text):
            yield Line("gap", ())
            yield Line("heading", (clean_text(text),))
        case Paragraph(text):
            yield Line("text", (clean_text(text),))
        case KeyValues(items):
            for name, value in items:
                yield Line("fact", (clean_text(name), canonical(value, "text")))
        case Chart():
            yield from _chart_lines(block)


def _chart_lines(chart: Chart) -> Iterator[Line]:
    table = chart.as_table("chart", _("Kategoria"))
    yield Line("gap", ())
    yield Line("heading", (clean_text(chart.title),))
    yield Line("text", (clean_text(chart.description),))
    yield Line("header", tuple(clean_text(column.title) for column in table.columns))
    for row in table.read_rows():
        yield Line("number", row)
