"""Filled forms in Word: the cells of all tables, with tracked changes taken as accepted."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from typing import IO, Any

from docx import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from lxml import etree

from consultations.imports.filled_form import FilledForm, UnreadableForm
from consultations.imports.tables import Cell, Line, read_tables

_GONE = frozenset(
    qn(name)
    for name in ("w:del", "w:moveFrom", "w:delText", "w:instrText", "w:rPr", "w:pPr", "w:tcPr")
)
_BREAKS = {qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:tab"): "\t", qn("w:noBreakHyphen"): "-"}
_TEXT, _PARAGRAPH, _TABLE = qn("w:t"), qn("w:p"), qn("w:tbl")


def read_docx(stream: IO[bytes]) -> FilledForm:
    """The form in ``stream``."""
    try:
        body = Document(stream).element.body
    except (
        PackageNotFoundError, zipfile.BadZipFile, etree.XMLSyntaxError, KeyError, ValueError
    ) as error:  # fmt: skip
        raise UnreadableForm("damaged") from error
    outside = "\n".join(_text_of(child) for child in body if child.tag == _PARAGRAPH)
    # A form may lie in a table or in a content control; tables inside cells are read by themselves.
    return read_tables(map(_lines, body.iter(_TABLE)), outside=outside)


def _lines(table: Any) -> Iterator[Line]:
    for row in table.iterchildren(qn("w:tr"), qn("w:sdt"), qn("w:ins")):
        for inner in [row] if row.tag == qn("w:tr") else row.iter(qn("w:tr")):
            if inner.find(f"{qn('w:trPr')}/{qn('w:del')}") is None:
                yield list(_cells(inner))


def _cells(row: Any) -> Iterator[Cell]:
    for cell in row.iter(qn("w:tc")):
        # A cell of a table inside this cell belongs to that table.
        if next(cell.iterancestors(qn("w:tr"))) is not row:
            continue
        span = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
        yield Cell(_text_of(cell).strip())
        width = span.get(qn("w:val"), "1") if span is not None else "1"
        for _filler in range(min(int(width) if width.isdecimal() else 1, 60) - 1):
            yield Cell()


def _text_of(element: Any) -> str:
    return "".join(_pieces(element)).replace("\xa0", " ")


def _pieces(element: Any) -> Iterator[str]:
    for child in element:
        if child.tag in _GONE or not isinstance(child.tag, str):
            continue
        if child.tag == _TEXT:
            yield child.text or ""
        elif child.tag in _BREAKS:
            yield _BREAKS[child.tag]
        elif child.tag != _TABLE:
            yield from _pieces(child)
            if child.tag == _PARAGRAPH:
                yield "\n"
