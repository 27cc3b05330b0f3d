"""Documents that are not acts: headings with numbered or plain paragraphs below them."""

from __future__ import annotations

from collections.abc import Sequence

from ..source import Block
from ..tree import Unit, UnitKind
from .builder import quoted_unit
from .closings import dash_is_closing, list_owner, make_closing
from .labels import BASIC, SYSTEMATISING, Label, label_of, outline_label
from .numbers import is_first
from .phrases import ends_sentence, is_capitals
from .stack import LIST_ITEMS, RANKS, Frame, Stack, due_letter

_LONGEST_HEADING = 200
# "C." and "D." after "B." are letters; nobody numbers a hundred chapters in Roman numerals.
_ROMAN_LOOKALIKES = ("C", "L")
_HEADING_RANK = RANKS[UnitKind.HEADING]
_SYSTEMATISING_KINDS = frozenset(SYSTEMATISING.values())


class PlanBuilder:
    """Builds headings, paragraphs and lists; nothing here needs a basic unit."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.blocks = blocks
        self.stack = Stack(Unit(UnitKind.TEXT))

    def build(self) -> list[Unit]:
        """The units, in order."""
        for position, block in enumerate(self.blocks):
            self._place(block, position)
        return self.stack.root.children

    def _place(self, block: Block, position: int) -> None:
        if block.is_table:
            self._owner_of_text().children.append(Unit(UnitKind.TABLE, rows=block.rows))
        elif not self._place_heading(block, position):
            self._place_body(block, position)
        if block.quoted:
            self.stack.top.unit.children.append(quoted_unit(block.quoted))

    def _place_heading(self, block: Block, position: int) -> bool:
        text = block.full_text
        label = label_of(block)
        if label and label.kind in _SYSTEMATISING_KINDS:
            unit = Unit(label.kind, label.number, label.shown, label.rest)
            self.stack.push(Frame(unit, RANKS[label.kind]))
            return True
        if self._continues_heading(block):
            top = self.stack.top.unit
            top.heading = f"{top.heading} {text}".strip()
            return True
        depth = self._heading_depth(block, position)
        if depth is None:
            return False
        self._open_heading(block, depth)
        return True

    def _continues_heading(self, block: Block) -> bool:
        top = self.stack.top.unit
        empty = not top.heading and not top.children
        short = len(block.text) <= _LONGEST_HEADING and not ends_sentence(block.text)
        return top.kind in _SYSTEMATISING_KINDS and empty and short

    def _heading_depth(self, block: Block, position: int) -> int | None:
        text = block.full_text
        if not text or len(text) > _LONGEST_HEADING:
            return None
        if block.heading_level:
            return block.heading_level
        if block.text.endswith((".", ";", ",", ":")) and not is_capitals(block.text):
            return None
        outline = outline_label(text)
        if outline:
            return self._numbered_depth(outline[0])
        return self._depth_by_layout(block, position)

    def _numbered_depth(self, label: Label) -> int:
        """The depth of a numbered heading by the kind of its number.

        Authors mix "IV.", "A.", "1." and "1.1." freely; what opens with its first number under a
        heading of another kind stands below it, what goes on stands beside its own kind.
        """
        kind = _kind_of_number(label.number)
        dots = label.number.count(".")
        headings = [f for f in self.stack.frames if f.unit.kind is UnitKind.HEADING]
        for frame in reversed(headings):
            if _kind_of_number(frame.unit.number) == kind:
                return _depth(frame) - frame.unit.number.count(".") + dots
        if headings and is_first(label.number.split(".")[0]):
            return _depth(headings[-1]) + 1 + dots
        return 1 + dots

    def _depth_by_layout(self, block: Block, position: int) -> int | None:
        text = block.full_text
        label = label_of(block)
        if label and label.kind is UnitKind.PARAGRAPH:
            heading = self._is_numbered_heading(block, label, position)
            return self._numbered_depth(label) if heading else None
        if label is None and (is_capitals(text) or (block.emphasised and self._has_body(position))):
            return self._unnumbered_depth()
        return None

    def _is_numbered_heading(self, block: Block, label: Label, position: int) -> bool:
        """ "3. Cele programu" is a heading if something other than item 4 stands below it."""
        if block.emphasised or is_capitals(label.rest):
            return True
        if not label.rest or label.rest[0].islower() or len(label.rest) > 120:
            return False
        return self._has_body(position)

    def _has_body(self, position: int) -> bool:
        following = self.blocks[position + 1] if position + 1 < len(self.blocks) else None
        if following is None:
            return False
        label = label_of(following)
        return label is None or label.kind is not UnitKind.PARAGRAPH or label.number == "1"

    def _unnumbered_depth(self) -> int:
        numbered = self.stack.find(UnitKind.HEADING)
        if numbered is None or not numbered.unit.number:
            return 1 if numbered is None else _depth(numbered)
        return _depth(numbered) + 1

    def _open_heading(self, block: Block, depth: int) -> None:
        text = block.full_text
        outline = outline_label(text)
        label = outline[0] if outline else label_of(block)
        unit = Unit(UnitKind.HEADING, heading=text)
        if label and label.kind in (UnitKind.HEADING, UnitKind.PARAGRAPH, *BASIC):
            unit = Unit(UnitKind.HEADING, label.number, label.shown, label.rest)
        self.stack.push(Frame(unit, _HEADING_RANK + 0.1 * min(depth, 20)))

    def _place_body(self, block: Block, position: int) -> None:
        text = block.full_text
        label = label_of(block) or due_letter(self.stack, text)
        if label is None:
            self._place_text(block)
        elif label.kind in (UnitKind.INDENT, UnitKind.SUBINDENT) and not block.label:
            self._place_dash(label, block, position)
        else:
            self._open_item(label, block)

    def _open_item(self, label: Label, block: Block) -> None:
        unit = Unit(label.kind, label.number, label.shown, text=label.rest)
        rank = self.stack.rank_for(label.kind, label.number, block.list_level, block.list_id)
        list_id = block.list_id if block.label else ""
        self.stack.push(Frame(unit, rank, block.list_level, list_id, block.indent))

    def _place_dash(self, label: Label, block: Block, position: int) -> None:
        following = self.blocks[position + 1 : position + 2]
        next_label = label_of(following[0]) if following else None
        next_is_dash = bool(next_label and next_label.kind is label.kind)
        if dash_is_closing(self.stack, label.rest, next_is_dash):
            self._close_list(label.shown, label.rest, block)
        else:
            self._open_item(label, block)

    def _close_list(self, shown: str, text: str, block: Block) -> None:
        owner = list_owner(self.stack, block.indent)
        while self.stack.top is not owner:
            self.stack.frames.pop()
        owner.unit.children.append(make_closing(shown, text))

    def _owner_of_text(self) -> Unit:
        """Plain text after a list belongs to the heading, not to the last item."""
        return self.stack.close_to(RANKS[UnitKind.ARTICLE] - 0.01)

    def _place_text(self, block: Block) -> None:
        if self.stack.top.unit.kind in LIST_ITEMS and block.text[:1].islower():
            self._close_list("", block.text, block)
            return
        self._owner_of_text().children.append(Unit(UnitKind.TEXT, text=block.full_text))


def _depth(frame: Frame) -> int:
    """How deep a heading stands, from 1."""
    return max(1, round((frame.rank - _HEADING_RANK) * 10))


def _kind_of_number(number: str) -> str:
    if number[:1].isdigit():
        return "decimal"
    if number in _ROMAN_LOOKALIKES or not number:
        return "capital" if number else "none"
    return "roman" if set(number) <= set("IVXLC") else "capital"
