"""What number comes after a number."""

from __future__ import annotations

import re

from consultations.acts.parser.numbers import roman_value, to_roman

_DECIMAL = re.compile(r"\d+")
_ROMAN = re.compile(r"[IVXLC]+")
_LETTER = re.compile(r"[a-y]")


def next_number(number: str) -> str | None:
    """ "5" → "6", "IV" → "V", "b" → "c"; None for what has no certain successor ("13a", "2¹")."""
    if _DECIMAL.fullmatch(number):
        return str(int(number) + 1)
    if _ROMAN.fullmatch(number):
        return to_roman(roman_value(number) + 1)
    if _LETTER.fullmatch(number):
        return chr(ord(number) + 1)
    return None
