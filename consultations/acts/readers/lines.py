"""Physical lines, as plain text and PDF have them, with what their place on the page tells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(slots=True)
class Line:
    """One printed line; lengths are in points (PDF) or characters (plain text)."""

    text: str
    left: float = 0.0
    right: float = 0.0
    page: int = 0
    size: float = 0.0
    bold: bool = False
    gap_before: bool = False  # a blank line, or clearly more space than between other lines
    baseline: float = 0.0
    rows: list[list[str]] = field(default_factory=list)  # the cells, when this is a table
    column_left: float = 0.0
    column_right: float = 0.0  # how far lines of this column reach

    @property
    def character_width(self) -> float:
        """The average width of a character of this line."""
        return (self.right - self.left) / max(len(self.text), 1)

    @property
    def centered(self) -> bool:
        """True when the line keeps the same clear distance from both edges of its column."""
        left = self.left - self.column_left
        right = self.column_right - self.right
        width = self.column_right - self.column_left
        return width > 0 and left > 0.05 * width and abs(left - right) < 0.04 * width + 2


def measure_columns(lines: Sequence[Line]) -> None:
    """Set the edges of the column for lines that share one (all lines of a plain text)."""
    if not lines:
        return
    rights = sorted(line.right for line in lines)
    left = min(line.left for line in lines)
    # A few overlong lines (tables, addresses) must not widen the column.
    right = rights[min(len(rights) - 1, int(len(rights) * 0.98))]
    for line in lines:
        line.column_left, line.column_right = left, right


def ended_early(line: Line, following: Line) -> bool:
    """True when the next line's first word would still have fit: the paragraph ended here."""
    first_word = following.text.split(" ", 1)[0]
    needed = (len(first_word) + 1) * line.character_width
    room = line.column_right - line.right
    if line.centered:
        room += line.left - line.column_left
    # A hyphenating typesetter fills lines, a ragged one leaves a word's worth of room.
    return room > needed + 2 * line.character_width
