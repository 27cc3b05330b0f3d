"""PDF with a text layer: characters to lines, lines to paragraphs."""

from __future__ import annotations

from ..source import Source
from ..tree import UnreadableDocument
from .lines import measure_columns
from .pdf_lines import Page, read_pages
from .reflow import join_lines
from .running_lines import drop_running_lines

# A scan with a stamp or a signature in text still has no text to consult.
_FEWEST_CHARACTERS_A_PAGE = 20


def read(data: bytes) -> Source:
    """The source of a PDF file."""
    pages: list[Page] = read_pages(data)
    lines = [line for page in pages for line in page.lines]
    characters = sum(len(line.text) for line in lines)
    if characters < _FEWEST_CHARACTERS_A_PAGE * max(1, len(pages)):
        raise UnreadableDocument("scanned_pdf")
    kept, removed, notices = drop_running_lines(lines)
    measure_columns(kept)
    raw = "\n".join(page.raw_text for page in pages)
    return Source(join_lines(kept), raw, removed, notices)
