"""Pages of an uploaded PDF as pictures, to lay beside the units that were read from it."""

from __future__ import annotations

import io
from math import sqrt

import pypdfium2

from documents.models import StoredFile
from documents.pdfium_lock import alone_in_pdfium

_WIDTH = 1000  # pixels; sharp at the width of half a screen
_LARGEST_SCALE = 4.0
# A page may claim to be metres long; no picture takes more memory than this many pixels.
_MOST_PIXELS = 4_000_000
_SHADES = 16


class NoSuchPage(LookupError):
    """The file has no page with this number."""


def count_pages(file: StoredFile) -> int:
    """How many pages the PDF has."""
    return _count(_content(file))


def render_page(file: StoredFile, number: int) -> bytes:
    """Page ``number`` (from 1) as PNG; raises NoSuchPage."""
    return _render(_content(file), number)


def _content(file: StoredFile) -> bytes:
    with file.file.open("rb") as content:
        data: bytes = content.read()
    return data


@alone_in_pdfium
def _count(data: bytes) -> int:
    document = pypdfium2.PdfDocument(data)
    try:
        return len(document)
    finally:
        document.close()


@alone_in_pdfium
def _render(data: bytes, number: int) -> bytes:
    document = pypdfium2.PdfDocument(data)
    try:
        if not 1 <= number <= len(document):
            raise NoSuchPage(number)
        page = document[number - 1]
        image = page.render(scale=_scale(page.get_width(), page.get_height())).to_pil()
    finally:
        document.close()
    stream = io.BytesIO()
    image.convert("L").quantize(_SHADES).save(stream, "PNG", optimize=True)
    return stream.getvalue()


def _scale(width: float, height: float) -> float:
    by_width = _WIDTH / max(width, 1)
    by_area = sqrt(_MOST_PIXELS / max(width * height, 1))
    return min(by_width, by_area, _LARGEST_SCALE)
