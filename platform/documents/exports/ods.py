"""ODS written as a stream.

The writers on the package index build the whole document as a tree first; ten thousand
remarks then take hundreds of megabytes. An ODS file is a ZIP with one long XML file, which
lxml writes piece by piece.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Any, BinaryIO

from django.utils import timezone
from lxml import etree

from documents.exports import odf
from documents.exports.cells import Cell, clean_text, display
from documents.exports.description import Report, Table
from documents.exports.sheets import (
    ROWS_PER_SHEET,
    Line,
    character_widths,
    is_too_precise,
    numbered_rows,
    sheet_names,
    telling_lines,
    telling_name,
)

MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet"
_SPACES = re.compile(r"\t| {2,}|^ | $")


def write(report: Report, stream: BinaryIO) -> None:
    """Write ``report`` as a spreadsheet: a telling sheet, then a sheet for each table."""
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        # First and unpacked, so that programs know the format from the first bytes.
        package.writestr("mimetype", MIMETYPE, compress_type=zipfile.ZIP_STORED)
        package.writestr("META-INF/manifest.xml", odf.manifest(MIMETYPE))
        package.writestr("meta.xml", odf.meta(report))
        package.writestr("styles.xml", odf.styles(report.language))
        package.writestr("settings.xml", odf.settings(sheet_names(report.tables)))
        with package.open("content.xml", "w", force_zip64=True) as content:
            _write_content(report, content)


def _write_content(report: Report, stream: Any) -> None:
    root = odf.name("office:document-content")
    with etree.xmlfile(stream, encoding="UTF-8") as xml:
        xml.write_declaration()
        with xml.element(root, nsmap=odf.NAMESPACES, attrib={odf.name("office:version"): "1.3"}):
            columns = _write_styles(xml, report.tables)
            with (
                xml.element(odf.name("office:body")),
                xml.element(odf.name("office:spreadsheet")),
            ):
                _write_telling(xml, report)
                names = sheet_names(report.tables)
                for table, sheet, styles in zip(report.tables, names, columns, strict=True):
                    _write_table(xml, table, sheet, styles, report.language)
                _write_filters(xml, report.tables, names)


def _write_styles(xml: Any, tables: list[Table]) -> list[list[str]]:
    """Write all styles; return the column style names of each table."""
    wrapper = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in odf.NAMESPACES.items())
    fixed = etree.fromstring(f"<styles {wrapper}>{odf.automatic_styles()}</styles>")
    names: list[list[str]] = []
    with xml.element(odf.name("office:automatic-styles")):
        for style in fixed:
            xml.write(style)
        xml.write(_column_style("telling-0", 40))
        xml.write(_column_style("telling-1", 60))
        for number, table in enumerate(tables):
            widths = character_widths(table.columns)
            names.append([f"t{number}c{position}" for position in range(len(widths))])
            for style_name, width in zip(names[-1], widths, strict=True):
                xml.write(_column_style(style_name, width))
    return names


def _column_style(style_name: str, characters: float) -> Any:
    style = etree.Element(odf.name("style:style"))
    style.set(odf.name("style:name"), style_name)
    style.set(odf.name("style:family"), "table-column")
    properties = etree.SubElement(style, odf.name("style:table-column-properties"))
    properties.set(odf.name("style:column-width"), f"{characters * 2:.0f}mm")
    return style


def _write_telling(xml: Any, report: Report) -> None:
    with xml.element(odf.name("table:table"), {odf.name("table:name"): telling_name()}):
        _write_columns(xml, ["telling-0"] + ["telling-1"] * 8)
        for line in telling_lines(report):
            _write_row(xml, line.cells, report.language, _looks(line))


def _looks(line: Line) -> list[str]:
    if line.role in ("fact", "number"):
        return ["name"] + ["text"] * len(line.cells)
    look = "text" if line.role in ("subtitle", "gap") else line.role
    return [look] * len(line.cells)


def _write_table(
    xml: Any, table: Table, sheet: str, column_styles: list[str], language: str
) -> None:
    with xml.element(odf.name("table:table"), {odf.name("table:name"): sheet}):
        _write_columns(xml, column_styles)
        titles = [clean_text(column.title) for column in table.columns]
        with xml.element(odf.name("table:table-header-rows")):
            _write_row(xml, titles, language, ["header"] * len(titles))
        looks = ["text"] * len(titles)
        for _number, row in numbered_rows(table):
            _write_row(xml, row, language, looks)


def _write_columns(xml: Any, styles: list[str]) -> None:
    for style in styles:
        xml.write(
            etree.Element(odf.name("table:table-column"), {odf.name("table:style-name"): style})
        )


def _write_filters(xml: Any, tables: list[Table], names: list[str]) -> None:
    """Filter buttons over each table's header."""
    if not tables:
        return
    with xml.element(odf.name("table:database-ranges")):
        for number, (table, sheet) in enumerate(zip(tables, names, strict=True)):
            last = _column_letters(len(table.columns))
            address = f"'{sheet}'.A1:'{sheet}'.{last}{ROWS_PER_SHEET + 1}"
            attributes = {
                "table:name": f"filter-{number}",
                "table:target-range-address": address,
                "table:display-filter-buttons": "true",
            }
            xml.write(
                etree.Element(
                    odf.name("table:database-range"),
                    {odf.name(key): value for key, value in attributes.items()},
                )
            )


def _column_letters(number: int) -> str:
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _write_row(xml: Any, cells: Iterable[Cell], language: str, looks: list[str]) -> None:
    row = etree.Element(odf.name("table:table-row"))
    for cell, look in zip(cells, looks, strict=False):
        row.append(_cell(cell, language, look))
    xml.write(row)


def _cell(cell: Cell, language: str, look: str) -> Any:
    element = etree.Element(odf.name("table:table-cell"))
    if cell is None:
        return element
    kind, attribute, value = _typed(cell)
    element.set(odf.name("office:value-type"), kind)
    if attribute:
        element.set(odf.name(attribute), value)
    element.set(
        odf.name("table:style-name"),
        {"date": "datetime" if isinstance(cell, datetime) else "date"}.get(kind, look),
    )
    for line in display(cell, language).split("\n"):
        element.append(_paragraph(line))
    return element


def _typed(cell: Cell) -> tuple[str, str, str]:
    """Value type, the attribute that carries the value, and the value."""
    if isinstance(cell, datetime):
        moment = timezone.make_naive(cell) if timezone.is_aware(cell) else cell
        return "date", "office:date-value", moment.isoformat(timespec="seconds")
    if isinstance(cell, date):
        return "date", "office:date-value", cell.isoformat()
    if isinstance(cell, int | Decimal) and not is_too_precise(cell):
        return "float", "office:value", f"{cell:f}" if isinstance(cell, Decimal) else str(cell)
    return "string", "", ""


def _paragraph(line: str) -> Any:
    """A line of text; runs of blanks, which XML readers would join, are named."""
    paragraph = etree.Element(odf.name("text:p"))
    position = 0
    last: Any = None
    for run in _SPACES.finditer(line):
        _append(paragraph, last, line[position : run.start()])
        tag = "text:tab" if run.group() == "\t" else "text:s"
        last = etree.SubElement(paragraph, odf.name(tag))
        if tag == "text:s":
            last.set(odf.name("text:c"), str(len(run.group())))
        position = run.end()
    _append(paragraph, last, line[position:])
    return paragraph


def _append(paragraph: Any, last: Any, text: str) -> None:
    if last is None:
        paragraph.text = text
    else:
        last.tail = text
