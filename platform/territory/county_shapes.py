"""Shapes of counties for a schematic map, made of nothing but the seats of gminas.

Each gmina takes the ground that is nearer to its seat than to any other (a Voronoi cell),
within a coarse outline of the voivodeship; the cells of a county melt into one shape. So
neighbours are right, the shapes are our own, and no boundary file is needed.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

Point = tuple[float, float]
Polygon = list[Point]

# The voivodeship's outline, drawn by hand: longitude and latitude of its corners.
OUTLINE: Sequence[Point] = [
    (16.91, 50.44), (17.02, 50.41), (17.15, 50.37), (17.20, 50.33), (17.33, 50.26),
    (17.43, 50.25), (17.60, 50.27), (17.68, 50.32), (17.76, 50.25), (17.60, 50.17),
    (17.66, 50.12), (17.74, 50.04), (17.78, 49.98), (17.97, 49.99), (18.03, 50.03),
    (18.05, 50.07), (18.09, 50.12), (18.10, 50.20), (18.22, 50.20), (18.27, 50.24),
    (18.42, 50.25), (18.42, 50.30), (18.37, 50.38), (18.48, 50.46), (18.45, 50.54),
    (18.60, 50.56), (18.61, 50.62), (18.54, 50.68), (18.52, 50.77), (18.58, 50.84),
    (18.64, 50.86), (18.66, 50.93), (18.70, 51.04), (18.62, 51.09), (18.50, 51.09),
    (18.27, 51.18), (18.12, 51.16), (17.96, 51.11), (17.79, 51.18), (17.58, 51.16),
    (17.56, 51.09), (17.52, 51.04), (17.40, 50.93), (17.36, 50.84), (17.31, 50.78),
    (17.26, 50.70), (17.17, 50.66), (17.11, 50.60), (17.09, 50.52), (17.03, 50.47),
]  # fmt: skip

# Villages and districts far from their gmina's seat, without which neighbours would be wrong.
FURTHER_PLACES: Sequence[tuple[str, float, float]] = [
    ("1610", 50.452, 17.705),  # Łącznik, gmina Biała
    ("1661", 50.722, 17.905),  # Czarnowąsy, a district of Opole
    ("1661", 50.668, 17.855),  # Wrzoski, a district of Opole
    ("1661", 50.632, 17.965),  # Grotowice, a district of Opole
]

# The county around the city has its centre under the city, so its name stands north of it; the
# longest name needs the widest place of its county.
LABEL_PLACES = {"1609": (17.94, 50.845), "1603": (18.21, 50.305)}

# One degree of longitude is shorter than one of latitude; both become units of the drawing.
LATITUDE_OF_REGION = 50.65
UNITS_PER_DEGREE = 320.0
WEST, NORTH = 16.86, 51.22
WIDTH = 380
HEIGHT = 400


@dataclass(frozen=True, slots=True)
class Shape:
    """The drawn shape of one county."""

    rings: list[Polygon]
    label: Point

    @property
    def path(self) -> str:
        """The shape in the words of an SVG path."""
        return "".join(_ring_path(ring) for ring in self.rings)


def draw_counties(seats: Iterable[tuple[str, float, float]]) -> dict[str, Shape]:
    """Shapes by county code; ``seats`` are county code, latitude and longitude of each gmina."""
    places = [*seats, *FURTHER_PLACES]
    points = [(code, project(longitude, latitude)) for code, latitude, longitude in places]
    outline = [project(*corner) for corner in OUTLINE]
    cells: dict[str, list[Polygon]] = {}
    for code, point in points:
        cell = _cell(point, [other for _, other in points if other != point], outline)
        cells.setdefault(code, []).append(cell)
    return {code: _melt(polygons, LABEL_PLACES.get(code)) for code, polygons in cells.items()}


def unproject(point: Point) -> Point:
    """Longitude and latitude of a point of the drawing."""
    squeeze = math.cos(math.radians(LATITUDE_OF_REGION))
    return (
        round(WEST + point[0] / squeeze / UNITS_PER_DEGREE, 4),
        round(NORTH - point[1] / UNITS_PER_DEGREE, 4),
    )


def project(longitude: float, latitude: float) -> Point:
    """Where a place stands in the drawing."""
    squeeze = math.cos(math.radians(LATITUDE_OF_REGION))
    return (
        round((longitude - WEST) * squeeze * UNITS_PER_DEGREE, 2),
        round((NORTH - latitude) * UNITS_PER_DEGREE, 2),
    )


def _cell(point: Point, others: list[Point], outline: Polygon) -> Polygon:
    polygon = list(outline)
    for other in others:
        polygon = _clip(polygon, point, other)
    return [(round(x, 1), round(y, 1)) for x, y in polygon]


def _clip(polygon: Polygon, keep: Point, away: Point) -> Polygon:
    """The part of ``polygon`` nearer to ``keep`` than to ``away`` (Sutherland-Hodgman)."""
    clipped: Polygon = []
    for start, end in zip(polygon, polygon[1:] + polygon[:1], strict=True):
        start_side, end_side = _side(start, keep, away), _side(end, keep, away)
        if start_side >= 0:
            clipped.append(start)
        if start_side * end_side < 0:
            share = start_side / (start_side - end_side)
            clipped.append(
                (start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1]))
            )
    return clipped


def _side(point: Point, keep: Point, away: Point) -> float:
    """Positive where ``point`` is nearer to ``keep``."""
    return math.dist(point, away) ** 2 - math.dist(point, keep) ** 2


def _melt(cells: list[Polygon], label_place: Point | None) -> Shape:
    corners = {corner for cell in cells for corner in cell}
    edges: Counter[tuple[Point, Point]] = Counter()
    for cell in cells:
        for start, end in zip(cell, cell[1:] + cell[:1], strict=True):
            for piece in _split(start, end, corners):
                edges[piece] += 1
    # An edge between two cells of the county runs both ways; only the outer ones stay.
    outer = [edge for edge in edges if (edge[1], edge[0]) not in edges]
    rings = _chain(outer)
    largest = max(rings, key=lambda ring: abs(_area(ring)))
    label = project(*label_place) if label_place else _centre(largest)
    return Shape(rings=rings, label=label)


def _split(start: Point, end: Point, corners: set[Point]) -> list[tuple[Point, Point]]:
    """The edge cut at corners of neighbours that lie on it, so that shared parts cancel."""
    on_edge = [c for c in corners if c not in (start, end) and _lies_on(c, start, end)]
    stops = [start, *sorted(on_edge, key=lambda c: math.dist(start, c)), end]
    return [(a, b) for a, b in pairwise(stops) if a != b]


def _lies_on(point: Point, start: Point, end: Point) -> bool:
    detour = math.dist(start, point) + math.dist(point, end) - math.dist(start, end)
    return detour < 0.01


def _chain(edges: list[tuple[Point, Point]]) -> list[Polygon]:
    following: dict[Point, list[Point]] = {}
    for start, end in edges:
        following.setdefault(start, []).append(end)
    rings: list[Polygon] = []
    while following:
        first = next(iter(following))
        ring, here = [first], _step(following, first)
        while here is not None and here != first:
            ring.append(here)
            here = _step(following, here)
        if len(ring) > 2:
            rings.append(ring)
    return rings


def _step(following: dict[Point, list[Point]], here: Point) -> Point | None:
    ends = following.get(here)
    if not ends:
        return None
    end = ends.pop()
    if not ends:
        del following[here]
    return end


def _area(ring: Polygon) -> float:
    pairs = zip(ring, ring[1:] + ring[:1], strict=True)
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs) / 2


def _centre(ring: Polygon) -> Point:
    area = _area(ring)
    x = y = 0.0
    for a, b in zip(ring, ring[1:] + ring[:1], strict=True):
        cross = a[0] * b[1] - b[0] * a[1]
        x += (a[0] + b[0]) * cross
        y += (a[1] + b[1]) * cross
    return round(x / (6 * area), 1), round(y / (6 * area), 1)


def _ring_path(ring: Polygon) -> str:
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in ring) + "Z"
