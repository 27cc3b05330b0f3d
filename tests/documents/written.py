"""Writing reports in tests and reading tables back with readers that are not ours."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import docx
import openpyxl
from lxml import etree

from documents.exports import Report, write_report

NS = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
}


def written(report: Report, format: str) -> bytes:
    """The report in ``format``."""
    stream = io.BytesIO()
    write_report(report, format, stream)
    return stream.getvalue()


def xlsx_table(content: bytes, sheet: str) -> list[list[Any]]:
    """Header and rows of a sheet, read by openpyxl."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    return [list(row) for row in book[sheet].iter_rows(values_only=True)]


def ods_table(content: bytes, sheet: str) -> list[list[Any]]:
    """Header and rows of a sheet, read from the XML of the package."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        root = etree.fromstring(package.read("content.xml"))
    (table,) = root.xpath("//table:table[@table:name=$name]", name=sheet, namespaces=NS)
    return [
        [_ods_value(cell) for cell in row.iterfind("table:table-cell", NS)]
        for row in table.iter(f"{{{NS['table']}}}table-row")
    ]


def docx_table(content: bytes, number: int) -> list[list[str]]:
    """Texts of a table, read by python-docx."""
    table = docx.Document(io.BytesIO(content)).tables[number]
    return [[cell.text for cell in row.cells] for row in table.rows]


def csv_rows(content: bytes) -> list[list[str]]:
    """Rows of a Polish CSV file."""
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def json_tables(content: bytes) -> list[dict[str, Any]]:
    """The tables of a JSON report."""
    return [block for block in json.loads(content)["blocks"] if block["type"] == "table"]


def _ods_value(cell: Any) -> Any:
    kind = cell.get(f"{{{NS['office']}}}value-type")
    if kind is None:
        return None
    if kind == "float":
        return Decimal(cell.get(f"{{{NS['office']}}}value"))
    if kind == "date":
        value = cell.get(f"{{{NS['office']}}}date-value")
        return datetime.fromisoformat(value) if "T" in value else date.fromisoformat(value)
    return "\n".join(_ods_line(line) for line in cell.iterfind("text:p", NS))


def _ods_line(paragraph: Any) -> str:
    parts = [paragraph.text or ""]
    for element in paragraph:
        name = etree.QName(element).localname
        spaces = int(element.get(f"{{{NS['text']}}}c", 1))
        parts += ["\t" if name == "tab" else " " * spaces, element.tail or ""]
    return "".join(parts)
