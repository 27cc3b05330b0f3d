"""Running headers and footers, page numbers and watermarks between the lines of a text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from ..parser.labels import read_label
from ..tree import Notice
from .lines import Line

_PUBLISHER = re.compile(
    r"^(?:©\s*Kancelaria Sejmu|Kancelaria Sejmu|Dziennik Ustaw\b.{0,60}|"
    r"Dziennik Urzędowy Województwa\b.{0,80}|Monitor Polski\b.{0,60}|"
    r"Id:\s*[0-9A-F-]{20,}.*)$",
    re.IGNORECASE,
)
_PAGE_NUMBER = re.compile(
    r"^(?:[-–—]\s*\d{1,4}\s*[-–—]|(?:s\.|str\.|strona)\s*\d{1,4}(?:\s*(?:/|z|of)\s*\d{1,4})?|"
    r"\d{1,4}\s*/\s*\d{1,4})\.?$",
    re.IGNORECASE,
)
_DATE = re.compile(r"^\d{4}-\d{2}-\d{2}$|^\d{2}[./-]\d{2}[./-]\d{4}$")
_BARE_NUMBER = re.compile(r"^\d{1,4}$")
_LONGEST_WATERMARK_LETTER = 1
_SHORTEST_WATERMARK = 4


def _pattern(text: str) -> str:
    return re.sub(r"\d+", "#", text)


def _is_date_of_header(lines: Sequence[Line], position: int) -> bool:
    around = [*lines[max(0, position - 1) : position], *lines[position + 1 : position + 2]]
    return bool(_DATE.match(lines[position].text)) and any(
        _PUBLISHER.match(line.text) or _PAGE_NUMBER.match(line.text) for line in around
    )


def _is_page_number(lines: Sequence[Line], position: int) -> bool:
    line = lines[position]
    if _PAGE_NUMBER.match(line.text):
        return True
    following = lines[position + 1 : position + 2]
    turns = bool(following) and following[0].page != line.page
    return bool(_BARE_NUMBER.match(line.text)) and turns


def _watermarks(lines: Sequence[Line]) -> set[int]:
    """Runs of single characters: text set vertically along the margin."""
    found: set[int] = set()
    run: list[int] = []
    for position, line in enumerate([*lines, Line("end")]):
        if len(line.text) <= _LONGEST_WATERMARK_LETTER:
            run.append(position)
            continue
        if len(run) >= _SHORTEST_WATERMARK:
            found.update(run)
        run = []
    return found


def _repeated(lines: Sequence[Line]) -> set[str]:
    """First and last lines of pages that come back on most pages."""
    pages: dict[int, list[Line]] = {}
    for line in lines:
        pages.setdefault(line.page, []).append(line)
    if len(pages) < 3:
        return set()
    edges: Counter[str] = Counter()
    for page_lines in pages.values():
        edges.update({_pattern(line.text) for line in (*page_lines[:3], *page_lines[-3:])})
    return {
        pattern
        for pattern, count in edges.items()
        if count >= 3 and count >= 0.4 * len(pages) and not read_label(pattern.replace("#", "1"))
    }


def drop_running_lines(lines: Sequence[Line]) -> tuple[list[Line], list[str], list[Notice]]:
    """(lines of the text itself, texts of the lines left out, notices about it)."""
    repeated = _repeated(lines)
    watermarks = _watermarks(lines)
    kept: list[Line] = []
    removed: list[str] = []
    for position, line in enumerate(lines):
        running = (
            position in watermarks
            or bool(_PUBLISHER.match(line.text))
            or _is_page_number(lines, position)
            or _is_date_of_header(lines, position)
            or _pattern(line.text) in repeated
        )
        if running:
            removed.append(line.text)
        else:
            kept.append(line)
    notices = [Notice("running_lines_removed", str(len(removed)))] if removed else []
    return kept, removed, notices
