"""Footnotes hang on the unit that refers to them."""

from __future__ import annotations

from collections.abc import Sequence

from ..source import Block
from ..tree import Unit, UnitKind
from .numbers import TO_SUPERSCRIPT


def _refers(unit: Unit, mark: str) -> bool:
    cells = (cell for row in unit.rows for cell in row)
    return any(mark in text for text in (unit.text, unit.heading, *cells))


def attach_footnotes(units: Sequence[Unit], footnotes: Sequence[Block]) -> list[Unit]:
    """Hang each footnote; the ones that nothing refers to come back."""
    homeless: list[Unit] = []
    everything = [unit for top in units for unit in top.walk()]
    for block in footnotes:
        mark = block.footnote.translate(TO_SUPERSCRIPT)
        note = Unit(UnitKind.FOOTNOTE, block.footnote, f"{block.footnote})", text=block.text)
        home = next((unit for unit in everything if _refers(unit, mark)), None)
        (home.children if home else homeless).append(note)
    return homeless
