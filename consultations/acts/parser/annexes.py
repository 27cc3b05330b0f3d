"""Annexes: their header over several lines, then a structure of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..source import Block
from ..tree import Unit, UnitKind
from .builder import ActBuilder
from .labels import BASIC, label_of
from .phrases import ends_sentence, is_capitals, is_legal_basis
from .plans import PlanBuilder
from .segments import Segment

_HEADER_LINE = re.compile(
    r"^(?:do\s|z\s+dnia|nr\s|(?:zarządu|sejmiku|rady|wójta|burmistrza|prezydenta|marszałka|"
    r"starosty|ministra|województwa|powiatu|gminy|miasta)\b|w\s+sprawie\b|poz\.)",
    re.IGNORECASE,
)
_LONGEST_HEADING_LINE = 250


def _take_header(blocks: Sequence[Block], label: str) -> int:
    """How many leading blocks only say which act the annex belongs to."""
    count = 0
    while label and count < len(blocks) and count < 6:
        block = blocks[count]
        if (
            block.is_table
            or block.quoted
            or not _HEADER_LINE.match(block.text)
            or len(block.text) > 300
        ):
            break
        count += 1
    return count


def _take_heading(blocks: Sequence[Block]) -> int:
    """How many blocks make the annex's own title."""
    count = 0
    while count < len(blocks) and count < 6:
        block = blocks[count]
        text = block.full_text
        if block.is_table or block.quoted or not text or len(text) > _LONGEST_HEADING_LINE:
            break
        if label_of(block) or is_legal_basis(text):
            break
        titled = is_capitals(text) or block.emphasised
        if count == 0:
            titled = titled or not ends_sentence(text)
        elif not titled:
            titled = bool(re.match(r"(?:w sprawie|z dnia|na rok|na lata|o\s)", text))
        if not titled or text.endswith((";", ",")):
            break
        count += 1
    return count


def split_header(segment: Segment) -> tuple[list[str], list[Block]]:
    """(lines that say which act the annex belongs to, the rest)."""
    count = _take_header(segment.blocks, segment.label)
    own = f"{segment.label} {segment.rest}".strip()
    lines = [own, *(block.text for block in segment.blocks[:count])]
    return [line for line in lines if line], segment.blocks[count:]


def build_annex(segment: Segment) -> Unit:
    """The annex with its header in ``text`` and its title in ``heading``."""
    blocks = segment.blocks
    header = _take_header(blocks, segment.label)
    heading = _take_heading(blocks[header:])
    body = blocks[header + heading :]
    unit = Unit(
        UnitKind.ANNEX,
        number=segment.number,
        label=segment.label,
        heading=" ".join(block.full_text for block in blocks[header : header + heading]),
        text=" ".join(
            part for part in (segment.rest, *(block.text for block in blocks[:header])) if part
        ),
    )
    labels = map(label_of, body)
    if any(label and label.kind in BASIC for label in labels):
        unit.children = ActBuilder(body, signed=True).build()
    else:
        unit.children = PlanBuilder(body).build()
    return unit
