"""Words broken at line ends: which hyphen is only a break and which belongs to the word."""

from __future__ import annotations

import re
from collections.abc import Iterable

SOFT_HYPHEN = "\u00ad"
_HYPHENS = ("-", "\u2010", SOFT_HYPHEN, "\u00ac")
_LONGEST_WORD = 60
_FIRST_WORD = re.compile(r"^(?P<word>\w+)")
_WORD = re.compile(r"\w+(?:-\w+)*")

# First members of the compound adjectives that administrative Polish writes with a hyphen.
COMPOUND_STEMS = frozenset([
    "administracyjno", "badawczo", "budowlano", "cywilno", "czesko", "dydaktyczno", "ekonomiczno",
    "europejsko", "finansowo", "fizyczno", "gospodarczo", "handlowo", "historyczno",
    "informacyjno", "informatyczno", "instytucjonalno", "komunikacyjno", "konserwatorsko",
    "konsultacyjno", "kontrolno", "krajoznawczo", "kulturalno", "kulturowo", "lekarsko",
    "literacko", "ludowo", "medyczno", "merytoryczno", "naukowo", "niemiecko", "normatywno",
    "oświatowo", "opiekuńczo", "organizacyjno", "partnersko", "pielęgnacyjno", "podatkowo",
    "polsko", "pomocowo", "pożarniczo", "prawno", "prewencyjno", "produkcyjno", "profilaktyczno",
    "programowo", "promocyjno", "przestrzenno", "psychologiczno", "ratowniczo", "rehabilitacyjno",
    "rekreacyjno", "remontowo", "rolniczo", "rolno", "rozrywkowo", "ruchowo", "rzeczowo",
    "rynkowo", "ściekowo", "sanitarno", "słowacko", "społeczno", "sportowo", "szkoleniowo",
    "środowiskowo", "śląsko", "techniczno", "teleinformatyczno", "terapeutyczno", "turystyczno",
    "ukraińsko", "usługowo", "wodno", "wychowawczo", "wojskowo", "wyrównawczo", "zdrowotno",
    "żywnościowo",
])  # fmt: skip


class Vocabulary:
    """The words that the document itself writes unbroken, which settle most doubts."""

    def __init__(self, lines: Iterable[str]) -> None:
        self.compounds: set[str] = set()
        self.words: set[str] = set()
        for line in lines:
            whole = line.rstrip()
            words = _WORD.findall(whole.lower())
            if whole.endswith(("-", "\u00ad")) and words:
                words.pop()
            self.words.update(words)
            self.compounds.update(word for word in words if "-" in word)

    def keeps_hyphen(self, left: str, right: str) -> bool:
        """True when "left-right" is a word with a hyphen of its own."""
        if right[0].isupper() or right[0].isdigit() or left[-1].isdigit():
            return True
        lowered_left, lowered_right = left.lower(), right.lower()
        if f"{lowered_left}-{lowered_right}" in self.compounds:
            return True
        if lowered_left + lowered_right in self.words or lowered_right.startswith("śc"):
            return False  # "społeczno|ściami" is a case of "społeczność"
        return lowered_left.rpartition("-")[2] in COMPOUND_STEMS


def join(left: str, right: str, vocabulary: Vocabulary) -> str:
    """Two lines of one paragraph as one, with the word at the break made whole."""
    word = _broken_word(left)
    if word and right.startswith("-") and right[1:2].isalpha():
        # Polish typesetting repeats the hyphen of a compound at the start of the next line.
        return left + right[1:]
    first = _FIRST_WORD.match(right)
    if not word or not first:
        return f"{left} {right}" if left and right else left + right
    if left.endswith((SOFT_HYPHEN, "\u00ac")) or not vocabulary.keeps_hyphen(word, first["word"]):
        return left[:-1] + right
    return left + right


def _broken_word(line: str) -> str:
    """The word before the hyphen that ends the line, or ""."""
    if not line.endswith(_HYPHENS):
        return ""
    end = line[-_LONGEST_WORD - 1 : -1]
    start = len(end)
    while start and (end[start - 1].isalnum() or end[start - 1] == "-"):
        start -= 1
    endless = start == 0 and len(end) == _LONGEST_WORD
    return "" if endless else end[start:].strip("-")
