"""Designations of units: "5", "13a", "2¹", "IV", "b", "3–5"; their order and succession."""

from __future__ import annotations

import re
import unicodedata

SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
TO_SUPERSCRIPT = str.maketrans("0123456789()", SUPERSCRIPTS + "⁽⁾")

ORDINALS = (
    "pierwsza", "druga", "trzecia", "czwarta", "piąta", "szósta", "siódma", "ósma", "dziewiąta",
    "dziesiąta", "jedenasta", "dwunasta",
)  # fmt: skip
ORDINALS_MASCULINE = (
    "pierwszy", "drugi", "trzeci", "czwarty", "piąty", "szósty", "siódmy", "ósmy", "dziewiąty",
    "dziesiąty", "jedenasty", "dwunasty",
)  # fmt: skip

_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_ROMAN = re.compile(r"^(?P<roman>[IVXLC]+)(?P<letters>[a-z]{0,2})$")
_DECIMAL = re.compile(
    rf"^(?P<base>\d+)(?P<sup>[{SUPERSCRIPTS}]*)(?P<letters>[a-zA-Z]{{0,3}})"
    rf"(?P<sup2>[{SUPERSCRIPTS}]*)$"
)
_RANGE = re.compile(r"\s*[-–—]\s*")

Key = tuple[int, int, str, int]


def roman_value(numeral: str) -> int:
    """The value of a Roman numeral, read leniently ("IIII" is 4)."""
    total = 0
    for here, after in zip(numeral, [*numeral[1:], "I"], strict=True):
        value = _ROMAN_VALUES[here]
        total += -value if value < _ROMAN_VALUES[after] else value
    return total


def to_roman(value: int) -> str:
    """1 → "I", 4 → "IV", ..."""
    symbols = (
        (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
        (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    )  # fmt: skip
    numeral = ""
    for worth, symbol in symbols:
        count, value = divmod(value, worth)
        numeral += symbol * count
    return numeral


def _plain(number: str) -> str:
    return unicodedata.normalize("NFKC", number)


def number_key(number: str) -> Key | None:
    """A key that sorts designations of one kind, or None for what is not one."""
    lowered = number.lower()
    for words in (ORDINALS, ORDINALS_MASCULINE):
        if lowered in words:
            return (words.index(lowered) + 1, 0, "", 0)
    if match := _DECIMAL.match(number):
        base, sup, sup2 = (int(_plain(match[part]) or 0) for part in ("base", "sup", "sup2"))
        return (base, sup, match["letters"], sup2)
    if match := _ROMAN.match(number):
        return (roman_value(match["roman"]), 0, match["letters"], 0)
    return None


def first_and_last(number: str) -> tuple[str, str]:
    """The ends of a range: "3–5" → ("3", "5"); a single number twice."""
    ends = _RANGE.split(number)
    return ends[0], ends[-1]


def follows(previous: str, candidate: str) -> bool:
    """True when ``candidate`` may stand right after ``previous`` in one list of units."""
    before = number_key(first_and_last(previous)[1])
    after = number_key(first_and_last(candidate)[0])
    if before is None or after is None:
        return False
    if after[0] == before[0]:
        return after > before
    return after[0] == before[0] + 1 and after[1] <= 1


def letter_follows(previous: str, candidate: str) -> bool:
    """The same for letters: "a" → "b", "e" → "ea", "z" → "za"; q, v and x are often skipped."""
    if candidate.startswith(previous) and len(candidate) == len(previous) + 1:
        return True
    if len(candidate) > 1 and previous[:1] == candidate[:1]:
        return candidate > previous
    return 1 <= ord(candidate[0]) - ord(previous[0]) <= 2


def is_first(number: str) -> bool:
    """True for "1", "I", "a" and their like: what may open a list."""
    if number == "a":
        return True
    key = number_key(first_and_last(number)[0])
    return key is not None and key[0] == 1 and not key[2]
