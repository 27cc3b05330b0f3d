"""Small pictures of files: the first page of a PDF, or the picture itself."""

from __future__ import annotations

import io
from math import sqrt

import pypdfium2
from PIL import Image

from documents.models import StoredFile
from documents.pdfium_lock import alone_in_pdfium
from documents.uploads import IMAGES, KINDS

WIDTH = 640  # pixels
_HIGHEST = 1.6  # times the width; longer pages are cut
_MOST_PIXELS = 3_000_000
_PDF = KINDS["pdf"].content_type
_PICTURES = {KINDS[kind].content_type for kind in IMAGES}


def can_be_shown(file: StoredFile) -> bool:
    """Whether a small picture can be made of the file."""
    return file.content_type == _PDF or file.content_type in _PICTURES


def first_page(file: StoredFile) -> bytes:
    """A PNG of ``WIDTH`` pixels; raises ValueError when the file shows nothing."""
    with file.file.open("rb") as content:
        data: bytes = content.read()
    try:
        if file.content_type == _PDF:
            picture = _page_of_pdf(data)
        else:
            with Image.open(io.BytesIO(data)) as opened:
                picture = opened.convert("RGB")
    except (pypdfium2.PdfiumError, OSError, Image.DecompressionBombError) as error:
        raise ValueError(f"No picture of {file.pk}.") from error
    picture.thumbnail((WIDTH, picture.height * WIDTH // max(picture.width, 1) + 1))
    stream = io.BytesIO()
    shown = picture.crop((0, 0, picture.width, min(picture.height, int(WIDTH * _HIGHEST))))
    shown.quantize(128).save(stream, "PNG", optimize=True)
    return stream.getvalue()


@alone_in_pdfium
def _page_of_pdf(data: bytes) -> Image.Image:
    document = pypdfium2.PdfDocument(data)
    try:
        page = document[0]
        width, height = page.get_size()
        by_area = sqrt(_MOST_PIXELS / max(width * height, 1))
        scale = min(WIDTH * 1.5 / max(width, 1), by_area)
        rendered: Image.Image = page.render(scale=scale).to_pil().convert("RGB")
        return rendered
    finally:
        document.close()
