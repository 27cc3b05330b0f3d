"""Tables of a PDF page, found by the lines that are drawn around their cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from .pdf_characters import Character, Rule

_CLOSE = 3.0
_SHORTEST_RULE = 8.0


@dataclass(slots=True)
class Grid:
    """The place of a table and the lines between its cells."""

    horizontal: list[Rule] = field(default_factory=list)
    vertical: list[Rule] = field(default_factory=list)

    @property
    def left(self) -> float:
        """The left border."""
        return min(rule.left for rule in self.vertical)

    @property
    def right(self) -> float:
        """The right border."""
        return max(rule.right for rule in self.vertical)

    @property
    def top(self) -> float:
        """The upper border."""
        return max(rule.top for rule in self.horizontal)

    @property
    def bottom(self) -> float:
        """The lower border."""
        return min(rule.bottom for rule in self.horizontal)

    def contains(self, character: Character) -> bool:
        """True for a character inside the borders."""
        middle = (character.left + character.right) / 2
        return self.left <= middle <= self.right and self.bottom <= character.baseline <= self.top

    def row_edges(self) -> list[float]:
        """Heights of the lines between rows, top first."""
        return _clustered([(r.bottom + r.top) / 2 for r in self.horizontal])[::-1]

    def column_edges(self, low: float, high: float) -> list[float]:
        """Places of the lines between cells that run through the row from ``low`` to ``high``."""
        middle = (low + high) / 2
        return _clustered(
            [(r.left + r.right) / 2 for r in self.vertical if r.bottom < middle < r.top]
        )


def _clustered(values: Sequence[float]) -> list[float]:
    clusters: list[float] = []
    for value in sorted(values):
        if not clusters or value - clusters[-1] > _CLOSE:
            clusters.append(value)
    return clusters


def _touch(one: Rule, other: Rule) -> bool:
    return (
        one.left - _CLOSE <= other.right
        and other.left - _CLOSE <= one.right
        and one.bottom - _CLOSE <= other.top
        and other.bottom - _CLOSE <= one.top
    )


def find_grids(rules: Sequence[Rule]) -> list[Grid]:
    """Groups of crossing lines that make at least two rows or two columns of cells."""
    rules = [r for r in rules if max(r.right - r.left, r.top - r.bottom) >= _SHORTEST_RULE]
    if len(rules) > 4000:
        return []
    groups: list[list[Rule]] = []
    for rule in rules:
        touching = [group for group in groups if any(_touch(rule, other) for other in group)]
        merged = [rule, *(other for group in touching for other in group)]
        groups = [group for group in groups if group not in touching]
        groups.append(merged)
    grids = []
    for group in groups:
        grid = Grid(
            [rule for rule in group if rule.horizontal],
            [rule for rule in group if not rule.horizontal],
        )
        if grid.horizontal and grid.vertical and _is_table(grid):
            grids.append(grid)
    return grids


def _is_table(grid: Grid) -> bool:
    edges = grid.row_edges()
    columns = max(
        (len(grid.column_edges(low, high)) for high, low in pairwise(edges)),
        default=0,
    )
    return len(edges) >= 2 and columns >= 3


def cells_of(grid: Grid, characters: Sequence[Character]) -> list[list[list[Character]]]:
    """The characters of each cell, row by row; a cell merged over columns counts once."""
    rows = []
    edges = grid.row_edges()
    for high, low in pairwise(edges):
        row = [c for c in characters if low < c.baseline <= high]
        columns = grid.column_edges(low, high)
        bounds = pairwise(columns)
        rows.append(
            [[c for c in row if left <= (c.left + c.right) / 2 < right] for left, right in bounds]
        )
    return rows
