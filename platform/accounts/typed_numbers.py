"""Whole numbers that readers, their forms or odd programs write."""

from __future__ import annotations

from collections.abc import Iterable

LARGEST_KEY = 2**63 - 1
"""The largest that a key (bigint) of the database holds."""

LARGEST_INTEGER = 2**31 - 1
"""The largest that a column of whole numbers holds."""


def typed_number(text: str | None, *, most: int = LARGEST_KEY) -> int | None:
    """The number from 0 to ``most`` that plain digits stand for; None for any other text.

    Asking ``isdigit`` and calling ``int`` is not enough: "²" is a digit that is no number, and
    Python refuses to read more than 4,300 digits.
    """
    if not text or not (text.isascii() and text.isdecimal()) or len(text) > len(str(most)):
        return None
    number = int(text)
    return number if number <= most else None


def typed_numbers(texts: Iterable[str]) -> list[int]:
    """The numbers among ``texts``, such as keys of what was ticked; other texts are passed over."""
    numbers = map(typed_number, texts)
    return [number for number in numbers if number is not None]
