"""Contracts, articles and whatever else is not an act: sections of plain paragraphs."""

from __future__ import annotations

from collections.abc import Sequence

from ..source import Block
from ..tree import Unit, UnitKind
from .front import Front
from .labels import BASIC, SYSTEMATISING, Label, label_of, outline_label
from .phrases import ends_sentence, is_capitals

_HEADING_KINDS = frozenset([*BASIC, *SYSTEMATISING.values()])
_LONGEST_HEADING = 200


def _label(block: Block) -> Label | None:
    return label_of(block)


def _is_heading(block: Block) -> bool:
    text = block.full_text
    if block.is_table or not text or len(text) > _LONGEST_HEADING:
        return False
    label = _label(block)
    if label and label.kind in _HEADING_KINDS:
        return True
    if ends_sentence(text) or text.endswith((",", ";")):
        return False
    return block.emphasised or is_capitals(text) or bool(outline_label(text))


def _section(block: Block) -> Unit:
    label = _label(block)
    if label and label.kind in _HEADING_KINDS:
        sentence = ends_sentence(label.rest) or len(label.rest) > 120
        unit = Unit(UnitKind.HEADING, label.number, label.shown)
        if label.rest and sentence:
            unit.children.append(Unit(UnitKind.TEXT, text=label.rest))
        else:
            unit.heading = label.rest
        return unit
    return Unit(UnitKind.HEADING, heading=block.full_text)


def _paragraph(block: Block) -> Unit:
    if block.is_table:
        return Unit(UnitKind.TABLE, rows=block.rows)
    label = _label(block)
    if label and label.rest:
        return Unit(UnitKind.TEXT, label.number, label.shown, text=label.rest)
    return Unit(UnitKind.TEXT, text=block.full_text)


def _takes_heading(units: list[Unit], block: Block) -> bool:
    """ "§ 1" on one line and "Przedmiot umowy" on the next make one heading."""
    last = units[-1] if units else None
    if (
        last is None
        or last.kind is not UnitKind.HEADING
        or not last.label
        or last.heading
        or last.children
        or block.is_table
    ):
        return False
    short = len(block.text) <= 120 and not ends_sentence(block.text)
    return short and not _label(block)


def build_sections(blocks: Sequence[Block]) -> tuple[Front, list[Unit]]:
    """The title and the sections; text before the first heading stands at the top level."""
    front = Front()
    waiting = list(blocks)
    if waiting and not waiting[0].is_table and len(waiting[0].full_text) <= 300:
        front.title = waiting.pop(0).full_text
    units: list[Unit] = []
    for block in waiting:
        if _takes_heading(units, block):
            units[-1].heading = block.text
        elif _is_heading(block):
            units.append(_section(block))
        elif units and units[-1].kind is UnitKind.HEADING:
            units[-1].children.append(_paragraph(block))
        else:
            units.append(_paragraph(block))
    return front, units
