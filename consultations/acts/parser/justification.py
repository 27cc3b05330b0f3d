"""The justification: plain paragraphs, so that its numbers are not taken for provisions."""

from __future__ import annotations

from ..source import Block
from ..tree import Unit, UnitKind
from .labels import label_of
from .phrases import is_capitals
from .quotes import unfold
from .segments import Segment


def _paragraph(block: Block) -> Unit:
    if block.is_table:
        return Unit(UnitKind.TABLE, rows=block.rows)
    text = block.full_text
    short = len(text) < 200 and not text.endswith((".", ",", ";", ":"))
    if short and (block.heading_level or block.bold or is_capitals(text)):
        return Unit(UnitKind.HEADING, heading=text)
    label = label_of(block)
    if label and label.rest:
        return Unit(UnitKind.TEXT, number=label.number, label=label.shown, text=label.rest)
    return Unit(UnitKind.TEXT, text=text)


def build_justification(segment: Segment) -> Unit:
    """The justification as one unit with its paragraphs below."""
    unit = Unit(UnitKind.JUSTIFICATION, heading=segment.label)
    unit.children = [_paragraph(block) for block in unfold(segment.blocks)]
    return unit
