"""What a report may and may not be."""

from __future__ import annotations

import pytest

from documents.exports import Chart, Column, Heading, Series, Table
from tests.documents.reports import many_rows, remarks_table, report_of


def test_rows_that_can_be_read_only_once_are_refused() -> None:
    with pytest.raises(TypeError, match="more than once"):
        remarks_table(many_rows(3)())


def test_a_callable_is_read_anew_each_time() -> None:
    table = remarks_table(many_rows(3))

    assert [row[0] for row in table.read_rows()] == [1, 2, 3]
    assert [row[0] for row in table.read_rows()] == [1, 2, 3]


def test_a_row_with_a_missing_cell_is_refused() -> None:
    table = remarks_table([(1, "§ 1")])

    with pytest.raises(ValueError, match="argument 2"):
        list(table.read_rows())


def test_two_columns_with_the_same_key_are_refused() -> None:
    with pytest.raises(ValueError, match="keys"):
        Table("t", "T", [Column("a", "A"), Column("a", "B")], [])


def test_a_table_without_columns_is_refused() -> None:
    with pytest.raises(ValueError, match="columns"):
        Table("t", "T", [], [])


@pytest.mark.parametrize("levels", [(2,), (1, 3), (0,), (1, 2, 3, 4, 5)])
def test_headings_cannot_skip_levels(levels: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="skips a level"):
        report_of(*(Heading(level, "Nagłówek") for level in levels))


def test_headings_may_come_back_up() -> None:
    report = report_of(*(Heading(level, "Nagłówek") for level in (1, 2, 3, 1, 2)))

    assert len(report.blocks) == 5


def test_a_chart_needs_a_value_for_each_category() -> None:
    with pytest.raises(ValueError, match="one value for each"):
        Chart("bar", "T", "D", ["a", "b"], [Series("s", [1])])


def test_a_chart_without_series_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one"):
        Chart("bar", "T", "D", ["a"], [])


def test_the_numbers_of_a_chart_are_a_table() -> None:
    chart = Chart("bar", "T", "D", ["a", "b"], [Series("x", [1, 2]), Series("y", [3, 4.5])])

    table = chart.as_table("chart", "Kategoria")

    assert [column.title for column in table.columns] == ["Kategoria", "x", "y"]
    assert [[str(cell) for cell in row] for row in table.read_rows()] == [
        ["a", "1", "3"],
        ["b", "2", "4.5"],
    ]
