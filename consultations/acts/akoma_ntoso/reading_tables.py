"""Tables as rows of cells."""

from __future__ import annotations

from lxml import etree

from .reading_text import elements, read_text

_MOST_COLUMNS = 100


def read_rows(table: etree._Element) -> list[list[str]]:
    """The text of each cell; a cell over several columns is followed by empty ones."""
    return [_cells(row) for name, row in elements(table) if name == "tr"]


def _cells(row: etree._Element) -> list[str]:
    cells: list[str] = []
    for name, cell in elements(row):
        if name in ("td", "th"):
            cells.append(_cell_text(cell))
            cells.extend([""] * (_span(cell) - 1))
    return cells


def _cell_text(cell: etree._Element) -> str:
    blocks = [read_text(block) for _name, block in elements(cell)]
    return "\n".join(blocks) if blocks else read_text(cell)


def _span(cell: etree._Element) -> int:
    written = cell.get("colspan", "1")
    return min(int(written), _MOST_COLUMNS) if written.isdecimal() and int(written) else 1
