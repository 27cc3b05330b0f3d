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
_CLOSED_WITH_MARK = re.compile(r"[”“\"«»’']\s*[,;.]\s*$")
_LONGEST_CLOSE = 20  # characters at the end of a paragraph that may close a quotation
# A quotation that never closes must not swallow the rest of the document.
LONGEST_QUOTATION = 600
# After so many that do not balance, the document's marks are not worth following far.
_MOST_UNBALANCED = 20
_SHORT_REACH = 20


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


def _last_resort(blocks: Sequence[Block], start: int, stop: int) -> int:
    """Where an unbalanced quotation probably ends: a closing mark before the next label."""
    for index in range(start, stop):
        if _CLOSED_WITH_MARK.search(blocks[index].full_text[-_LONGEST_CLOSE:]):
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
    return _Folder(blocks).fold()


class _Folder:
    def __init__(self, blocks: Sequence[Block]) -> None:
        self.waiting = list(blocks)
        self.unbalanced = 0
        self.unclosed_until = 0  # no block before this index, from the last look on, closes

    def fold(self) -> list[Block]:
        """Go through the blocks once, taking quotations out of the row."""
        result: list[Block] = []
        index = 0
        while index < len(self.waiting):
            block = self.waiting[index]
            result.append(block)
            index += 1
            if self._leads_to_quotation(block, index):
                end = self._end_of_quotation(index)
                block.quoted = self.waiting[index : end + 1]
                index = end + 1
        return result

    def _leads_to_quotation(self, block: Block, index: int) -> bool:
        trigger = None if block.is_table else _TRIGGER.search(block.text)
        if trigger and trigger["quote"]:
            self.waiting[index - 1 : index] = [block, _split_inline(block, trigger.start("quote"))]
            self.unclosed_until = min(self.unclosed_until, index)
            return True
        return _quotation_follows(block, self.waiting[index : index + 1], bool(trigger))

    def _end_of_quotation(self, start: int) -> int:
        """Index of the block in which the quotation opened at ``start`` ends."""
        reach = LONGEST_QUOTATION if self.unbalanced < _MOST_UNBALANCED else _SHORT_REACH
        stop = min(len(self.waiting), start + reach)
        if not self._any_closes(start, stop):
            return start
        tracker = QuoteTracker()
        for index in range(start, stop):
            text = self.waiting[index].full_text
            if index == start:
                text = "„" + text[len(opening_quote(text)) :]
            tracker.read(text)
            if not tracker.open and _closes(self.waiting[index]):
                return index
        self.unbalanced += 1
        return _last_resort(self.waiting, start, stop)

    def _any_closes(self, start: int, stop: int) -> bool:
        """Each block is looked at once, however many quotations never close."""
        for index in range(max(start, self.unclosed_until), stop):
            if _closes(self.waiting[index]):
                return True
            self.unclosed_until = index + 1
        return False


def _closes(block: Block) -> bool:
    return bool(_CLOSED.search(block.full_text[-_LONGEST_CLOSE:]))


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
