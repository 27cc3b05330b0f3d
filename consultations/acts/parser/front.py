"""What stands before the first unit: title, legal basis, preamble."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ..source import Block
from ..tree import Unit, UnitKind
from .labels import BASIC, SYSTEMATISING, label_of
from .phrases import ends_enacting, is_legal_basis

_PROJECT = re.compile(
    r"^druk\s+(?:sejmikowy\s+)?nr\b|^\(?projekt\)?\b(?!\s+uchwał|\s+ustaw|\s+zarządz|\s+rozporz)",
    re.I,
)
_LONGEST_TITLE_LINE = 400
_OPENERS = frozenset([*BASIC, *SYSTEMATISING.values(), UnitKind.PARAGRAPH])


@dataclass(slots=True)
class Front:
    """The beginning of a document, taken apart."""

    title: str = ""
    preface: list[str] = field(default_factory=list)
    preamble: list[Unit] = field(default_factory=list)


def is_project_mark(text: str) -> bool:
    """ "Projekt", "Projekt z dnia ...": a mark on the draft, no part of its title."""
    return bool(_PROJECT.match(text))


def split_front(blocks: Sequence[Block]) -> tuple[list[Block], list[Block]]:
    """(blocks before the first unit, the rest)."""
    for position, block in enumerate(blocks):
        label = label_of(block)
        if label and label.kind in _OPENERS:
            return list(blocks[:position]), list(blocks[position:])
    return list(blocks), []


def _title_end(blocks: Sequence[Block]) -> int:
    """The title goes on until the legal basis, or until lines become sentences."""
    for position, block in enumerate(blocks):
        text = block.text
        if block.is_table or is_legal_basis(text) or len(text) > _LONGEST_TITLE_LINE:
            return position
        if position and text.endswith((".", ",", ":")) and not re.search(r"\br\.$", text):
            return position
    return len(blocks)


def read_front(blocks: Sequence[Block]) -> Front:
    """Title lines, then legal basis (preface), then what is neither (preamble)."""
    front = Front()
    tables = [Unit(UnitKind.TABLE, rows=block.rows) for block in blocks if block.is_table]
    lines = [block for block in blocks if not block.is_table]
    marks = [block for block in lines if is_project_mark(block.text)]
    front.preface = [block.full_text for block in marks]
    lines = [block for block in lines if block not in marks]
    end = _title_end(lines)
    front.title = " ".join(block.full_text for block in lines[:end])
    in_basis = False
    for block in lines[end:]:
        in_basis = in_basis or is_legal_basis(block.text)
        if in_basis or ends_enacting(block.text):
            front.preface.append(block.full_text)
            in_basis = not ends_enacting(block.text)
        else:
            front.preamble.append(Unit(UnitKind.PREAMBLE, text=block.full_text))
    front.preamble.extend(tables)
    return front
