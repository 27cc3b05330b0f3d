"""The large parts of a document: the act itself, its annexes, its justification."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ..source import Block
from ..tree import UnitKind
from .labels import label_of
from .phrases import annex_label, is_act_head, is_justification


@dataclass(slots=True)
class Segment:
    """A part of the document; ``kind`` is None for the act itself."""

    kind: UnitKind | None
    blocks: list[Block] = field(default_factory=list)
    label: str = ""
    number: str = ""
    rest: str = ""
    opener: Block | None = None


def _opens(block: Block, units_seen: bool) -> Segment | None:
    if block.is_table or block.footnote:
        return None
    text = block.full_text
    if annex := annex_label(text):
        shown, number, rest = annex
        return Segment(UnitKind.ANNEX, label=shown, number=number, rest=rest, opener=block)
    if is_justification(text):
        return Segment(UnitKind.JUSTIFICATION, label=text, opener=block)
    if units_seen and is_act_head(text):
        # A consolidated text: the act follows the announcement without "Załącznik".
        return Segment(UnitKind.ANNEX, [block])
    return None


def split_segments(blocks: Sequence[Block]) -> list[Segment]:
    """The document cut at the headings of annexes and justifications."""
    segments = [Segment(None)]
    units_seen = False
    for block in blocks:
        opened = _opens(block, units_seen)
        if opened and not (opened.label == "" and segments[-1].kind is UnitKind.ANNEX):
            segments.append(opened)
            units_seen = False
            continue
        segments[-1].blocks.append(block)
        units_seen = units_seen or bool(label_of(block))
    return _without_mere_lists(segments)


def _without_mere_lists(segments: Sequence[Segment]) -> list[Segment]:
    """Annexes that are only listed ("Załącznik nr 1 – Formularz") go back into the text."""
    last_place = {
        segment.number: place
        for place, segment in enumerate(segments)
        if segment.kind is UnitKind.ANNEX
    }
    kept: list[Segment] = []
    for place, segment in enumerate(segments):
        empty = segment.kind is UnitKind.ANNEX and not segment.blocks
        if empty and segment.opener and last_place[segment.number] > place:
            kept[-1].blocks.append(segment.opener)
        else:
            kept.append(segment)
    return kept
