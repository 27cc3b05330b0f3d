"""PDF with a text layer: characters to lines, lines to paragraphs."""

from __future__ import annotations

import statistics
from dataclasses import dataclass, field

import pypdfium2 as pdfium
from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

from documents.pdfium_lock import alone_in_pdfium

from ..source import Source
from ..tree import Notice, UnreadableDocument
from .lines import Line
from .pdf_characters import Character, is_bold, read_characters, read_rules
from .pdf_footnotes import take_footnotes
from .pdf_lines import make_lines
from .pdf_tables import Grid, cells_of, find_grids
from .reflow import join_lines
from .running_lines import drop_running_lines

_FEWEST_CHARACTERS_A_PAGE = 20
_LINES_THAT_SHOW_THE_EDGE = 8
MOST_PAGES = 3000


@dataclass(slots=True)
class _Pages:
    lines: list[Line] = field(default_factory=list)
    raw: list[str] = field(default_factory=list)
    count: int = 0
    pictures: int = 0

    @property
    def scanned(self) -> bool:
        """True for pictures of pages; a stamp or a page number in text changes nothing."""
        characters = sum(len(line.text) + sum(map(len, line.rows)) for line in self.lines)
        few = characters < _FEWEST_CHARACTERS_A_PAGE * self.count and self.pictures > 0
        return characters == 0 or few


@alone_in_pdfium
def _read_pages(data: bytes) -> _Pages:
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        protected = "password" in str(error).lower()
        raise UnreadableDocument("password_protected" if protected else "damaged") from error
    try:
        pages = _Pages(count=len(document))
        if pages.count > MOST_PAGES:
            raise UnreadableDocument("too_large", "pages")
        for number in range(pages.count):
            _read_page(document[number], number, pages)
    except pdfium.PdfiumError as error:
        raise UnreadableDocument("damaged") from error
    finally:
        document.close()
    return pages


def _read_page(page: pdfium.PdfPage, number: int, pages: _Pages) -> None:
    textpage = page.get_textpage()
    pages.raw.append(_whole_words(textpage.get_text_range()))
    characters = read_characters(textpage)
    pages.pictures += sum(1 for _ in page.get_objects(filter=[FPDF_PAGEOBJ_IMAGE], max_depth=4))
    grids = find_grids(read_rules(page)) if characters else []
    tables: list[Line] = []
    for grid in grids:
        characters = _take_table(grid, characters, number, tables)
    lines = make_lines(characters, number, lambda index: is_bold(textpage, index))
    pages.lines.extend(_with_tables(lines, tables))
    textpage.close()
    page.close()


def _whole_words(text: str) -> str:
    """PDFium writes a word broken at a line end in one piece, with U+FFFE for the hyphen."""
    halves = text.split("\ufffe")
    last = len(halves) - 1
    return "".join(
        half if place == last else half.rstrip()
        for place, half in enumerate([halves[0], *(half.lstrip() for half in halves[1:])])
    )


def _take_table(
    grid: Grid, characters: list[Character], number: int, tables: list[Line]
) -> list[Character]:
    """Move the characters of a table out of the page's lines into a line of cells."""
    inside = [character for character in characters if grid.contains(character)]
    rows = []
    for row in cells_of(grid, inside):
        cells = ["\n".join(_cell_lines(cell, number)) for cell in row]
        if any(cells):
            rows.append(cells)
    if not rows:
        return characters
    tables.append(Line("", grid.left, grid.right, number, baseline=grid.top, rows=rows))
    taken = {character.index for character in inside}
    return [character for character in characters if character.index not in taken]


def _with_tables(lines: list[Line], tables: list[Line]) -> list[Line]:
    """The tables put between the lines above and below them."""
    merged = list(lines)
    for table in tables:
        below = (
            place
            for place, line in enumerate(merged)
            if line.baseline < table.baseline
            and line.left < table.right
            and line.right > table.left
        )
        merged.insert(next(below, len(merged)), table)
    return merged


def _cell_lines(cell: list[Character], number: int) -> list[str]:
    if not cell:
        return []
    lines = make_lines(cell, number, lambda _: False)
    return [block.full_text for block in join_lines(lines)]


def _lend_edges(lines: list[Line]) -> None:
    """A page with a few short lines does not show how wide its column is; the others do."""
    pages: dict[int, list[Line]] = {}
    for line in lines:
        pages.setdefault(line.page, []).append(line)
    edges = [
        max(line.column_right for line in page)
        for page in pages.values()
        if len(page) >= _LINES_THAT_SHOW_THE_EDGE
    ]
    widest = max((line.column_right for line in lines), default=0.0)
    edge = statistics.median(edges) if edges else widest
    for page in pages.values():
        if len(page) < _LINES_THAT_SHOW_THE_EDGE:
            for line in page:
                line.column_right = max(line.column_right, edge)


def read(data: bytes) -> Source:
    """The source of a PDF file."""
    pages = _read_pages(data)
    if pages.scanned:
        raise UnreadableDocument("scanned_pdf")
    _lend_edges(pages.lines)
    kept, removed, notices = drop_running_lines(pages.lines)
    if pages.pictures:
        notices.append(Notice("pictures", str(pages.pictures)))
    lines, footnotes = take_footnotes(kept)
    return Source([*join_lines(lines), *footnotes], "\n".join(pages.raw), removed, notices)
