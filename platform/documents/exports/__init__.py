"""Report writers: one description, many formats that never disagree."""

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
    "UnknownFormat",
    "write_report",
]
