"""Lines of a PDF page by the places of its characters.

pypdfium2 rather than pdfplumber: on the Constitution as PDF it is more than ten times as fast
(PDFium in C against pdfminer in Python), it mends damaged files, and it names a missing password.
"""

from __future__ import annotations

from dataclasses import dataclass

import pypdfium2 as pdfium

from ..tree import UnreadableDocument
from .lines import Line
from .whitespace import clean


@dataclass(slots=True)
class Page:
    """The lines of a page, top to bottom, and its text as the file stores it."""

    lines: list[Line]
    raw_text: str


def read_pages(data: bytes) -> list[Page]:
    """All pages of a PDF file."""
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        protected = "password" in str(error).lower()
        raise UnreadableDocument("password_protected" if protected else "damaged") from error
    try:
        return [_read_page(document, number) for number in range(len(document))]
    except pdfium.PdfiumError as error:
        raise UnreadableDocument("damaged") from error
    finally:
        document.close()


def _read_page(document: pdfium.PdfDocument, number: int) -> Page:
    page = document[number]
    textpage = page.get_textpage()
    raw = textpage.get_text_range()
    lines = []
    for text in raw.splitlines():
        content = clean(text.replace("\ufffe", "-"))
        if content:
            lines.append(Line(content, 0, len(content), number))
    textpage.close()
    page.close()
    return Page(lines, raw)
