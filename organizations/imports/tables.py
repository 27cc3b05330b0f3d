"""Rows of a CSV or XLSX file, one at a time, however large the file is."""

from __future__ import annotations

import codecs
import csv
import io
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import chain, islice
from typing import IO, Any

from django.utils.translation import gettext as _
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

ISO_LETTERS = b"\xb1\xb6\xbc\xa1\xa6\xac"
WINDOWS_LETTERS = b"\xb9\x9c\x9f\xa5\x8c\x8f"
SAMPLE_BYTES = 256 * 1024
MAX_ROWS = 1_000_000
MAX_COLUMNS = 200
HEADER_SEARCH = 20


class UnreadableTable(Exception):
    """The file holds no table that we can read; the message says why."""


@dataclass(frozen=True, slots=True)
class SourceTable:
    """Column titles, and rows with their numbers as a spreadsheet shows them."""

    headers: list[str]
    rows: Iterator[tuple[int, list[str]]]


def open_table(stream: IO[bytes], kind: str) -> SourceTable:
    """The table in ``stream``; ``kind`` is "csv" or "xlsx"."""
    lines = _xlsx_lines(stream) if kind == "xlsx" else _csv_lines(stream)
    numbered = enumerate(lines, start=1)
    headers, first = _find_headers(numbered)
    return SourceTable(headers, _data_rows(chain(first, numbered), len(headers)))


def _find_headers(
    numbered: Iterator[tuple[int, list[str]]],
) -> tuple[list[str], list[tuple[int, list[str]]]]:
    """Registers often begin with a title; the first line of several cells names the columns."""
    for _number, cells in islice(numbered, HEADER_SEARCH):
        if sum(bool(cell) for cell in cells) >= 2:
            if len(cells) > MAX_COLUMNS:
                raise UnreadableTable(_("Plik ma za dużo kolumn."))
            return _unique_titles(cells), []
    raise UnreadableTable(_("W pliku nie ma tabeli z nagłówkami kolumn."))


def _unique_titles(cells: list[str]) -> list[str]:
    titles: list[str] = []
    for number, cell in enumerate(cells, start=1):
        title = cell or _("kolumna %(number)s") % {"number": number}
        titles.append(title if title not in titles else f"{title} ({number})")
    return titles


def _data_rows(
    lines: Iterable[tuple[int, list[str]]], width: int
) -> Iterator[tuple[int, list[str]]]:
    for count, (number, cells) in enumerate(line for line in lines if any(line[1])):
        if count >= MAX_ROWS:
            raise UnreadableTable(
                _("Plik ma więcej niż %(rows)s wierszy. Podziel go na części.") % {"rows": MAX_ROWS}
            )
        yield number, (cells + [""] * width)[:width]


def _csv_lines(stream: IO[bytes]) -> Iterator[list[str]]:
    encoding = _encoding_of(stream)
    stream.seek(0)
    sample = stream.read(SAMPLE_BYTES).decode(encoding, "replace")
    stream.seek(0)
    text = io.TextIOWrapper(stream, encoding=encoding, errors="replace", newline="")
    # Cells with line breaks are legal; one huge cell means that a quotation mark is missing.
    csv.field_size_limit(1_000_000)
    try:
        for cells in csv.reader(text, delimiter=_delimiter_of(sample)):
            yield [cell.strip() for cell in cells]
    except csv.Error as error:
        raise UnreadableTable(_("Plik CSV jest uszkodzony: brakuje cudzysłowu.")) from error
    finally:
        text.detach()


def _encoding_of(stream: IO[bytes]) -> str:
    """How the file is written; read to its end, for the first "ż" may stand in its last row."""
    stream.seek(0)
    if stream.read(2) in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        return "utf-16"  # what Excel calls "Unicode text"
    stream.seek(0)
    is_utf8 = True
    decoder = codecs.getincrementaldecoder("utf-8")()
    latin = windows = 0
    while piece := stream.read(SAMPLE_BYTES):
        # ą, ś, ź are where the two differ; what is a letter in one is a rare sign in the other.
        latin += sum(piece.count(bytes([code])) for code in ISO_LETTERS)
        windows += sum(piece.count(bytes([code])) for code in WINDOWS_LETTERS)
        try:
            is_utf8 = is_utf8 and decoder.decode(piece) is not None
        except UnicodeDecodeError:
            is_utf8 = False
    if is_utf8:
        return "utf-8-sig"
    return "iso-8859-2" if latin > windows else "cp1250"


def _delimiter_of(text: str) -> str:
    lines = text.splitlines()[:HEADER_SEARCH]
    return max(";,\t|", key=lambda sign: sum(line.count(sign) for line in lines))


def _xlsx_lines(stream: IO[bytes]) -> Iterator[list[str]]:
    try:
        book = load_workbook(stream, read_only=True, data_only=True)
        sheet = book.worksheets[0]
        for cells in sheet.iter_rows(values_only=True):
            yield [_text_of(cell) for cell in cells]
    except (InvalidFileException, zipfile.BadZipFile, KeyError, IndexError, ValueError) as error:
        raise UnreadableTable(_("Nie udało się odczytać arkusza XLSX.")) from error


def _text_of(cell: Any) -> str:
    """The cell as a person reads it; numbers of registers lose Excel's ".0"."""
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()
