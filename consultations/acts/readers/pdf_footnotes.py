"""Footnotes of a PDF page: small print at its foot that begins with a mark."""

from __future__ import annotations

import re
import statistics
import unicodedata
from collections.abc import Sequence

from ..source import Block
from .lines import Line
from .reflow import join_lines

_MARK = re.compile(r"^(?P<mark>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}⁾?|\d{1,3}\)|[*]{1,3}\)?)\s*(?P<text>\S.*)$")
_SMALL_PRINT = 0.92


def _body_size(lines: Sequence[Line]) -> float:
    sizes = [line.size for line in lines for _ in range(1 + len(line.text) // 20) if line.size]
    return statistics.mode(sizes) if sizes else 0.0


def _foot_start(lines: Sequence[Line], body_size: float) -> int:
    """Index of the first line of small print at the end of a page's lines."""
    start = len(lines)
    while start and lines[start - 1].size < _SMALL_PRINT * body_size and not lines[start - 1].rows:
        start -= 1
    while start < len(lines) and not _MARK.match(lines[start].text):
        start += 1
    return start


def take_footnotes(lines: Sequence[Line]) -> tuple[list[Line], list[Block]]:
    """(the lines of the text, the footnotes found below it)."""
    body_size = _body_size(lines)
    pages: dict[int, list[Line]] = {}
    for line in lines:
        pages.setdefault(line.page, []).append(line)
    text: list[Line] = []
    notes: list[Block] = []
    for page in pages.values():
        start = _foot_start(page, body_size)
        text.extend(page[:start])
        notes.extend(_notes(page[start:]))
    return text, notes


def _notes(lines: Sequence[Line]) -> list[Block]:
    groups: list[list[Line]] = []
    marks: list[str] = []
    for line in lines:
        if match := _MARK.match(line.text):
            marks.append(unicodedata.normalize("NFKC", match["mark"]).rstrip(")"))
            line.text = match["text"]
            groups.append([line])
        else:
            groups[-1].append(line)
    return [
        Block(text=" ".join(block.text for block in join_lines(group)), footnote=mark)
        for mark, group in zip(marks, groups, strict=True)
    ]
