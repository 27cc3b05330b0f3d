"""Lines of a PDF page from the places of its characters; columns read one after the other."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..parser.numbers import TO_SUPERSCRIPT
from .lines import Line
from .pdf_characters import Character
from .whitespace import clean

# In parts of the font size: what separates words, and what separates columns or cells.
_WORD_GAP = 0.17
_NO_GAP = 0.05
_COLUMN_GAP = 1.8
_SAME_LINE = 0.3
_SMALL = 0.88
_MARGIN = -1  # the "column" of running headers and footers


@dataclass(slots=True)
class Segment:
    """Characters that stand side by side without a wide gap."""

    characters: list[Character]
    size: float = 0.0
    baseline: float = 0.0

    def __post_init__(self) -> None:
        """Measure by the usual size: raised digits must not count."""
        self.size = statistics.mode(character.size for character in self.characters)
        main = [c.baseline for c in self.characters if c.size >= _SMALL * self.size]
        self.baseline = statistics.median(main)

    @property
    def left(self) -> float:
        """The left edge."""
        return self.characters[0].left

    @property
    def right(self) -> float:
        """The right edge."""
        return self.characters[-1].right

    @property
    def text(self) -> str:
        """The text, words apart, raised digits as superscripts."""
        pieces: list[str] = []
        before: Character | None = None
        for character in self.characters:
            gap = 0.0 if before is None else character.left - before.right
            size = min(character.size, self.size)
            if gap > _WORD_GAP * size or (character.space_before and gap > _NO_GAP * size):
                pieces.append(" ")
            raised = self._is_raised(character)
            pieces.append(character.text.translate(TO_SUPERSCRIPT) if raised else character.text)
            before = character
        return clean("".join(pieces))

    def _is_raised(self, character: Character) -> bool:
        """A superscript: set smaller and higher, or a glyph drawn so by the font."""
        if character.size < _SMALL * self.size:
            return character.baseline - self.baseline > 0.12 * self.size
        return character.text.isdigit() and character.bottom - self.baseline > 0.2 * self.size


def _rows(characters: Sequence[Character]) -> list[list[Character]]:
    """Characters grouped by baseline, top to bottom."""
    rows: list[list[Character]] = []
    for character in sorted(characters, key=lambda item: -item.baseline):
        if rows and rows[-1][0].baseline - character.baseline <= _SAME_LINE * character.size:
            rows[-1].append(character)
        else:
            rows.append([character])
    return _with_raised(rows)


def _with_raised(rows: list[list[Character]]) -> list[list[Character]]:
    """Rows of superscripts joined to the row that they belong to, just below them."""
    joined: list[list[Character]] = []
    waiting: list[Character] = []
    for row in rows:
        size = max(character.size for character in row)
        if waiting:
            rise = waiting[0].baseline - row[0].baseline
            small = max(character.size for character in waiting) < _SMALL * size
            if not (small and rise < 0.7 * size):
                joined.append(waiting)
                waiting = []
        if len(row) <= 12 and all(c.text.isdigit() or c.text in ")*" for c in row):
            if waiting:
                joined.append(waiting)
            waiting = row
        else:
            joined.append([*row, *waiting])
            waiting = []
    return [*joined, waiting] if waiting else joined


def _segments(row: list[Character]) -> list[Segment]:
    row.sort(key=lambda character: character.left)
    size = statistics.mode(character.size for character in row)
    pieces = [[row[0]]]
    for before, character in pairwise(row):
        if character.left - before.right > _COLUMN_GAP * size:
            pieces.append([])
        pieces[-1].append(character)
    return [Segment(piece) for piece in pieces]


def find_gutter(rows: Sequence[Sequence[Segment]]) -> float | None:
    """The middle of the white strip between two columns, if the page has them."""
    segments = [segment for row in rows for segment in row]
    if len(segments) < 16:
        return None
    left, right = min(s.left for s in segments), max(s.right for s in segments)
    width = right - left
    best: tuple[int, float] | None = None
    for step in range(35, 66):
        place = left + width * step / 100
        crossing = sum(1 for s in segments if s.left < place < s.right)
        if best is None or crossing < best[0]:
            best = (crossing, place)
    if best is None:
        return None
    crossing, place = best
    sides = [s for s in segments if s.right <= place], [s for s in segments if s.left >= place]
    full = [sum(1 for s in side if s.right - s.left > 0.6 * 0.45 * width) for side in sides]
    enough = min(len(side) for side in sides) >= 6 and min(full) >= 5
    return place if enough and crossing <= 0.3 * len(segments) else None


def _in_columns(rows: Sequence[Sequence[Segment]], gutter: float) -> list[tuple[int, Segment]]:
    """Segments in reading order; text across the gutter separates bands of columns."""
    ordered: list[tuple[int, Segment]] = []
    band: list[Segment] = []

    def close_band() -> None:
        ordered.extend((1, segment) for segment in band if segment.right <= gutter)
        ordered.extend((2, segment) for segment in band if segment.right > gutter)
        band.clear()

    for row in rows:
        across = [s for s in row if s.left < gutter < s.right]
        if across:
            close_band()
            ordered.append((0, _merged(row)))
        else:
            for side in (True, False):
                part = [s for s in row if (s.right <= gutter) is side]
                if part:
                    band.append(_merged(part))
    close_band()
    return ordered


def _body_rows(rows: Sequence[Sequence[Segment]]) -> tuple[int, int]:
    """Where the text begins and ends between running header and footer, which stand apart."""
    if len(rows) < 8:
        return 0, len(rows)
    gaps = [above[0].baseline - below[0].baseline for above, below in pairwise(rows)]
    size = statistics.median(row[0].size for row in rows)
    # Lines of two columns seldom share baselines, which makes the gaps between rows too small.
    apart = 1.6 * max(statistics.median(gaps), 1.1 * size)
    start = next((place for place in range(3) if gaps[place] <= apart), 0)
    end = next((place for place in range(3) if gaps[-1 - place] <= apart), 0)
    return start, len(rows) - end


def _merged(row: Sequence[Segment]) -> Segment:
    if len(row) == 1:
        return row[0]
    return Segment([character for segment in row for character in segment.characters])


def make_lines(
    characters: Sequence[Character], page: int, is_bold: Callable[[int], bool]
) -> list[Line]:
    """The lines of a page in reading order."""
    rows = [_segments(row) for row in _rows(characters)]
    gutter = find_gutter(rows)
    start, end = _body_rows(rows)
    body = rows[start:end]
    ordered = [
        *((_MARGIN, _merged(row)) for row in rows[:start]),
        *(_in_columns(body, gutter) if gutter else ((0, _merged(row)) for row in body)),
        *((_MARGIN, _merged(row)) for row in rows[end:]),
    ]
    lines = [(column, _line(segment, page, is_bold)) for column, segment in ordered]
    _measure(lines)
    return [line for _, line in lines if line.text]


def _line(segment: Segment, page: int, is_bold: Callable[[int], bool]) -> Line:
    places = segment.characters
    middle, last = places[len(places) // 2], places[-1]
    return Line(
        text=segment.text,
        left=segment.left,
        right=segment.right,
        page=page,
        size=segment.size,
        baseline=segment.baseline,
        bold=is_bold(places[0].index) and is_bold(middle.index) and is_bold(last.index),
    )


def _measure(lines: Sequence[tuple[int, Line]]) -> None:
    """Set the edges of each line's column and mark clearly larger gaps between lines."""
    for column in {column for column, _ in lines}:
        own = [line for number, line in lines if number == column]
        left, right = min(line.left for line in own), max(line.right for line in own)
        for line in own:
            line.column_left, line.column_right = left, right
        gaps = [a.baseline - b.baseline for a, b in pairwise(own)]
        usual = statistics.median([gap for gap in gaps if gap > 0] or [0.0])
        for gap, line in zip(gaps, own[1:], strict=False):
            line.gap_before = gap > 1.12 * usual > 0
