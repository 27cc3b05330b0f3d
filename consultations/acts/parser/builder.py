"""From paragraphs to the tree of an act: each label says how deep its paragraph hangs."""

from __future__ import annotations

from collections.abc import Sequence

from ..source import Block
from ..tree import Unit, UnitKind
from . import quotes
from .closings import dash_is_closing, list_owner, make_closing
from .labels import (
    BASIC,
    SYSTEMATISING,
    Label,
    inner_label,
    label_of,
    split_bracketed_heading,
)
from .numbers import is_first
from .phrases import ends_sentence, is_capitals, is_signature
from .stack import LIST_ITEMS, RANKS, Frame, Stack, due_letter

_SYSTEMATISING_KINDS = frozenset(SYSTEMATISING.values())
_DASHES = (UnitKind.INDENT, UnitKind.SUBINDENT)
_LONGEST_HEADING = 250


class ActBuilder:
    """Builds the units of one part of an act: its body, an annex, a quotation."""

    def __init__(self, blocks: Sequence[Block], *, signed: bool = False) -> None:
        self.blocks = blocks
        self.signed = signed
        self.stack = Stack(Unit(UnitKind.TEXT))
        self.in_signature = False
        self.last_basic = max(
            (place for place, block in enumerate(blocks) if self._is_basic(block)), default=-1
        )

    @staticmethod
    def _is_basic(block: Block) -> bool:
        label = label_of(block)
        return label is not None and label.kind in (*BASIC, *_SYSTEMATISING_KINDS)

    def build(self) -> list[Unit]:
        """The units, in order."""
        for position, block in enumerate(self.blocks):
            self._place(block, position)
        return self.stack.root.children

    def _place(self, block: Block, position: int) -> None:
        if block.is_table:
            self.stack.top.unit.children.append(Unit(UnitKind.TABLE, rows=block.rows))
        elif label := self._label(block, position):
            self._place_labelled(label, block, position)
        else:
            self._place_unlabelled(block, position)
        if block.quoted:
            self.stack.top.unit.children.append(quoted_unit(block.quoted))

    def _label(self, block: Block, position: int) -> Label | None:
        return label_of(block) or due_letter(self.stack, block.full_text)

    def _next(self, position: int, step: int = 1) -> Block | None:
        place = position + step
        return self.blocks[place] if place < len(self.blocks) else None

    def _next_label(self, position: int, step: int = 1) -> Label | None:
        following = self._next(position, step)
        return label_of(following) if following else None

    def _place_labelled(self, label: Label, block: Block, position: int) -> None:
        if label.kind in _DASHES:
            return self._place_dash(label, block, position)
        unit = self._open(label, block)
        if label.kind in _SYSTEMATISING_KINDS:
            unit.heading = label.rest
            return None
        unit.heading, rest = split_bracketed_heading(label)
        if inner := inner_label(label.kind, rest):
            return self._place_labelled(inner, block, position)
        unit.text = rest
        return None

    def _open(self, label: Label, block: Block) -> Unit:
        unit = Unit(label.kind, number=label.number, label=label.shown)
        rank = RANKS[label.kind]
        if rank > RANKS[UnitKind.SECTION]:
            rank = self.stack.rank_for(label.kind, label.number, block.list_level, block.list_id)
        elif label.kind is UnitKind.SECTION and self.stack.find(UnitKind.ARTICLE) is None:
            rank = RANKS[UnitKind.ARTICLE]
        list_level = block.list_level if block.label else -1
        list_id = block.list_id if block.label else ""
        return self.stack.push(Frame(unit, rank, list_level, list_id, block.indent))

    def _place_dash(self, label: Label, block: Block, position: int) -> None:
        following = self._next_label(position)
        next_is_dash = bool(following and following.kind in _DASHES)
        if not block.label and dash_is_closing(self.stack, label.rest, next_is_dash):
            return self._close_list(label.shown, label.rest, block, following)
        unit = self._open(label, block)
        unit.text = label.rest
        return None

    def _close_list(self, shown: str, text: str, block: Block, following: Label | None) -> None:
        owner = list_owner(self.stack, block.indent, following)
        while self.stack.top is not owner:
            self.stack.frames.pop()
        owner.unit.children.append(make_closing(shown, text))

    def _place_unlabelled(self, block: Block, position: int) -> None:
        top = self.stack.top.unit
        text = block.text
        if self.in_signature or (self.signed and self._signs(block, position)):
            self.in_signature = True
            self.stack.close_to(-1)
            self.stack.root.children.append(Unit(UnitKind.TEXT, text=text))
        elif top.kind in _SYSTEMATISING_KINDS and self._continues_heading(block, top):
            top.heading = f"{top.heading} {text}".strip()
        elif self._is_heading(block, position):
            unit = Unit(UnitKind.HEADING, heading=text)
            self.stack.push(Frame(unit, RANKS[UnitKind.HEADING]))
        elif self._is_unit_heading(block, position):
            top.heading = text
        elif top.kind in RANKS and not (top.text or top.children or top.kind is UnitKind.HEADING):
            top.text = text
        else:
            self._place_paragraph(block, position)

    def _signs(self, block: Block, position: int) -> bool:
        if position < self.last_basic or self._awaits_text():
            return False
        opened = self.stack.find(*BASIC) or self.stack.find(UnitKind.PARAGRAPH)
        text = block.text
        dotted = not text.strip(" ./…_-()")
        return bool(opened) and is_signature(text) and (dotted or not text.endswith("."))

    def _continues_heading(self, block: Block, top: Unit) -> bool:
        if top.children or top.text or len(block.text) > _LONGEST_HEADING:
            return False
        if not top.heading:
            return True
        same_case = is_capitals(block.text) == is_capitals(top.heading)
        connected = top.heading.endswith((",", "-", " i", " oraz", " w")) or (
            block.text[0].islower() or block.text.split()[0] in ("I", "ORAZ", "W", "DO")
        )
        return connected and same_case

    def _is_heading(self, block: Block, position: int) -> bool:
        """An unnumbered heading between basic units: in capitals, or set as a heading."""
        if not block.text or len(block.text) > _LONGEST_HEADING or ends_sentence(block.text):
            return False
        if not (is_capitals(block.text) or block.emphasised):
            return False
        following = self._next_label(position)
        if following and (following.kind in BASIC or following.kind in _SYSTEMATISING_KINDS):
            return not self._awaits_text()
        return False

    def _awaits_text(self) -> bool:
        top = self.stack.top.unit
        return top.kind in BASIC and not top.text and not top.children

    def _is_unit_heading(self, block: Block, position: int) -> bool:
        """The heading of "§ 3" set on a line of its own, above the text of the unit."""
        top = self.stack.top.unit
        if not self._awaits_text() or top.heading or ends_sentence(block.text):
            return False
        following = self._next(position)
        if following is None or len(block.text) > _LONGEST_HEADING:
            return False
        label = label_of(following)
        if label and label.kind in (UnitKind.PARAGRAPH, UnitKind.SECTION):
            return is_first(label.number)
        return block.emphasised and not following.emphasised and label is None

    def _place_paragraph(self, block: Block, position: int) -> None:
        """A paragraph without a label: the end of a list, or a further paragraph of a unit."""
        in_list = self.stack.top.unit.kind in LIST_ITEMS
        if in_list and block.text[:1].islower() | block.text.startswith(","):
            return self._close_list("", block.text, block, self._next_label(position))
        if in_list:
            owner = list_owner(self.stack, block.indent)
            while self.stack.top is not owner:
                self.stack.frames.pop()
        self.stack.top.unit.children.append(Unit(UnitKind.TEXT, text=block.text))
        return None


def quoted_unit(blocks: Sequence[Block]) -> Unit:
    """The unit that keeps a quotation, with its structure inside when it has one."""
    first = blocks[0]
    mark = quotes.opening_quote(first.full_text)
    if first.label:
        first.label = first.label[len(mark) :].lstrip() if mark else first.label
    else:
        first.text = first.text[len(mark) :].lstrip()
    unit = Unit(UnitKind.QUOTED, label=mark)
    if quotes.is_structured(blocks):
        unit.children = ActBuilder(blocks).build()
    elif len(blocks) == 1:
        unit.text = first.full_text
    else:
        unit.children = [_plain_unit(block) for block in blocks]
    return unit


def _plain_unit(block: Block) -> Unit:
    if block.is_table:
        return Unit(UnitKind.TABLE, rows=block.rows)
    return Unit(UnitKind.TEXT, text=block.full_text)
