"""Polish typography for formats that are printed."""

from __future__ import annotations

import re

_NO_BREAK = "\u00a0"
_SHORT_WORD = re.compile(r"(?<![\w\-])([aiouwzAIOUWZ]) (?=\S)")
_REFERENCE = re.compile(r"(?<!\w)(§|art\.|ust\.|pkt|lit\.|nr|poz\.|Art\.|Nr) (?=\w)")
_LONG_RUN = re.compile(r"[^\s\u00a0\u200b]{25,}")
_EVERY_FEW = re.compile(r"(\w{4}|[/&?=_.,;:-])(?=\S)")


def bound(text: str) -> str:
    """``text`` in which no line ends with a one-letter word or tears “§ 5” apart."""
    return _REFERENCE.sub(rf"\1{_NO_BREAK}", _SHORT_WORD.sub(rf"\1{_NO_BREAK}", text))


def breakable(text: str) -> str:
    """``text`` whose very long words (addresses, rubbish) may break, so that they stay in
    their column; a zero-width space marks the places."""
    return _LONG_RUN.sub(lambda run: _EVERY_FEW.sub("\\1\u200b", run.group()), text)


def printed(text: str) -> str:
    """``text`` ready for paper."""
    return breakable(bound(text))
