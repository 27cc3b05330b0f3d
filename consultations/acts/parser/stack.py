"""The open units while a document is read from top to bottom."""

from __future__ import annotations

from dataclasses import dataclass

from ..tree import Unit, UnitKind
from .labels import Label, dotted_letter
from .numbers import follows, is_first, letter_follows

RANKS: dict[UnitKind, float] = {
    UnitKind.PART: 1,
    UnitKind.BOOK: 2,
    UnitKind.TITLE: 3,
    UnitKind.DIVISION: 4,
    UnitKind.CHAPTER: 5,
    UnitKind.SUBCHAPTER: 6,
    UnitKind.HEADING: 7,
    UnitKind.ARTICLE: 10,
    UnitKind.SECTION: 11,
    UnitKind.PARAGRAPH: 12,
    UnitKind.POINT: 13,
    UnitKind.LETTER: 14,
    UnitKind.INDENT: 15,
    UnitKind.SUBINDENT: 16,
}
LIST_ITEMS = (UnitKind.POINT, UnitKind.LETTER, UnitKind.INDENT, UnitKind.SUBINDENT)
_BOTTOM = -1.0


@dataclass(slots=True)
class Frame:
    """An open unit with what decides whether a later unit goes below it."""

    unit: Unit
    rank: float
    list_level: int = -1
    list_id: str = ""
    indent: float | None = None


class Stack:
    """The chain of open units, outermost first; the root is the document or its part."""

    def __init__(self, root: Unit) -> None:
        self.root = root
        self.frames = [Frame(root, _BOTTOM)]

    @property
    def top(self) -> Frame:
        """The innermost open unit."""
        return self.frames[-1]

    def push(self, frame: Frame) -> Unit:
        """Close what ranks as deep as the new unit or deeper, and hang it on what remains."""
        while self.top.rank >= frame.rank:
            self.frames.pop()
        self.top.unit.children.append(frame.unit)
        self.frames.append(frame)
        return frame.unit

    def close_to(self, rank: float) -> Unit:
        """Close every unit deeper than ``rank``; the unit now innermost."""
        while self.top.rank > rank:
            self.frames.pop()
        return self.top.unit

    def find(self, *kinds: UnitKind) -> Frame | None:
        """The innermost open unit of one of the kinds."""
        return next((frame for frame in reversed(self.frames) if frame.unit.kind in kinds), None)

    def rank_for(self, kind: UnitKind, number: str, list_level: int, list_id: str) -> float:
        """The rank of a new unit: its kind's own, or deeper when it opens an inner list."""
        rank = RANKS[kind]
        sibling = self.find(kind)
        if sibling is None:
            return self._below_odd_parent(kind, rank, number)
        if list_id and list_id == sibling.list_id:
            return self._rank_in_list(kind, sibling, list_level)
        if continues(kind, sibling.unit.number, number):
            return sibling.rank
        if is_first(number) and self.top.unit.text.endswith(":") and self._is_list_end():
            return self.top.rank + 0.1
        outer = next((f for f in self.frames if f.unit.kind is kind), sibling)
        return outer.rank

    def _is_list_end(self) -> bool:
        top = self.top.unit
        return top.kind in (*LIST_ITEMS, UnitKind.PARAGRAPH) and not top.children

    def _below_odd_parent(self, kind: UnitKind, rank: float, number: str) -> float:
        """A list whose sign ranks higher than its parent's ("a) ...:" with "1)" below)."""
        top = self.top
        opens = top.unit.text.endswith(":") and is_first(number)
        if kind in LIST_ITEMS and opens and rank <= top.rank and top.unit.kind in LIST_ITEMS:
            return top.rank + 0.1
        return rank

    def _rank_in_list(self, kind: UnitKind, sibling: Frame, list_level: int) -> float:
        """Levels of one automatic list say themselves which is inside which."""
        if list_level > sibling.list_level:
            return sibling.rank + 0.1
        for frame in reversed(self.frames):
            if frame.list_level <= list_level and frame.unit.kind is kind:
                return frame.rank
        return RANKS[kind]


def due_letter(stack: Stack, text: str) -> Label | None:
    """The label of "a. ..." when a list of such letters may begin or go on here."""
    label = dotted_letter(text)
    if label is None:
        return None
    open_list = stack.find(UnitKind.LETTER)
    begins = label.number == "a" and stack.top.unit.text.endswith((":", "ności"))
    goes_on = open_list is not None and (
        open_list.unit.label.endswith(".") and letter_follows(open_list.unit.number, label.number)
    )
    return label if begins or goes_on else None


def continues(kind: UnitKind, previous: str, number: str) -> bool:
    """True when the numbers stand next to each other in one list of this kind."""
    if kind in (UnitKind.INDENT, UnitKind.SUBINDENT):
        return True
    if kind is UnitKind.LETTER:
        return letter_follows(previous, number)
    return follows(previous, number)
