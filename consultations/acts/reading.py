"""The one door for files: any supported format in, a structured document out."""

from __future__ import annotations

import logging
from pathlib import PurePath
from typing import BinaryIO

from .akoma_ntoso import from_akoma_ntoso, is_akoma_ntoso
from .completeness import document_lines
from .detection import FileType, detect
from .parser.assembly import parse
from .readers import docx, html, odt, pdf, plain
from .source import Block, Source
from .tree import ParsedDocument, UnreadableDocument

log = logging.getLogger(__name__)

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
    if _is_akoma_ntoso(data):
        lines = document_lines(from_akoma_ntoso(data))
        return Source([Block(text=line) for line in lines], "\n".join(lines))
    file_type = detect(data, filename)
    if file_type is FileType.PLAIN and _starts_with(data, b"<?xml"):
        raise UnreadableDocument("wrong_type")  # its tags would be read as words
    source = _READERS[file_type](data)
    if not any(_has_words(block) for block in source.blocks):
        raise UnreadableDocument("scanned_pdf" if file_type is FileType.PDF else "empty")
    return source


def read_document(
    stream: BinaryIO, filename: str, *, max_bytes: int = DEFAULT_LIMIT
) -> ParsedDocument:
    """Read a file into a structured document, or raise :class:`UnreadableDocument`."""
    return read_with_source(stream, filename, max_bytes=max_bytes)[1]


def read_with_source(
    stream: BinaryIO, filename: str, *, max_bytes: int = DEFAULT_LIMIT
) -> tuple[Source, ParsedDocument]:
    """The same, with what the reader saw, for those who check one against the other."""
    data = stream.read(max_bytes + 1)
    if len(data) > max_bytes:
        raise UnreadableDocument("too_large")
    try:
        source, document = _read(data, filename)
    except UnreadableDocument:
        raise
    except Exception as error:
        # A file that nobody foresaw must end as a sentence to its sender, not as a lost task.
        log.exception("Reading of an uploaded document failed")
        raise UnreadableDocument("damaged", type(error).__name__) from error
    if not document.title:
        document.title = PurePath(filename).stem
    return source, document


def _read(data: bytes, filename: str) -> tuple[Source, ParsedDocument]:
    source = read_source(data, filename)
    if _is_akoma_ntoso(data):
        return source, from_akoma_ntoso(data)
    return source, parse(source)


def _is_akoma_ntoso(data: bytes) -> bool:
    return _starts_with(data, b"<") and is_akoma_ntoso(data)


def _starts_with(data: bytes, sign: bytes) -> bool:
    return data[:512].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(sign)


def _has_words(block: Block) -> bool:
    texts = (block.full_text, *(cell for row in block.rows for cell in row))
    return any(char.isalnum() for text in texts for char in text)
