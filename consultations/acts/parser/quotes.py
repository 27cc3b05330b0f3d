"""Provisions quoted inside amending provisions: „otrzymuje brzmienie: „§ 5. ...””.

Quotation marks are nested and typed in many ways („ ” " » « ''), so that the end of a quotation
is found by depth first and by the punctuation after the mark second.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..source import Block
from .labels import read_label

OPENING = "„“”\"»«‚‘'"
CLOSING = "”“\"«»’'"
_TRIGGER = re.compile(
    r"(?:brzmieni[eu]|w\s+brzmieniu|treść|treści|następujący\w*|jak\s+następuje)"
    r"\s*:\s*(?P<quote>[„“”\"»«‚'].*)?$",
    re.IGNORECASE | re.DOTALL,
)
_CLOSED = re.compile(r"[”“\"«»’']+\s*[,;.]*\s*$")
# A quotation that never closes must not swallow the rest of the document.
LONGEST_QUOTATION = 600


def opening_quote(text: str) -> str:
    """The quotation mark at the start of the text, or ""."""
    if text.startswith((",,", "''")):
        return text[:2]
    return text[0] if text and text[0] in OPENING else ""


class QuoteTracker:
    """Counts how deep inside quotations a reader is after each piece of text."""

    def __init__(self) -> None:
        self.depth = 0

    @property
    def open(self) -> bool:
        """True inside a quotation."""
        return self.depth > 0

    def read(self, text: str) -> None:
        """Follow the marks of the next piece of text."""
        for position, mark in enumerate(text):
            if mark == "„":
                self.depth += 1
            elif mark in "”“" or (mark == '"' and self._closes(text, position)):
                self.depth = max(0, self.depth - 1)
            elif mark == '"':
                self.depth += 1

    @staticmethod
    def _closes(text: str, position: int) -> bool:
        return position > 0 and text[position - 1] not in " ([„"


def _closes_at(blocks: Sequence[Block], start: int) -> int | None:
    """Index of the block in which the quotation opened at ``start`` ends."""
    tracker = QuoteTracker()
    for index in range(start, min(len(blocks), start + LONGEST_QUOTATION)):
        text = blocks[index].full_text
        if index == start:
            text = "„" + text[len(opening_quote(text)) :]
        tracker.read(text)
        if not tracker.open and _CLOSED.search(text):
            return index
    return None


def _last_resort(blocks: Sequence[Block], start: int) -> int:
    """Where an unbalanced quotation probably ends: a closing mark before the next label."""
    for index in range(start, min(len(blocks), start + LONGEST_QUOTATION)):
        if re.search(r"[”“\"«»’']\s*[,;.]\s*$", blocks[index].full_text):
            return index
    return start


def _split_inline(block: Block, quote_start: int) -> Block:
    quoted = Block(text=block.text[quote_start:].strip(), indent=block.indent)
    block.text = block.text[:quote_start].strip()
    return quoted


def _quotation_follows(block: Block, following: Sequence[Block], announced: bool) -> bool:
    """True when the next block opens a quotation that this one leads to."""
    if not following or not opening_quote(following[0].full_text):
        return False
    return announced or (block.text.endswith(":") and is_structured(following))


def fold_quotations(blocks: Sequence[Block]) -> list[Block]:
    """Blocks with each quotation moved under the amending block that introduces it."""
    result: list[Block] = []
    waiting = list(blocks)
    index = 0
    while index < len(waiting):
        block = waiting[index]
        result.append(block)
        index += 1
        trigger = None if block.is_table else _TRIGGER.search(block.text)
        if trigger and trigger["quote"]:
            waiting[index - 1 : index] = [block, _split_inline(block, trigger.start("quote"))]
        elif not _quotation_follows(block, waiting[index : index + 1], bool(trigger)):
            continue
        end = _closes_at(waiting, index)
        end = _last_resort(waiting, index) if end is None else end
        block.quoted = waiting[index : end + 1]
        index = end + 1
    return result


def unfold(blocks: Sequence[Block]) -> list[Block]:
    """Blocks with their quotations back in line, for parts that are not acts."""
    flat: list[Block] = []
    for block in blocks:
        flat.append(replace(block, quoted=[]))
        flat.extend(unfold(block.quoted))
    return flat


def is_structured(blocks: Sequence[Block]) -> bool:
    """True when the quotation holds units, not only words."""
    first = blocks[0].full_text
    return bool(read_label(first[len(opening_quote(first)) :].lstrip()))
