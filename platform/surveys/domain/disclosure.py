"""Hiding small numbers so that nobody can be recognised, also not by subtraction.

A cell with 1–4 answers is hidden. Whoever reads a table knows its sums and that hidden cells are
not empty (empty ones are shown), so further cells are hidden until no hidden number follows from
what is shown. Zero is shown: it says nothing about anybody in particular.
"""

from __future__ import annotations

from collections.abc import Sequence

FEWEST = 5
Place = tuple[int, int]
Grid = Sequence[Sequence[int]]


def is_small(count: int) -> bool:
    """Whether a number of answers must not be shown by itself."""
    return 0 < count < FEWEST


def protect_row(counts: Sequence[int]) -> set[int]:
    """Places to hide in numbers whose sum is known.

    When everything has to be hidden, empty places are hidden too: otherwise they would tell.
    """
    hidden = {place for place, count in enumerate(counts) if is_small(count)}
    while hidden and _row_is_determined(counts, hidden):
        shown = [(count, place) for place, count in enumerate(counts) if count > 0]
        further = sorted(one for one in shown if one[1] not in hidden)
        if not further:
            return set(range(len(counts)))
        hidden.add(further[0][1])
    return hidden


def _row_is_determined(counts: Sequence[int], hidden: set[int]) -> bool:
    """One hidden number follows from the sum; so do several that can only be 1 each."""
    return len(hidden) == 1 or sum(counts[place] for place in hidden) == len(hidden)


def protect_table(grid: Grid) -> set[Place]:
    """Places to hide in a table whose sums of rows and of columns are all known."""
    everything = {(row, column) for row, line in enumerate(grid) for column in range(len(line))}
    hidden = {place for place in everything if is_small(_at(grid, place))}
    while exposed := sorted(place for place in hidden if not is_free(grid, hidden, place)):
        further = _next_to_hide(grid, everything - hidden, hidden, exposed)
        if further is None:
            return everything
        hidden.add(further)
    return hidden


def is_free(grid: Grid, hidden: set[Place], place: Place) -> bool:
    """Whether the hidden number at ``place`` could be another, with all that is shown the same.

    It could when a circle of hidden cells leads through it along which one answer can be moved:
    cells of the circle grow and shrink by turns, and none shrinks below 1 (see above). Growing
    leads from a row to a column, shrinking from a column to a row.
    """
    row, column = place
    if _leads(grid, hidden - {place}, ("column", column), ("row", row)):
        return True
    shrinks = _at(grid, place) > 1
    return shrinks and _leads(grid, hidden - {place}, ("row", row), ("column", column))


def _leads(grid: Grid, cells: set[Place], start: tuple[str, int], end: tuple[str, int]) -> bool:
    seen, waiting = {start}, [start]
    while waiting:
        side, number = waiting.pop()
        for cell in cells:
            if side == "row" and cell[0] == number:
                reached = ("column", cell[1])
            elif side == "column" and cell[1] == number and _at(grid, cell) > 1:
                reached = ("row", cell[0])
            else:
                continue
            if reached == end:
                return True
            if reached not in seen:
                seen.add(reached)
                waiting.append(reached)
    return False


def _next_to_hide(
    grid: Grid, shown: set[Place], hidden: set[Place], exposed: Sequence[Place]
) -> Place | None:
    """The smallest number in a line where an exposed one is alone, beside one, or anywhere."""
    candidates = [place for place in shown if _at(grid, place) > 0]
    alone: list[Place] = []
    for row, column in exposed:
        if sum(place[0] == row for place in hidden) == 1:
            alone += [place for place in candidates if place[0] == row]
        if sum(place[1] == column for place in hidden) == 1:
            alone += [place for place in candidates if place[1] == column]
    beside = [p for p in candidates if p[0] == exposed[0][0] or p[1] == exposed[0][1]]
    chosen = alone or beside or candidates
    return min(chosen, key=lambda place: (_at(grid, place), place), default=None)


def _at(grid: Grid, place: Place) -> int:
    return grid[place[0]][place[1]]


def merge_small(sizes: Sequence[int]) -> set[int]:
    """Groups to be shown only together, so that neither they nor their sum are small."""
    merged = {place for place, size in enumerate(sizes) if is_small(size)}
    others = sorted((size, place) for place, size in enumerate(sizes) if size >= FEWEST)
    while (merged and len(merged) < 2) or is_small(sum(sizes[place] for place in merged)):
        if not others:
            break
        merged.add(others.pop(0)[1])
    return merged
