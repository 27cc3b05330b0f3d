"""Text files: HTML, XML, CSV and plain text, told apart by how they begin."""

from __future__ import annotations

import codecs
import re
from typing import IO
from xml.sax import SAXException  # the name only; reading is defusedxml's

from defusedxml.common import DefusedXmlException
from defusedxml.expatreader import create_parser

from documents.uploads.refusals import UploadRefused

_PIECE = 1024 * 1024
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f]")
# Windows-1250 and ISO-8859-2 are how old Polish programs write; any bytes decode in them.
_BOMS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_HTML = re.compile(
    r"\s*(<!--.*?-->\s*)*(<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>])", re.I | re.S
)
_XHTML = re.compile(r"<(\w+:)?html[\s>]", re.I)


def kind_of(file: IO[bytes], suffix: str) -> str | None:
    """The kind of text in ``file``; None when it is no text."""
    head = _decoded_head(file)
    if head is None:
        return None
    if _HTML.match(head):
        return "html"
    if head.lstrip().startswith("<?xml"):
        if _XHTML.search(head):
            return "html"
        _refuse_broken_xml(file)
        return "xml"
    # Fragments and tables have no beginning of their own: here the name may help.
    if suffix in (".html", ".htm") and re.search(r"<(p|div|h[1-6]|table|ul|ol)\b", head, re.I):
        return "html"
    return "csv" if suffix == ".csv" else "txt"


def _decoded_head(file: IO[bytes]) -> str | None:
    """The beginning as text, if all of the file is text."""
    file.seek(0)
    first = file.read(4)
    encoding = next((name for bom, name in _BOMS.items() if first.startswith(bom)), None)
    for candidate in [encoding] if encoding else ["utf-8", "cp1250"]:
        head = _head_if_text(file, candidate)
        if head is not None:
            return head
    return None


def _head_if_text(file: IO[bytes], encoding: str) -> str | None:
    file.seek(0)
    decoder = codecs.getincrementaldecoder(encoding)()
    head: str | None = None
    try:
        while True:
            data = file.read(_PIECE)
            text = decoder.decode(data, final=not data)
            if _CONTROL.search(text):
                return None
            head = text[:8192] if head is None else head
            if not data:
                return head
    except UnicodeDecodeError:
        return None


def _refuse_broken_xml(file: IO[bytes]) -> None:
    file.seek(0)
    # Fed by hand: the ready-made way of parsing closes the file that others still need.
    parser = create_parser(forbid_dtd=True)
    try:
        while piece := file.read(_PIECE):
            parser.feed(piece)
        parser.close()
    except (SAXException, DefusedXmlException, LookupError, ValueError) as error:
        raise UploadRefused("damaged") from error
    finally:
        file.seek(0)
