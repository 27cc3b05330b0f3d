"""Cleaning of characters that look like nothing and break comparison."""

from __future__ import annotations

import re
import unicodedata

_SPACES = re.compile(r"[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_INVISIBLE = re.compile(
    r"[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffc\x00-\x08\x0b\x0e-\x1f]"
)


def clean(text: str) -> str:
    """One line of text: composed letters, plain single spaces, nothing invisible."""
    text = unicodedata.normalize("NFC", _INVISIBLE.sub("", text))
    return _SPACES.sub(" ", text.replace("\n", " ").replace("\r", " ")).strip()


def clean_lines(text: str) -> str:
    """The same for text that keeps its line breaks."""
    return "\n".join(clean(line) for line in text.splitlines())
