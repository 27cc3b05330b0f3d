"""The schematic county map: shapes, neighbours, counts, keyboard."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from django.template.loader import render_to_string

from territory.county_map import CountyMap, county_map
from territory.county_shapes import HEIGHT, WIDTH, draw_counties
from territory.models import GMINA_KINDS
from territory.reference import read_areas

# Which counties share a border, as any atlas shows.
NEIGHBOURS = {
    "1601": {"1606", "1607", "1609"},
    "1602": {"1603", "1610"},
    "1603": {"1602", "1605", "1610", "1611"},
    "1604": {"1606", "1608", "1609"},
    "1605": {"1603", "1609", "1610", "1611"},
    "1606": {"1601", "1604", "1609"},
    "1607": {"1601", "1609", "1610"},
    "1608": {"1604", "1609", "1611"},
    "1609": {"1601", "1604", "1605", "1606", "1607", "1608", "1610", "1611", "1661"},
    "1610": {"1602", "1603", "1605", "1607", "1609"},
    "1611": {"1603", "1605", "1608", "1609"},
    "1661": {"1609"},
}


def _shapes() -> dict[str, object]:
    return draw_counties(
        [
            (str(area.parent_id), area.latitude or 0, area.longitude or 0)
            for area in read_areas()
            if area.kind in GMINA_KINDS
        ]
    )


def _map(counts: dict[str, int], current: list[str] | None = None) -> CountyMap:
    return county_map(
        counts,
        label="Mapa",
        count_text=lambda count: f"{count} organizacji",
        link=lambda code: f"?powiat={code}",
        current=current or [],
    )


def test_neighbours_on_the_map_are_neighbours_in_life() -> None:
    borders = {
        code: {
            frozenset(edge)
            for ring in shape.rings
            for edge in zip(ring, ring[1:] + ring[:1], strict=True)
        }
        for code, shape in _shapes().items()
    }

    touching = {
        code: {other for other in borders if other != code and borders[code] & borders[other]}
        for code in borders
    }

    assert touching == NEIGHBOURS


def test_shapes_stay_inside_the_drawing() -> None:
    for shape in _shapes().values():
        for ring in shape.rings:
            assert all(0 <= x <= WIDTH and 0 <= y <= HEIGHT for x, y in ring)


def test_counts_give_shades_and_spoken_names() -> None:
    drawn = _map({"1607": 8, "1661": 2}, current=["1607"])

    by_code = {county.code: county for county in drawn.counties}
    assert by_code["1607"].spoken == "powiat nyski 8 organizacji"
    assert by_code["1661"].spoken == "Opole 2 organizacji"
    assert [by_code[code].shade for code in ("1607", "1661", "1601")] == [4, 1, 0]
    assert [county.code for county in drawn.counties if county.is_current] == ["1607"]


def test_each_county_is_one_link_with_a_name() -> None:
    html = render_to_string("territory/county_map.html", {"map": _map({"1607": 8}, ["1607"])})

    links = BeautifulSoup(html, "html.parser").select("svg a")
    assert len(links) == 12
    assert [link.title.text for link in links if link["href"] == "?powiat=1607"] == [
        "powiat nyski 8 organizacji"
    ]
    assert all(link.title.text for link in links)
    assert [link["href"] for link in links if link.get("aria-current")] == ["?powiat=1607"]


def test_with_a_legend_the_list_is_what_the_keyboard_walks() -> None:
    html = render_to_string("territory/county_map.html", {"map": _map({}), "legend": True})

    page = BeautifulSoup(html, "html.parser")
    assert {link["tabindex"] for link in page.select("svg a")} == {"-1"}
    assert len(page.select(".county-map__legend a")) == 12


@pytest.mark.parametrize(("choice", "none"), [({}, "0"), ({"none": "–"}, "–")])
def test_a_county_without_a_count_shows_what_the_page_says_of_none(
    choice: dict[str, str], none: str
) -> None:
    drawn = county_map({"1607": 8}, label="Mapa", count_text=str, link=str, **choice)

    html = render_to_string("territory/county_map.html", {"map": drawn, "legend": True})

    page = BeautifulSoup(html, "html.parser")
    in_drawing = [count.text for count in page.select(".county-map__count")]
    in_legend = [entry.find(string=True) for entry in page.select(".county-map__entry .numeric")]
    assert sorted(in_drawing) == sorted(in_legend) == sorted(["8", *[none] * 11])
