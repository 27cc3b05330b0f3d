"""Filled forms in a spreadsheet. Formulas are never counted; a row with one is shown as wrong."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from typing import IO, Any

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from consultations.imports.filled_form import FilledForm, UnreadableForm
from consultations.imports.tables import Cell, Line, read_tables

# A sheet may claim a million empty rows and sixteen thousand columns.
_FARTHEST_COLUMN, _FARTHEST_ROW = 30, 20_000


def read_xlsx(stream: IO[bytes]) -> FilledForm:
    """The form in ``stream``."""
    try:
        book = load_workbook(stream, read_only=True, data_only=False)
    except (
        InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, TypeError, OSError
    ) as error:  # fmt: skip
        raise UnreadableForm("damaged") from error
    try:
        return read_tables(map(_lines, book.worksheets))
    except (zipfile.BadZipFile, KeyError, ValueError, TypeError, SyntaxError) as error:
        raise UnreadableForm("damaged") from error
    finally:
        book.close()


def _lines(sheet: Any) -> Iterator[Line]:
    for row in sheet.iter_rows(max_col=_FARTHEST_COLUMN, max_row=_FARTHEST_ROW):
        yield [Cell(_text_of(cell.value), cell.data_type == "f") for cell in row]


def _text_of(value: Any) -> str:
    """The cell as a person reads it."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().strftime("%d.%m.%Y")
    if isinstance(value, date):
        return value.strftime("%d.%m.%Y")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).replace("_x000D_", "").replace("\xa0", " ").replace("\r\n", "\n").strip()
