"""The one door for files: any supported format in, a structured document out."""

from __future__ import annotations

from pathlib import PurePath
from typing import BinaryIO

from .detection import FileType, detect
from .parser.assembly import parse
from .readers import docx, html, odt, pdf, plain
from .source import Source
from .tree import ParsedDocument, UnreadableDocument

DEFAULT_LIMIT = 50 * 1024 * 1024
_READERS = {
    FileType.DOCX: docx.read,
    FileType.ODT: odt.read,
    FileType.PDF: pdf.read,
    FileType.HTML: html.read,
    FileType.PLAIN: plain.read,
}


def read_source(data: bytes, filename: str) -> Source:
    """The blocks of a file, whatever its format."""
    file_type = detect(data, filename)
    source = _READERS[file_type](data)
    if not any(block.full_text or block.rows for block in source.blocks):
        raise UnreadableDocument("scanned_pdf" if file_type is FileType.PDF else "empty")
    return source


def read_document(
    stream: BinaryIO, filename: str, *, max_bytes: int = DEFAULT_LIMIT
) -> ParsedDocument:
    """Read a file into a structured document, or raise :class:`UnreadableDocument`."""
    data = stream.read(max_bytes + 1)
    if len(data) > max_bytes:
        raise UnreadableDocument("too_large")
    document = parse(read_source(data, filename))
    if not document.title:
        document.title = PurePath(filename).stem
    return document
