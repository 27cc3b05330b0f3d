"""Charts as drawings that can be read without seeing them."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import etree

from documents.exports import Chart, Series
from documents.exports.charts import chart_svg
from documents.exports.svg_marks import WIDTH

SVG = "{http://www.w3.org/2000/svg}"


def drawing(chart: Chart, **options: Any) -> Any:
    return etree.fromstring(chart_svg(chart, language="pl", **options))


def bar_chart(*values: float, kind: Any = "bar") -> Chart:
    names = [f"Powiat {number}" for number in range(len(values))]
    return Chart(kind, "Uwagi", "Opis", names, [Series("Liczba", values)])


def share(mark: Any, name: str) -> float:
    """A place or length of a bar, in percent of the drawing."""
    return float(mark.get(name).removesuffix("%"))


def bars(svg: Any) -> list[float]:
    return [share(bar, "width") for bar in svg.iter(f"{SVG}rect") if bar.get("stroke")]


def texts(svg: Any) -> list[str]:
    return [text.text for text in svg.iter(f"{SVG}text")]


def test_title_and_description_name_the_drawing() -> None:
    svg = drawing(bar_chart(1), key="udzial")

    assert svg.get("role") == "img"
    assert svg.get("aria-labelledby") == "udzial-title udzial-desc"
    assert svg.find(f"{SVG}title").text == "Uwagi"
    assert svg.find(f"{SVG}title").get("id") == "udzial-title"
    assert svg.find(f"{SVG}desc").text == "Opis"


def test_bars_are_as_long_as_their_numbers() -> None:
    widths = bars(drawing(bar_chart(10, 5, 0)))

    assert widths[1] == pytest.approx(widths[0] / 2, abs=0.1)
    assert widths[2] == 0


def test_numbers_stand_beside_bars_as_people_write_them() -> None:
    assert texts(drawing(bar_chart(1234.5, 2))) == ["Powiat 0", "1\u00a0234,5", "Powiat 1", "2"]


def test_stacked_bars_end_where_the_next_begins_and_show_the_sum() -> None:
    chart = Chart("stacked", "T", "D", ["A"], [Series("x", [30]), Series("y", [10])])

    svg = drawing(chart)

    first, second = (bar for bar in svg.iter(f"{SVG}rect") if bar.get("stroke"))
    end = share(first, "x") + share(first, "width")
    assert end == pytest.approx(share(second, "x"), abs=0.02)
    assert texts(svg) == ["x", "y", "A", "30", "10", "40"]


def test_everything_stays_inside() -> None:
    chart = Chart(
        "stacked",
        "T",
        "D",
        ["Bardzo długa nazwa kategorii, która nie mieści się w jednym wierszu ani w dwóch"],
        [Series("Bardzo długa nazwa szeregu, która nie mieści się", [10**9]) for _ in range(7)],
    )

    svg = drawing(chart)

    height = float(svg.get("height"))
    for bar in svg.iter(f"{SVG}rect"):
        if bar.get("stroke"):
            assert share(bar, "x") + share(bar, "width") <= 100
        assert float(bar.get("y")) + float(bar.get("height")) <= height
    assert all(len(text) <= 45 for text in texts(svg))


def test_bars_take_the_width_of_the_page_and_have_one_of_their_own_in_files() -> None:
    page, file = drawing(bar_chart(3, 1), stretches=True), drawing(bar_chart(3, 1))

    assert (page.get("width"), page.get("viewBox")) == ("100%", None)
    assert file.get("viewBox") == f"0 0 {WIDTH} {file.get('height')}"
    assert bars(page) == bars(file)


def test_a_number_that_a_narrow_bar_cannot_hold_stands_in_the_sum_only() -> None:
    chart = Chart("stacked", "T", "D", ["A"], [Series("x", [98]), Series("y", [2])])

    assert texts(drawing(chart)) == ["x", "y", "A", "98", "100"]


@pytest.mark.parametrize("values", [(0, 0), (-5, 0)])
def test_nothing_to_draw_is_no_error(values: tuple[float, ...]) -> None:
    assert bars(drawing(bar_chart(*values))) == [0, 0]


def test_names_are_text_and_no_style_is_needed() -> None:
    name = '<script>alert("x")</script>'
    chart = Chart("bar", name, name, [name], [Series(name, [1])])

    svg = chart_svg(chart, language="pl", key='a"b')

    assert "<script" not in svg
    assert "style" not in svg
    assert etree.fromstring(svg).find(f"{SVG}title").text == name


def test_a_scale_leaves_room_up_to_its_end() -> None:
    chart = Chart("bar", "T", "D", ["A"], [Series("x", [2])], maximum=4)
    full = Chart("bar", "T", "D", ["A"], [Series("x", [4])], maximum=4)

    assert bars(drawing(chart))[0] == pytest.approx(bars(drawing(full))[0] / 2, abs=0.1)


class TestRadar:
    """Indexes of several areas, with one line for each of those who scored."""

    chart = Chart(
        "radar",
        "Płaszczyzny",
        "D",
        ["Polityki", "Zadania", "Infrastruktura", "Bardzo długa nazwa obszaru współpracy"],
        [Series("Organizacje", [5, 2.5, 0, 5]), Series("Administracja", [4, 3, 2, 1])],
        maximum=5,
    )

    def test_each_series_has_a_corner_on_each_spoke(self) -> None:
        lines = [
            polygon
            for polygon in drawing(self.chart).iter(f"{SVG}polygon")
            if polygon.get("fill") != "none"
        ]

        first, second = ([pair.split(",") for pair in p.get("points").split()] for p in lines)
        assert len(first) == len(second) == 4
        up, right, down, left = ((float(x), float(y)) for x, y in first)
        centre = down  # a score of nothing
        assert up[0] == centre[0]
        assert centre[1] - up[1] == pytest.approx(2 * (right[0] - centre[0]), abs=0.2)
        assert centre[0] - left[0] == pytest.approx(centre[1] - up[1], abs=0.2)

    def test_lines_are_told_apart_without_colour(self) -> None:
        dashes = [
            polygon.get("stroke-dasharray")
            for polygon in drawing(self.chart).iter(f"{SVG}polygon")
            if polygon.get("fill") != "none"
        ]

        assert len(set(dashes)) == 2

    def test_the_scale_and_all_names_are_written(self) -> None:
        written = texts(drawing(self.chart))

        assert [word for word in written if word[0].isdigit()] == ["1,25", "2,5", "3,75", "5"]
        assert {"Polityki", "Zadania", "Infrastruktura", "Organizacje"} <= set(written)

    def test_a_radar_needs_three_spokes(self) -> None:
        with pytest.raises(ValueError, match="three"):
            Chart("radar", "T", "D", ["A", "B"], [Series("x", [1, 2])])
