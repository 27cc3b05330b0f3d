"""Small numbers stay hidden: no reader can compute them from what is shown."""

from __future__ import annotations

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from surveys.domain.disclosure import is_small, merge_small, protect_row, protect_table

COUNTS = st.integers(0, 7)
ROWS = st.lists(COUNTS, min_size=1, max_size=4)
GRIDS = st.integers(2, 3).flatmap(
    lambda columns: st.lists(
        st.lists(st.integers(0, 7), min_size=columns, max_size=columns), min_size=2, max_size=3
    )
)


def numbers_for_row(counts: list[int], hidden: set[int]) -> list[set[int]]:
    """Every number that a reader must think possible at each hidden place."""
    total = sum(counts[place] for place in hidden)
    lowest = 0 if len(hidden) == len(counts) else 1
    places = sorted(hidden)
    possible: list[set[int]] = [set() for _ in places]
    for guess in product(range(lowest, total + 1), repeat=len(places)):
        if sum(guess) == total:
            for seen, number in zip(possible, guess, strict=True):
                seen.add(number)
    return possible


@given(ROWS)
def test_no_hidden_number_follows_from_the_sum(counts: list[int]) -> None:
    hidden = protect_row(counts)

    assert {place for place, count in enumerate(counts) if is_small(count)} <= hidden
    if len(counts) > 1:
        assert all(len(numbers) > 1 for numbers in numbers_for_row(counts, hidden))


@given(ROWS)
def test_nothing_is_hidden_without_need(counts: list[int]) -> None:
    if not any(is_small(count) for count in counts):
        assert protect_row(counts) == set()


def other_tables(grid: list[list[int]], hidden: set[tuple[int, int]]) -> list[list[list[int]]]:
    """All tables that show the same numbers and have the same sums."""
    places = sorted(hidden)
    lowest = 0 if len(hidden) == sum(map(len, grid)) else 1
    rows = [sum(line) for line in grid]
    columns = [sum(line) for line in zip(*grid, strict=True)]
    found: list[list[list[int]]] = []

    def fill(table: list[list[int]], at: int) -> None:
        if at == len(places):
            if [sum(line) for line in table] == rows and [
                sum(line) for line in zip(*table, strict=True)
            ] == columns:
                found.append([list(line) for line in table])
            return
        row, column = places[at]
        known = sum(table[row][c] for c in range(len(table[row])) if (row, c) not in places[at:])
        for number in range(lowest, rows[row] - known + 1):
            table[row][column] = number
            fill(table, at + 1)
        table[row][column] = 0

    start = [
        [0 if (r, c) in hidden else number for c, number in enumerate(line)]
        for r, line in enumerate(grid)
    ]
    fill(start, 0)
    return found


@settings(max_examples=30, deadline=None)
@given(GRIDS)
def test_no_hidden_number_follows_from_the_sums_of_a_table(grid: list[list[int]]) -> None:
    hidden = protect_table(grid)

    small = {(r, c) for r, line in enumerate(grid) for c, n in enumerate(line) if is_small(n)}
    assert small <= hidden
    if hidden and len(hidden) < sum(map(len, grid)):
        tables = other_tables(grid, hidden)
        for row, column in hidden:
            assert len({table[row][column] for table in tables}) > 1, (row, column)


@given(st.lists(st.integers(0, 30), max_size=12))
def test_small_groups_are_shown_only_together(sizes: list[int]) -> None:
    merged = merge_small(sizes)

    assert {place for place, size in enumerate(sizes) if is_small(size)} <= merged
    if merged and sum(sizes) >= 10:
        assert len(merged) > 1
        assert not is_small(sum(sizes[place] for place in merged))


def test_a_known_table_by_hand() -> None:
    # 3 in the first row would follow from the row's sum, so 6 goes; then both columns tell.
    assert protect_table([[3, 6, 9], [10, 20, 30]]) == {(0, 0), (0, 1), (1, 0), (1, 1)}
