"""Word-level comparison of two wordings, as lawyers read it: what goes out, what comes in.

The only one of the portal: acts, remarks, minutes and versions of pages are compared by it.

Words and punctuation marks are compared, the space between them is carried along, so that the
segments joined again give either wording letter for letter. Templates render the segments;
nothing here builds HTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from rapidfuzz.distance import Indel

_TOKEN = re.compile(r"(\s*)([\w§%]+|[^\w\s])|(\s+)$")
_SENTENCE_START = re.compile(r"(?<=[.;:!?\n])(?=\s)")
# Beyond this many token pairs sentences are paired first, which bounds time and memory.
_MOST_TOKEN_PAIRS = 100_000_000


class ChangeKind(StrEnum):
    """What happens to a segment on the way from the old wording to the new one."""

    EQUAL = "equal"
    INSERT = "insert"
    DELETE = "delete"


@dataclass(frozen=True, slots=True)
class Change:
    """A run of text that is kept, inserted or deleted."""

    kind: ChangeKind
    text: str

    @property
    def is_equal(self) -> bool:
        """Whether both wordings have this text."""
        return self.kind is ChangeKind.EQUAL

    @property
    def is_insert(self) -> bool:
        """Whether only the new wording has this text."""
        return self.kind is ChangeKind.INSERT

    @property
    def is_delete(self) -> bool:
        """Whether only the old wording has this text."""
        return self.kind is ChangeKind.DELETE


def diff_words(old: str, new: str) -> list[Change]:
    """Segments that lead from ``old`` to ``new``.

    Equal and deleted segments joined give ``old``; equal and inserted ones give ``new``.
    """
    if old == new:
        return [Change(ChangeKind.EQUAL, old)] if old else []
    pieces = _compare(_tokens(old), _tokens(new))
    return _slid_to_boundaries(_without_confetti(_merged(pieces)))


def old_side(changes: Iterable[Change]) -> list[Change]:
    """The left column of a side-by-side view: what the old wording holds."""
    return [change for change in changes if not change.is_insert]


def new_side(changes: Iterable[Change]) -> list[Change]:
    """The right column of a side-by-side view: what the new wording holds."""
    return [change for change in changes if not change.is_delete]


def is_changed(changes: Iterable[Change]) -> bool:
    """Whether anything was inserted or deleted."""
    return any(not change.is_equal for change in changes)


@dataclass(frozen=True, slots=True)
class _Token:
    space: str  # what stands before the word
    word: str

    @property
    def text(self) -> str:
        return self.space + self.word


def _tokens(text: str) -> list[_Token]:
    return [_Token(match[1] or match[3] or "", match[2] or "") for match in _TOKEN.finditer(text)]


def _compare(old: Sequence[_Token], new: Sequence[_Token]) -> list[Change]:
    if len(old) * len(new) > _MOST_TOKEN_PAIRS:
        return _compare_by_sentence(old, new)
    numbers: dict[str, int] = {}
    old_words = [numbers.setdefault(token.word, len(numbers)) for token in old]
    new_words = [numbers.setdefault(token.word, len(numbers)) for token in new]
    pieces: list[Change] = []
    for step in Indel.opcodes(old_words, new_words):
        before, after = old[step.src_start : step.src_end], new[step.dest_start : step.dest_end]
        if step.tag == "equal":
            for old_token, new_token in zip(before, after, strict=True):
                pieces.extend(_kept(old_token, new_token))
        else:
            pieces.extend(_replaced(before, after))
    return pieces


def _kept(old: _Token, new: _Token) -> list[Change]:
    if old.space == new.space:
        return [Change(ChangeKind.EQUAL, old.text)]
    return [
        Change(ChangeKind.DELETE, old.space),
        Change(ChangeKind.INSERT, new.space),
        Change(ChangeKind.EQUAL, old.word),
    ]


def _replaced(old: Sequence[_Token], new: Sequence[_Token]) -> list[Change]:
    return [
        Change(ChangeKind.DELETE, "".join(token.text for token in old)),
        Change(ChangeKind.INSERT, "".join(token.text for token in new)),
    ]


def _compare_by_sentence(old: Sequence[_Token], new: Sequence[_Token]) -> list[Change]:
    """Pair whole sentences of very long texts; words only inside what is left between them."""
    old_sentences, new_sentences = _sentences(old), _sentences(new)
    numbers: dict[str, int] = {}
    old_keys = [numbers.setdefault(sentence, len(numbers)) for sentence in old_sentences]
    new_keys = [numbers.setdefault(sentence, len(numbers)) for sentence in new_sentences]
    pieces: list[Change] = []
    for step in Indel.opcodes(old_keys, new_keys):
        before = "".join(old_sentences[step.src_start : step.src_end])
        after = "".join(new_sentences[step.dest_start : step.dest_end])
        old_tokens, new_tokens = _tokens(before), _tokens(after)
        if step.tag == "equal":
            pieces.append(Change(ChangeKind.EQUAL, before))
        elif len(old_tokens) * len(new_tokens) > _MOST_TOKEN_PAIRS:
            pieces.extend(_replaced(old_tokens, new_tokens))
        else:
            pieces.extend(_compare(old_tokens, new_tokens))
    return pieces


def _sentences(tokens: Sequence[_Token]) -> list[str]:
    return _SENTENCE_START.split("".join(token.text for token in tokens))


def _merged(pieces: Iterable[Change]) -> list[Change]:
    """One run per kind; between two equal runs the deletion stands before the insertion."""
    merged: list[Change] = []
    for equal, run in groupby(pieces, key=lambda piece: piece.is_equal):
        changes = list(run)
        kinds = (ChangeKind.EQUAL,) if equal else (ChangeKind.DELETE, ChangeKind.INSERT)
        for kind in kinds:
            text = "".join(change.text for change in changes if change.kind is kind)
            if text:
                merged.append(Change(kind, text))
    return merged


def _weight(text: str) -> int:
    """How much a run says to a reader: its letters and digits."""
    return sum(character.isalnum() for character in text)


def _without_confetti(changes: list[Change]) -> list[Change]:
    """Give up kept words that say less than the changes on both sides of them."""
    while True:
        confetti = {index for index in range(len(changes)) if _is_confetti(changes, index)}
        if not confetti:
            return changes
        pieces: list[Change] = []
        for index, change in enumerate(changes):
            if index in confetti:
                pieces.append(Change(ChangeKind.DELETE, change.text))
                pieces.append(Change(ChangeKind.INSERT, change.text))
            else:
                pieces.append(change)
        changes = _merged(pieces)


def _is_confetti(changes: Sequence[Change], index: int) -> bool:
    if not changes[index].is_equal or index in (0, len(changes) - 1):
        return False
    weight = _weight(changes[index].text)
    return weight <= min(_edit_weight(changes, index, -1), _edit_weight(changes, index, 1))


def _edit_weight(changes: Sequence[Change], index: int, step: int) -> int:
    """The heavier of the deletion and the insertion next to a kept run."""
    weight = 0
    index += step
    while 0 <= index < len(changes) and not changes[index].is_equal:
        weight = max(weight, _weight(changes[index].text))
        index += step
    return weight


def _slid_to_boundaries(changes: list[Change]) -> list[Change]:
    """Move a lone edit among repeated words to where a phrase begins or ends.

    Out of "a, b, c" against "a, b, b2, c" many alignments are right; the reader wants whole
    phrases marked.
    """
    slid = list(changes)
    for index in range(1, len(slid) - 1):
        before, edit, after = slid[index - 1 : index + 2]
        if before.is_equal and after.is_equal and not edit.is_equal:
            slid[index - 1 : index + 2] = _best_slide(before, edit, after)
    # A kept run that slid away leaves the edits on both sides of it next to each other.
    return _merged(change for change in slid if change.text)


def _best_slide(before: Change, edit: Change, after: Change) -> list[Change]:
    left, middle, right = (
        [token.text for token in _tokens(change.text)] for change in (before, edit, after)
    )
    if not middle:
        return [before, edit, after]
    while left and left[-1] == middle[-1]:
        middle.insert(0, middle.pop())
        right.insert(0, left.pop())
    candidates = [(_boundary_score(left, middle, right), len(left))]
    best = (list(left), list(middle), list(right))
    while right and right[0] == middle[0]:
        left.append(right.pop(0))
        middle.append(middle.pop(0))
        score = (_boundary_score(left, middle, right), len(left))
        if score > max(candidates):
            best = (list(left), list(middle), list(right))
        candidates.append(score)
    kinds = (before.kind, edit.kind, after.kind)
    return [Change(kind, "".join(tokens)) for kind, tokens in zip(kinds, best, strict=True)]


def _boundary_score(left: Sequence[str], middle: Sequence[str], right: Sequence[str]) -> int:
    """Higher when the edit starts after, and ends with, the end of a phrase."""
    start = _phrase_end(left[-1]) if left else 3
    end = _phrase_end(middle[-1])
    return start + end + (3 if not right else 0)


def _phrase_end(token: str) -> int:
    if token[-1] in ".;:!?\n":
        return 3
    if token[-1] in ",)”–":
        return 2
    return 0
