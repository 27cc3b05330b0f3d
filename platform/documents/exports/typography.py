"""Polish typography for formats that are printed."""

from __future__ import annotations

import re
import unicodedata

from documents.typesetting.coverage import drawable_ranges

_NO_BREAK = "\u00a0"
_SHORT_WORD = re.compile(r"(?<![\w\-])([aiouwzAIOUWZ]) (?=\S)")
_REFERENCE = re.compile(r"(?<!\w)(§|art\.|ust\.|pkt|lit\.|nr|poz\.|Art\.|Nr) (?=\w)")
_LONG_RUN = re.compile(r"[^\s\u00a0\u200b]{25,}")
_EVERY_FEW = re.compile(r"(\w{4}|[/&?=_.,;:-])(?=\S)")
_BOX = "\u25a1"
_INVISIBLE = ("Mn", "Me", "Cf", "Sk")
_DRAWABLE = "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last in drawable_ranges())
# Joiners and skin tones after an emoji have nothing left to change.
_UNDRAWABLE = re.compile(f"[^\\n\\t{_DRAWABLE}][\u200d\ufe0e\ufe0f\U0001f3fb-\U0001f3ff]*")


def bound(text: str) -> str:
    """``text`` in which no line ends with a one-letter word or tears “§ 5” apart."""
    return _REFERENCE.sub(rf"\1{_NO_BREAK}", _SHORT_WORD.sub(rf"\1{_NO_BREAK}", text))


def breakable(text: str) -> str:
    """``text`` whose very long words (addresses, rubbish) may break, so that they stay in
    their column; a zero-width space marks the places."""
    return _LONG_RUN.sub(lambda run: _EVERY_FEW.sub("\\1\u200b", run.group()), text)


def drawn(text: str) -> str:
    """``text`` in characters that the fonts have: an emoji is named, other signs are boxes."""
    return _UNDRAWABLE.sub(_stand_in, unicodedata.normalize("NFC", text))


def printed(text: str) -> str:
    """``text`` ready for paper."""
    return breakable(bound(drawn(text)))


def _stand_in(found: re.Match[str]) -> str:
    sign = found.group()[0]
    if unicodedata.category(sign) == "So":
        return f"[{unicodedata.name(sign, 'symbol').lower()}]"
    return "" if unicodedata.category(sign) in _INVISIBLE else _BOX
