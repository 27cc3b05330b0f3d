"""Tables of a Word report: the head as a tree, the rows poured into the saved file."""

from __future__ import annotations

import re
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from typing import Any, BinaryIO
from xml.sax.saxutils import escape

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml import etree

from documents.exports import docx_look
from documents.exports.cells import clean_text, display
from documents.exports.description import Column, Table
from documents.exports.typography import bound

_DOCUMENT = "word/document.xml"
_MARK = re.compile(rb"<\?report-rows (\d+) (\d+)\?>")
_NUMBERS = ("integer", "decimal")
_RIGHT = '<w:jc w:val="right"/>'
_TWIP = 635  # EMU in a twentieth of a point, Word's unit for tables


def add_table(document: Any, table: Table, *, number: int, width: int) -> None:
    """Add the table with its header row; its rows follow when the file is saved."""
    titles = [bound(clean_text(column.title)) for column in table.columns]
    added = document.add_table(rows=1, cols=len(titles), style="Table Grid")
    added.autofit = False
    for cell, title, column in zip(added.rows[0].cells, titles, table.columns, strict=True):
        paragraph = cell.paragraphs[0]
        # By its id: by name each one would search all styles.
        paragraph._p.style = docx_look.CELL_ID
        paragraph.add_run(title).bold = True
        if column.kind in _NUMBERS:
            paragraph.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        _shade(cell)
    for column, share in zip(added.columns, _widths(table.columns, width), strict=True):
        column.width = share * _TWIP
        column.cells[0].width = share * _TWIP
    _repeat(added.rows[0])
    _describe(added, clean_text(table.caption))
    added._tbl.append(etree.ProcessingInstruction("report-rows", f"{number} {width}"))
    document.add_paragraph(style=docx_look.CELL)


def save_with_rows(document: Any, tables: list[Table], language: str, stream: BinaryIO) -> None:
    """Save ``document`` to ``stream`` with the rows of ``tables`` where their marks stand."""
    with tempfile.TemporaryFile() as draft:
        document.save(draft)
        with (
            zipfile.ZipFile(draft) as source,
            zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target,
        ):
            for entry in source.infolist():
                with target.open(entry.filename, "w", force_zip64=True) as part:
                    for piece in _pieces(source.read(entry), tables, language):
                        part.write(piece)


def _pieces(content: bytes, tables: list[Table], language: str) -> Iterator[bytes]:
    position = 0
    for mark in _MARK.finditer(content):
        yield content[position : mark.start()]
        table, width = tables[int(mark.group(1))], int(mark.group(2))
        widths = _widths(table.columns, width)
        for row in table.read_rows():
            texts = [bound(display(cell, language)) for cell in row]
            yield _row(texts, widths, [column.kind in _NUMBERS for column in table.columns])
        position = mark.end()
    yield content[position:]


def _row(texts: list[str], widths: list[int], numbers: list[bool]) -> bytes:
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr><w:p><w:pPr>'
        f'<w:pStyle w:val="{docx_look.CELL_ID}"/>{_RIGHT if number else ""}</w:pPr>'
        f"<w:r>{_runs(text)}</w:r></w:p></w:tc>"
        for text, width, number in zip(texts, widths, numbers, strict=True)
    )
    return f"<w:tr>{cells}</w:tr>".encode()


def _runs(text: str) -> str:
    lines = text.split("\n")
    return "<w:br/>".join(
        "<w:tab/>".join(
            f'<w:t xml:space="preserve">{escape(piece)}</w:t>' for piece in line.split("\t")
        )
        for line in lines
    )


def _widths(columns: Sequence[Column], width: int) -> list[int]:
    """The columns' shares of ``width`` (EMU), in twentieths of a point."""
    total = sum(column.width for column in columns)
    return [int(width / _TWIP * column.width / total) for column in columns]


def _shade(cell: Any) -> None:
    shade = OxmlElement("w:shd")
    shade.set(qn("w:val"), "clear")
    shade.set(qn("w:fill"), "E3ECF4")
    cell._tc.get_or_add_tcPr().append(shade)


def _repeat(row: Any) -> None:
    """The header is repeated on each page and read as a header."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _describe(table: Any, caption: str) -> None:
    """The name that screen readers say."""
    element = OxmlElement("w:tblCaption")
    element.set(qn("w:val"), caption)
    table._tbl.tblPr.append(element)
