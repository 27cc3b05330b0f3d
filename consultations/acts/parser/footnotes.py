"""Footnotes hang on the unit that refers to them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from ..source import Block
from ..tree import Unit, UnitKind
from .numbers import SUPERSCRIPTS, TO_SUPERSCRIPT

_TYPED_NOTE = re.compile(rf"^(?P<mark>[{SUPERSCRIPTS}]{{1,3}}⁾)\s*(?P<text>\S.*)$", re.DOTALL)


def typed_footnote(block: Block) -> Block:
    """A paragraph that begins with a raised mark is a footnote set by hand."""
    match = None if block.is_table or block.footnote else _TYPED_NOTE.match(block.text)
    if match is None:
        return block
    mark = unicodedata.normalize("NFKC", match["mark"]).rstrip(")")
    return Block(text=match["text"], footnote=mark)


def _pattern(mark: str) -> re.Pattern[str]:
    raised = mark.translate(TO_SUPERSCRIPT)
    if not mark.isdigit():
        return re.compile(re.escape(mark))
    return re.compile(rf"{raised}⁾|(?<![\d{SUPERSCRIPTS}]){raised}(?![{SUPERSCRIPTS}])")


def _refers(unit: Unit, pattern: re.Pattern[str]) -> bool:
    cells = (cell for row in unit.rows for cell in row)
    texts = (unit.label, unit.heading, unit.text, *cells)
    return any(pattern.search(text) for text in texts)


def attach_footnotes(units: Sequence[Unit], footnotes: Sequence[Block]) -> list[Unit]:
    """Hang each footnote; the ones that nothing refers to come back."""
    homeless: list[Unit] = []
    everything = [unit for top in units for unit in top.walk()]
    taken: set[tuple[int, str]] = set()
    for block in footnotes:
        mark, pattern = block.footnote, _pattern(block.footnote)
        note = Unit(UnitKind.FOOTNOTE, mark, f"{mark})", text=block.text)
        # Marks may start anew on each page: the first reference that has no note yet is meant.
        references = (unit for unit in everything if _refers(unit, pattern))
        home = next((unit for unit in references if (id(unit), mark) not in taken), None)
        if home:
            taken.add((id(home), mark))
        (home.children if home else homeless).append(note)
    return homeless
