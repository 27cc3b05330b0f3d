"""What changed between two texts, word by word, for ``components/redline.html``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

_WORDS = re.compile(r"\s+|[^\s]+")


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of text; ``op`` is equal, insert or delete."""

    op: str
    text: str


def segments(old: str, new: str) -> list[Segment]:
    """The runs that lead from one text to the other."""
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    return [
        segment
        for op, first, last, start, end in matcher.get_opcodes()
        for segment in _of(op, "".join(before[first:last]), "".join(after[start:end]))
    ]


def _of(op: str, old: str, new: str) -> Iterator[Segment]:
    if op == "equal":
        yield Segment("equal", new)
        return
    if old:
        yield Segment("delete", old)
    if new:
        yield Segment("insert", new)
