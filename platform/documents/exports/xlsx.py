"""XLSX by XlsxWriter in constant memory: rows go to disk as they are read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any, BinaryIO

import xlsxwriter
from django.utils import timezone
from django.utils.translation import gettext as _

from documents.exports.cells import Cell, clean_text
from documents.exports.description import Report, Table
from documents.exports.sheets import (
    Line,
    character_widths,
    is_too_precise,
    lines_of,
    numbered_rows,
    sheet_names,
    telling_lines,
    telling_name,
)

MOST_CHARACTERS = 32_767
"""What Excel can hold in one cell."""

MOST_POINTS = 409
"""The highest row in Excel."""

# XlsxWriter reads these as wishes to make formulas, links and numbers out of text; never here.
_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_TELLING_WIDTHS = (40, 30, 30)
# Roles whose one text runs over all columns, with the height of a line in points.
_RUNNING = {"title": 21, "subtitle": 16, "text": 15}
_HEADER = {"bold": True, "text_wrap": True, "bg_color": "#E3ECF4", "border": 1, "valign": "top"}
_LOOKS: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 16, "text_wrap": True},
    "subtitle": {"font_size": 12, "text_wrap": True},
    "heading": {"bold": True, "font_size": 12},
    "text": {"text_wrap": True, "valign": "top"},
    "name": {"bold": True, "text_wrap": True, "valign": "top"},
    "header": _HEADER,
    "integer": {"num_format": "#,##0", "valign": "top"},
    "decimal": {"num_format": "General", "valign": "top"},
    "date": {"num_format": "dd.mm.yyyy", "valign": "top", "align": "left"},
    "datetime": {"num_format": "dd.mm.yyyy hh:mm", "valign": "top", "align": "left"},
}


def write(report: Report, stream: BinaryIO) -> None:
    """Write ``report`` as a workbook: a telling sheet, then a sheet for each table."""
    workbook = xlsxwriter.Workbook(stream, _OPTIONS)
    workbook.set_properties(
        {
            "title": clean_text(report.title),
            "author": clean_text(report.publisher),
            "created": report.created_at.replace(tzinfo=None),
        }
    )
    looks = {name: workbook.add_format(look) for name, look in _LOOKS.items()}
    _write_telling(workbook.add_worksheet(telling_name()), report, looks)
    for table, name in zip(report.tables, sheet_names(report.tables), strict=True):
        _write_table(workbook.add_worksheet(name), table, looks)
    workbook.close()


def _write_telling(sheet: Any, report: Report, looks: dict[str, Any]) -> None:
    for column, width in enumerate(_TELLING_WIDTHS):
        sheet.set_column(column, column, width)
    _set_paper(sheet)
    for row, line in enumerate(telling_lines(report)):
        is_running = len(line.cells) == 1 and line.role in _RUNNING
        widths = [sum(_TELLING_WIDTHS)] if is_running else _TELLING_WIDTHS
        _set_height(sheet, row, line.cells, widths, points=_RUNNING.get(line.role, 15))
        if is_running:
            sheet.merge_range(row, 0, row, len(_TELLING_WIDTHS) - 1, "", looks[line.role])
        for column, cell in enumerate(line.cells):
            _write_cell(sheet, row, column, cell, looks=looks, text_look=_look(line, column))


def _look(line: Line, column: int) -> str:
    if line.role in ("fact", "number"):
        return "text" if column else "name"
    return line.role


def _write_table(sheet: Any, table: Table, looks: dict[str, Any]) -> None:
    widths = character_widths(table.columns)
    _set_height(sheet, 0, [column.title for column in table.columns], widths)
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, clean_text(table.columns[column].title), looks["header"])
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    _set_paper(sheet)
    if table.is_wide:
        sheet.set_landscape()
    last = 0
    for last, row in numbered_rows(table):
        _set_height(sheet, last, row, widths)
        for column, cell in enumerate(row):
            _write_cell(sheet, last, column, cell, looks=looks, text_look="text")
    sheet.autofilter(0, 0, last, len(table.columns) - 1)


def _set_paper(sheet: Any) -> None:
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)


def _set_height(
    sheet: Any, row: int, cells: Sequence[Cell], widths: Sequence[float], points: float = 15
) -> None:
    lines = lines_of(cells, widths)
    if lines > 1:
        sheet.set_row(row, min(MOST_POINTS, lines * points))


def _write_cell(
    sheet: Any, row: int, column: int, cell: Cell, *, looks: dict[str, Any], text_look: str
) -> None:
    if cell is None:
        return
    if isinstance(cell, datetime):
        moment = timezone.make_naive(cell) if timezone.is_aware(cell) else cell
        sheet.write_datetime(row, column, moment, looks["datetime"])
    elif isinstance(cell, date):
        sheet.write_datetime(row, column, cell, looks["date"])
    elif isinstance(cell, int | Decimal) and not is_too_precise(cell):
        look = looks["integer" if isinstance(cell, int) else "decimal"]
        sheet.write_number(row, column, cell, look)
    else:
        sheet.write_string(row, column, _fitting(str(cell)), looks[text_look])


def _fitting(text: str) -> str:
    if len(text) <= MOST_CHARACTERS:
        return text
    note = _("[…] Arkusz nie mieści całego tekstu; jest on w raporcie PDF i DOCX.")
    return text[: MOST_CHARACTERS - len(note) - 1] + "\n" + note
