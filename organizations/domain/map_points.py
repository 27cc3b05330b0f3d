"""Points and clusters of the map, grouped in the database by rectangle and zoom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Avg, Count, F, FloatField, Min, QuerySet, Value
from django.db.models.functions import Floor

from organizations.models import Initiative

MAX_ZOOM = 18
# A cell is about 64 pixels wide at each zoom: markers never cover each other much.
CELLS_AT_ZOOM_ZERO = 4
# With these two an answer stays under 100 KB whatever lies in the rectangle.
MAX_MARKERS = 300
TITLE_LENGTH = 80


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of the map."""

    west: float
    south: float
    east: float
    north: float

    @classmethod
    def parse(cls, text: str) -> Box | None:
        """The rectangle written "west,south,east,north"; None when it is none."""
        try:
            west, south, east, north = (float(part) for part in text.split(","))
        except ValueError:
            return None
        # Comparisons with "nan" are false, so it is refused here too.
        fits = -180 <= west <= east <= 180 and -90 <= south <= north <= 90
        return cls(west, south, east, north) if fits else None


@dataclass(frozen=True, slots=True)
class Marker:
    """One marker: a single initiative (with its title and address) or a cluster of ``count``."""

    latitude: float
    longitude: float
    count: int
    title: str = ""
    url: str = ""


def within(rows: QuerySet[Any], box: Box) -> QuerySet[Any]:
    """The rows inside the rectangle."""
    return rows.filter(
        longitude__gte=box.west,
        longitude__lte=box.east,
        latitude__gte=box.south,
        latitude__lte=box.north,
    )


def markers(rows: QuerySet[Any], box: Box, zoom: int) -> list[Marker]:
    """Markers for the rectangle: at most ``MAX_MARKERS``, two queries."""
    size = 360 / (2 ** min(max(zoom, 0), MAX_ZOOM) * CELLS_AT_ZOOM_ZERO)
    cells = (
        within(rows, box)
        .order_by()
        .values(x=_cell("longitude", size), y=_cell("latitude", size))
        .annotate(
            number=Count("pk"),
            lat=Avg("latitude"),
            lng=Avg("longitude"),
            first=Min("pk"),
        )
        .order_by("-number", "first")[:MAX_MARKERS]
    )
    found = list(cells)
    single = Initiative.objects.only("title", "slug").in_bulk(
        [cell["first"] for cell in found if cell["number"] == 1]
    )
    return [_marker(cell, single.get(cell["first"])) for cell in found]


def _cell(column: str, size: float) -> Floor:
    return Floor(F(column) / Value(size, output_field=FloatField()))


def _marker(cell: dict[str, Any], single: Initiative | None) -> Marker:
    return Marker(
        latitude=round(cell["lat"], 5),
        longitude=round(cell["lng"], 5),
        count=cell["number"],
        title=single.title[:TITLE_LENGTH] if single else "",
        url=single.get_absolute_url() if single else "",
    )
