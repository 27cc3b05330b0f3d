"""Nothing of the source may be lost: its words against the words of the units.

Words are compared as a multiset. Hyphens inside words and at line ends are left out on both
sides, so that rejoining a broken word is not a difference.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator

from .source import Source
from .tree import ParsedDocument, Unit

_HYPHEN = re.compile(r"(?<=\w)[-\u2010\u2011\u00ad\u00ac][-\u2010\u2011\u00ad\u00ac\s]*(?=\w)")
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
    return words_of("\n \n".join(document_lines(document)))


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
    words = words_of("\n".join(kept))
    for squeezed in unwanted.elements():
        words -= words_of(wording[squeezed])
    return words


def _squeezed(line: str) -> str:
    return "".join(_WORD.findall(unicodedata.normalize("NFKC", line)))


def compare_words(source: Source, document: ParsedDocument) -> None:
    """Fill ``missing_words`` and ``added_words`` of the document."""
    expected = _wanted_words(source.raw_text, source.removed)
    present = document_words(document)
    document.missing_words = _listed(expected - present)
    document.added_words = _listed(present - expected)
