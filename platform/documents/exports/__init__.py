"""Report writers: one description, many formats that never disagree."""

from documents.exports.csv import csv_parts
from documents.exports.description import (
    Block,
    Chart,
    Column,
    Heading,
    KeyValues,
    PageBreak,
    Paragraph,
    Report,
    Series,
    Signature,
    Table,
)
from documents.exports.pdf import Told
from documents.exports.registry import FORMATS, Format, UnknownFormat, write_report

__all__ = [
    "FORMATS",
    "Block",
    "Chart",
    "Column",
    "Format",
    "Heading",
    "KeyValues",
    "PageBreak",
    "Paragraph",
    "Report",
    "Series",
    "Signature",
    "Table",
    "Told",
    "UnknownFormat",
    "csv_parts",
    "write_report",
]
