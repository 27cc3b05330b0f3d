"""The schematic map of counties as a page shows it: links, counts and shades.

The template component ``territory/county_map.html`` draws what ``county_map`` returns.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.utils.translation import gettext as _

from territory.county_shapes import HEIGHT, WIDTH, Shape, draw_counties, unproject
from territory.models import COUNTY_KINDS, GMINA_KINDS, AreaKind
from territory.reference import read_areas

SHADES = 4


@dataclass(frozen=True, slots=True)
class MapCounty:
    """One county of the map: where it lies, what it says, where it leads."""

    code: str
    name: str
    short_name: str
    name_lines: list[str]
    path: str
    x: str
    y: str
    count: int
    count_text: str
    shade: int
    href: str
    is_current: bool

    @property
    def spoken(self) -> str:
        """What a screen reader says of the county; it holds the words that are seen, in order."""
        return f"{self.name} {self.count_text}"


@dataclass(frozen=True, slots=True)
class CountyMap:
    """The map of all counties, in alphabetical order."""

    counties: list[MapCounty]
    label: str
    none: str
    width: int = WIDTH
    height: int = HEIGHT


def county_map(
    counts: Mapping[str, int],
    *,
    label: str,
    count_text: Callable[[int], str],
    link: Callable[[str], str],
    current: Collection[str] = (),
    none: str = "0",
) -> CountyMap:
    """The map with a count and a link for each county.

    ``counts`` are by county code, ``link`` gives the address for a code, ``current`` are the
    codes chosen now; a county without a count shows ``none``.
    """
    most = max(counts.values(), default=0)
    counties = [
        _drawn(code, name, is_city, shape)
        | {
            "count": counts.get(code, 0),
            "shade": _shade(counts.get(code, 0), most),
            "count_text": count_text(counts.get(code, 0)),
            "href": link(code),
            "is_current": code in current,
        }
        for code, name, is_city, shape in _drawn_counties()
    ]
    return CountyMap([MapCounty(**county) for county in counties], label=label, none=none)


def _shade(count: int, most: int) -> int:
    """Shade 0 is for none; the rest are equal steps up to the largest count."""
    return -(-count * SHADES // most) if count else 0


def _drawn(code: str, name: str, is_city: bool, shape: Shape) -> dict[str, Any]:
    return {
        "code": code,
        "name": name if is_city else _("powiat %(name)s") % {"name": name},
        "short_name": name,
        "name_lines": name.replace("-", "-\n").split("\n"),
        "path": shape.path,
        # Text, because a template would write numbers with a Polish decimal comma.
        "x": f"{shape.label[0]:g}",
        "y": f"{shape.label[1]:g}",
    }


@lru_cache(maxsize=1)
def _drawn_counties() -> list[tuple[str, str, bool, Shape]]:
    """Code, name, whether it is a city, and shape; reference data, so drawn once a process."""
    areas = read_areas()
    shapes = draw_counties(
        [
            (str(area.parent_id), area.latitude, area.longitude)
            for area in areas
            if area.kind in GMINA_KINDS and area.latitude and area.longitude
        ]
    )
    return [
        (area.teryt, area.name, area.kind == AreaKind.CITY_COUNTY, shapes[area.teryt])
        for area in areas
        if area.kind in COUNTY_KINDS
    ]


@lru_cache(maxsize=1)
def county_outlines() -> dict[str, Any]:
    """The schematic counties as GeoJSON, under or instead of a street map."""
    return {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "properties": {"teryt": code, "name": name},
                "geometry": {
                    "type": "MultiPolygon",
                    "coordinates": [
                        [[list(unproject(corner)) for corner in [*ring, ring[0]]]]
                        for ring in shape.rings
                    ],
                },
            }
            for code, name, _is_city, shape in _drawn_counties()
        ],
    }
