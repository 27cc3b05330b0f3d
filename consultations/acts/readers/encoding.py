"""Which encoding a Polish text file is in: UTF-8, UTF-16, Windows-1250 or ISO 8859-2."""

from __future__ import annotations

import codecs

from ..tree import UnreadableDocument

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_POLISH = frozenset("ąćęłńóśźżĄĆĘŁŃÓŚŹŻ§„”–")
_CONTROL = bytes(set(range(32)) - set(b"\t\n\r\f\x1a"))


def looks_binary(data: bytes) -> bool:
    """True when the bytes are no text in any encoding that we read."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return False
    sample = data[:65536]
    control = len(sample) - len(sample.translate(None, _CONTROL))
    return control > len(sample) // 500


def _score(text: str) -> int:
    """Polish letters speak for an encoding, other accents and control codes against it."""
    score = 0
    for char in text:
        if ord(char) > 126:
            score += 2 if char in _POLISH else -1
            if 0x80 <= ord(char) < 0xA0:
                score -= 10
    return score


def decode(data: bytes) -> str:
    """The text of the bytes."""
    if looks_binary(data):
        raise UnreadableDocument("wrong_type")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        sample = data[:200_000]
        candidates = ("cp1250", "iso-8859-2")
        best = max(candidates, key=lambda name: _score(sample.decode(name, errors="replace")))
        return data.decode(best, errors="replace")
