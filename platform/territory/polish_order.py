"""Polish alphabetical order outside the database, for lists made of reference data."""

from __future__ import annotations

ALPHABET = "aąbcćdeęfghijklłmnńoóprsśtuvwxyzźż"
RANK = {letter: rank for rank, letter in enumerate(ALPHABET)}


def polish_key(text: str) -> list[int]:
    """A sort key: "Łubniany" after "Lubsza", and spaces before letters."""
    return [RANK.get(char, ord(char) - 1000) for char in text.lower()]
