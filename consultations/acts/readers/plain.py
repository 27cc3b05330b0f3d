"""Plain text: its encoding, its running headers, its paragraphs."""

from __future__ import annotations

import re

from ..source import Source
from ..tree import UnreadableDocument
from .encoding import decode
from .lines import Line, measure_columns
from .reflow import join_lines
from .running_lines import drop_running_lines
from .whitespace import clean

_PAGE_BREAK = re.compile(r"\f")


def _lines(text: str) -> list[Line]:
    lines: list[Line] = []
    gap = False
    for page, page_text in enumerate(_PAGE_BREAK.split(text)):
        for raw in page_text.splitlines():
            content = clean(raw)
            if not content:
                gap = bool(lines)
                continue
            left = len(raw) - len(raw.lstrip())
            lines.append(Line(content, left, left + len(content), page, gap_before=gap))
            gap = False
    return lines


def read(data: bytes) -> Source:
    """The source of a text file."""
    text = decode(data)
    lines = _lines(text)
    if not any(any(char.isalnum() for char in line.text) for line in lines):
        raise UnreadableDocument("empty")
    kept, removed, notices = drop_running_lines(lines)
    measure_columns(kept)
    return Source(join_lines(kept), text, removed, notices)
