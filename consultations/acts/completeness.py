"""Nothing of the source may be lost: its words against the words of the units.

Words are compared as a multiset. Hyphens inside words are left out on both sides, and a word
that one side has in two parts counts as the same, so that rejoining a word that was broken at a
line end is not a difference.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator

from .source import Source
from .tree import ParsedDocument, Unit

_HYPHEN = re.compile(r"(?<=\w)[-\u2010\u2011\u00ad](?=\w)")
_BROKEN = re.compile(r"(?<=\w)[-\u2010\u00ad\u00ac][^\S\n]*\n\s*(?=[a-ząćęłńóśźż])")
_LONGEST_WORD = 60
_MOST_PIECES = 5
_WORD = re.compile(r"\w+")


def words_of(text: str) -> Counter[str]:
    """The words of a text with their counts."""
    normalised = unicodedata.normalize("NFKC", text).replace("_", " ")
    return Counter(_WORD.findall(_HYPHEN.sub("", normalised)))


def texts_of(unit: Unit) -> Iterator[str]:
    """Every text that the unit itself holds, without its children."""
    yield f"{unit.label} {unit.heading} {unit.text}"
    for row in unit.rows:
        yield from row


def document_lines(document: ParsedDocument) -> list[str]:
    """The texts of title, preface and all units, in reading order."""
    texts = [document.title, document.preface]
    for unit in document.walk():
        texts.extend(texts_of(unit))
    return [text.strip() for text in texts if text.strip()]


def document_words(document: ParsedDocument) -> Counter[str]:
    """The words of title, preface and all units."""
    return words_of("\n".join(document_lines(document)))


def _reconcile(whole: Counter[str], parts: Counter[str]) -> None:
    """Strike out words of one side that stand in two parts on the other.

    At a line end nobody can tell for sure whether a hyphen joins or divides; either way no
    letter is lost.
    """
    for word in list(whole):
        while whole[word] and (pieces := _pieces(word, parts, _MOST_PIECES)):
            whole[word] -= 1
            parts.subtract(pieces)


def _pieces(word: str, parts: Counter[str], most: int) -> list[str] | None:
    """The word as a chain of at most so many of the parts that are there, or None."""
    if most < 2 or len(word) > _LONGEST_WORD:
        return None
    for cut in range(1, len(word)):
        start, rest = word[:cut], word[cut:]
        if not parts[start]:
            continue
        parts[start] -= 1
        tail = [rest] if parts[rest] else _pieces(rest, parts, most - 1)
        parts[start] += 1
        if tail:
            return [start, *tail]
    return None


def _listed(words: Counter[str]) -> list[str]:
    return list(words.elements())


def _wanted_words(text: str, removed: Iterable[str]) -> Counter[str]:
    """The words of the source less the lines that the reader left out on purpose.

    Whole lines go before words are counted, because a word may be broken around a running
    header; what is cut into lines differently in the raw text goes word by word.
    """
    unwanted: Counter[str] = Counter()
    wording: dict[str, str] = {}
    for line in removed:
        unwanted[_squeezed(line)] += 1
        wording[_squeezed(line)] = line
    kept = []
    for line in text.splitlines():
        squeezed = _squeezed(line)
        if unwanted[squeezed] > 0:
            unwanted[squeezed] -= 1
        else:
            kept.append(line)
    words = words_of(_BROKEN.sub("", "\n".join(kept)))
    for squeezed in unwanted.elements():
        words -= words_of(wording[squeezed])
    return words


def _squeezed(line: str) -> str:
    return "".join(_WORD.findall(unicodedata.normalize("NFKC", line)))


def compare_words(source: Source, document: ParsedDocument) -> None:
    """Fill ``missing_words`` and ``added_words`` of the document."""
    expected = _wanted_words(source.raw_text, source.removed)
    present = document_words(document)
    missing, added = expected - present, present - expected
    _reconcile(missing, added)
    _reconcile(added, missing)
    document.missing_words = _listed(missing)
    document.added_words = _listed(added)
