"""XLSX by XlsxWriter in constant memory: rows go to disk as they are read."""

from __future__ import annotations

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
    numbered_rows,
    sheet_names,
    telling_lines,
    telling_name,
)

MOST_CHARACTERS = 32_767
"""What Excel can hold in one cell."""

# XlsxWriter reads these as wishes to make formulas, links and numbers out of text; never here.
_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
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
    sheet.set_column(0, 0, 40)
    sheet.set_column(1, 8, 30)
    for row, line in enumerate(telling_lines(report)):
        for column, cell in enumerate(line.cells):
            _write_cell(sheet, row, column, cell, looks=looks, text_look=_look(line, column))


def _look(line: Line, column: int) -> str:
    if line.role in ("fact", "number"):
        return "text" if column else "name"
    return line.role


def _write_table(sheet: Any, table: Table, looks: dict[str, Any]) -> None:
    for column, width in enumerate(character_widths(table.columns)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, clean_text(table.columns[column].title), looks["header"])
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    if table.is_wide:
        sheet.set_landscape()
    last = 0
    for last, row in numbered_rows(table):
        for column, cell in enumerate(row):
            _write_cell(sheet, last, column, cell, looks=looks, text_look="text")
    sheet.autofilter(0, 0, last, len(table.columns) - 1)


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
