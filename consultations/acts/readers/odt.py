"""ODT: paragraphs, headings and lists numbered by their list styles."""

from __future__ import annotations

from ..source import Block, Source
from ..tree import UnreadableDocument
from .package import Package
from .whitespace import clean

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"


def read(data: bytes) -> Source:
    """The source of an ODT file."""
    root = Package(data).xml("content.xml")
    body = None if root is None else root.find(f"{_OFFICE}body/{_OFFICE}text")
    if body is None:
        raise UnreadableDocument("damaged", "content.xml")
    blocks = []
    for element in body.iter(f"{_TEXT}p", f"{_TEXT}h"):
        text = clean("".join(str(piece) for piece in element.itertext()))
        if text:
            blocks.append(Block(text=text))
    return Source(blocks, "\n".join(block.text for block in blocks))
