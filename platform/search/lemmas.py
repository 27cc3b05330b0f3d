"""Words brought to their dictionary forms, so that inflection does not hide anything.

Morfeusz 2 is exact and small (46 MB, a tenth of a second to load); where it has no wheel
(Linux on arm64) the stemmer pystempel stands in. Words that Polish does not know get English and
German stems. See docs/decisions/0005-polish-search.md.
"""

from __future__ import annotations

import re
import threading
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

import snowballstemmer

try:
    import morfeusz2
except ImportError:  # no wheel for this machine
    morfeusz2 = None

WORD = re.compile(r"[^\W_]+")
# Letters that do not decompose into a base letter and a mark.
STROKES = str.maketrans({"ł": "l", "Ł": "L", "ß": "ss", "ø": "o", "đ": "d"})
# Words too common to tell anything apart; a query of nothing but these is kept as it is.
# fmt: off
STOP_WORDS = frozenset({
    "a", "aby", "albo", "ale", "bo", "by", "być", "czy", "dla", "do", "i", "ich", "im", "ją",
    "je", "jego", "jej", "jest", "już", "ku", "lub", "ma", "na", "nad", "nie", "niż", "o", "od",
    "oraz", "po", "pod", "przed", "przez", "przy", "się", "są", "ta", "tak", "te", "ten", "to",
    "tu", "u", "w", "we", "wraz", "z", "za", "ze", "że",
})
# fmt: on
# Shorter words are abbreviations and names, which stems would only confuse.
SHORTEST_FOREIGN = 4
_analysers = threading.local()
_stemming = threading.Lock()


def plain(text: str) -> str:
    """``text`` in lower case without diacritics: "Koło Łowieckie" → "kolo lowieckie"."""
    decomposed = unicodedata.normalize("NFKD", text.translate(STROKES))
    return "".join(char for char in decomposed if not unicodedata.combining(char)).lower()


def words(text: str) -> list[str]:
    """Words and numbers of ``text`` in lower case, in reading order."""
    return WORD.findall(text.lower())


def lemmas(text: str) -> list[str]:
    """What is indexed for ``text``: for each word its plain form and plain dictionary forms.

    Order follows the text, each form stands once, stop words are left out.
    """
    return _unique(
        form for word in words(text) if word not in STOP_WORDS for form in word_forms(word)
    )


@lru_cache(maxsize=20_000)
def word_forms(word: str) -> tuple[str, ...]:
    """The plain word itself and its plain dictionary forms ("gmin" → "gmin", "gmina")."""
    return tuple(_unique([plain(word), *(plain(base) for base in _dictionary_forms(word))]))


def _unique(forms: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(forms))


def _dictionary_forms(word: str) -> list[str]:
    if word.isdigit():
        return []
    if morfeusz2 is None:
        return [_stemmer()(word)]
    found = [
        # "stowarzyszenie:Sn" carries the meaning's number after the colon
        interpretation[1].partition(":")[0]
        for _start, _end, interpretation in _morfeusz().analyse(word)
        if interpretation[2] != "ign"
    ]
    return found or _foreign_stems(word)


def _foreign_stems(word: str) -> list[str]:
    """Stems of a word that is not Polish, as neighbours and partners from abroad write it."""
    if len(word) < SHORTEST_FOREIGN:
        return []
    with _stemming:  # the stemmers keep the word under work in themselves
        return [stemmer.stemWord(word) for stemmer in _foreign_stemmers()]


@lru_cache(maxsize=1)
def _foreign_stemmers() -> list[Any]:
    return [snowballstemmer.stemmer(language) for language in ("english", "german")]


# One analyser a thread: Morfeusz keeps the text under analysis in the object.
def _morfeusz() -> morfeusz2.Morfeusz:
    if not hasattr(_analysers, "morfeusz"):
        _analysers.morfeusz = morfeusz2.Morfeusz(generate=False, separate_numbering=True)
    return _analysers.morfeusz


@lru_cache(maxsize=1)
def _stemmer():  # type: ignore[no-untyped-def]
    from pystempel import Stemmer

    return Stemmer.polimorf()
