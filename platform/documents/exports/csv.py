"""CSV as Polish Excel opens it by double click: semicolons, UTF-8 with BOM, decimal comma.

A report with one table gives a pure table. With several, each stands under its caption,
separated by an empty line.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import BinaryIO

from django.utils.translation import gettext as _

from documents.exports.cells import Cell
from documents.exports.description import Chart, Column, KeyValues, Report, Table

# A spreadsheet takes text that begins so for a formula (CSV injection); full-width forms too.
_DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
# In characters: few calls for short lines, little memory for long ones.
PIECE_LENGTH = 64 * 1024
_PLAIN_NUMBER = re.compile(r"[+-]?\d+([.,]\d+)?")


@dataclass(frozen=True, slots=True)
class Dialect:
    """How the file is laid out."""

    delimiter: str = ";"
    bom: bool = True
    decimal_comma: bool = True


EXCEL_PL = Dialect()
MACHINE = Dialect(delimiter=",", bom=False, decimal_comma=False)


def write(report: Report, stream: BinaryIO, dialect: Dialect = EXCEL_PL) -> None:
    """Write the tables of ``report``; a report without any gives its facts and charts."""
    stream.writelines(csv_parts(report, dialect))


def csv_parts(report: Report, dialect: Dialect = EXCEL_PL) -> Iterator[bytes]:
    """The same piece by piece, for whoever reads along while rows are still being read."""
    if dialect.bom:
        yield codecs.BOM_UTF8
    piece: list[str] = []
    length = 0
    for line in _lines(_tables(report), dialect):
        piece.append(_joined(line, dialect))
        length += len(piece[-1])
        if length >= PIECE_LENGTH:
            yield "".join(piece).encode()
            piece, length = [], 0
    yield "".join(piece).encode()


def neutralised(text: str) -> str:
    """``text`` that no spreadsheet takes for a formula; plain numbers stay as they are."""
    if text.startswith(_DANGEROUS) and not _PLAIN_NUMBER.fullmatch(text):
        return f"'{text}"
    return text


def _tables(report: Report) -> list[Table]:
    if report.tables:
        return report.tables
    facts = [
        item for block in report.blocks if isinstance(block, KeyValues) for item in block.items
    ]
    charts = [block for block in report.blocks if isinstance(block, Chart)]
    tables = [
        chart.as_table(f"chart_{number}", _("Kategoria")) for number, chart in enumerate(charts, 1)
    ]
    if facts or not tables:
        columns = [Column("name", _("Nazwa")), Column("value", _("Wartość"))]
        tables.insert(0, Table("facts", report.title, columns, facts))
    return tables


def _lines(tables: list[Table], dialect: Dialect) -> Iterator[list[str]]:
    for number, table in enumerate(tables):
        if len(tables) > 1:
            if number:
                yield []
            yield [neutralised(table.caption)]
        yield [neutralised(column.title) for column in table.columns]
        for row in table.read_rows():
            yield [_text(cell, dialect) for cell in row]


def _text(cell: Cell, dialect: Dialect) -> str:
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.strftime("%Y-%m-%d %H:%M:%S")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, Decimal):
        return f"{cell:f}".replace(".", ",") if dialect.decimal_comma else f"{cell:f}"
    return str(cell) if isinstance(cell, int) else neutralised(cell)


def _joined(line: list[str], dialect: Dialect) -> str:
    buffer = io.StringIO(newline="")
    csv.writer(buffer, delimiter=dialect.delimiter, lineterminator="\r\n").writerow(line)
    return buffer.getvalue()
