"""Showing in a text the words for which it was found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from search.lemmas import WORD, plain, word_forms
from search.matching import MIN_PREFIX, telling_words

LONGEST = 260
BEFORE = 60


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text; ``is_found`` when it is one of the words asked for."""

    text: str
    is_found: bool


def marked(text: str, asked: str) -> list[Piece]:
    """``text`` cut where its words, in any inflection, are those that were asked for."""
    return list(_pieces(text, asked))


def snippet(text: str, asked: str) -> list[Piece]:
    """The part of a longer text around the first found word, marked."""
    if len(text) <= LONGEST:
        return marked(text, asked)
    first = next((start for start, _ in _found(text, asked)), 0)
    start = text.rfind(" ", 0, max(first - BEFORE, 0)) + 1
    end = text.rfind(" ", start, start + LONGEST)
    part = text[start : end if end > start else start + LONGEST]
    return marked(f"{'… ' if start else ''}{part} …", asked)


def _pieces(text: str, asked: str) -> Iterator[Piece]:
    at = 0
    for start, end in _found(text, asked):
        if start > at:
            yield Piece(text[at:start], is_found=False)
        yield Piece(text[start:end], is_found=True)
        at = end
    if at < len(text):
        yield Piece(text[at:], is_found=False)


def _found(text: str, asked: str) -> Iterator[tuple[int, int]]:
    telling = telling_words(asked)
    forms = {form for word in telling for form in word_forms(word)}
    beginnings = tuple(plain(word) for word in telling if len(word) >= MIN_PREFIX)
    for word in WORD.finditer(text):
        own = word_forms(word[0].lower())
        if forms.intersection(own) or (beginnings and own[0].startswith(beginnings)):
            yield word.span()
