"""A radar: categories as spokes, each series a line around; for indexes of several areas."""

from __future__ import annotations

import math
from collections.abc import Iterator
from decimal import Decimal

from documents.exports.description import Chart
from documents.exports.svg_marks import QUIET, WIDTH, Drawing, colour, lines, number, size, text

_RADIUS = 130
_MARGIN = 46
_RINGS = 4
# Lines are told apart without colour too.
_DASHES = ("none", "8 4", "2 4", "12 4 2 4")

Point = tuple[float, float]


def draw_radar(chart: Chart, top: float, language: str) -> Drawing:
    """The radar of ``chart`` from the height ``top`` downwards."""
    centre = (WIDTH / 2, top + _MARGIN + _RADIUS)
    values = [size(value) for series in chart.series for value in series.values]
    most = max([*values, float(chart.maximum or 0)]) or 1.0
    marks = [*_web(chart, centre, most, language), *_names(chart, centre)]
    for place, series in enumerate(chart.series):
        shares = [size(value) / most for value in series.values]
        points = _around(centre, shares)
        known = [not math.isnan(float(value)) for value in series.values]
        marks += _line(points, place) if all(known) else _dots(points, known, place)
    return Drawing(marks, centre[1] + _RADIUS + _MARGIN)


def _around(centre: Point, shares: list[float]) -> list[Point]:
    """Points on the spokes, the first straight up, then clockwise."""
    points = []
    for place, share in enumerate(shares):
        angle = 2 * math.pi * place / len(shares) - math.pi / 2
        reach = _RADIUS * share
        points.append((centre[0] + reach * math.cos(angle), centre[1] + reach * math.sin(angle)))
    return points


def _web(chart: Chart, centre: Point, most: float, language: str) -> Iterator[str]:
    count = len(chart.categories)
    for ring in range(1, _RINGS + 1):
        share = ring / _RINGS
        corners = _joined(_around(centre, [share] * count))
        yield f'<polygon points="{corners}" fill="none" stroke="{QUIET}"/>'
        value = Decimal(str(round(most * share, 2))).normalize()
        yield text(centre[0] + 4, centre[1] - _RADIUS * share + 12, number(value, language))
    for x, y in _around(centre, [1.0] * count):
        yield (
            f'<line x1="{centre[0]:.1f}" y1="{centre[1]:.1f}" x2="{x:.1f}" y2="{y:.1f}" '
            f'stroke="{QUIET}"/>'
        )


def _names(chart: Chart, centre: Point) -> Iterator[str]:
    points = _around(centre, [1.08] * len(chart.categories))
    for (x, y), category in zip(points, chart.categories, strict=True):
        side = round(x - centre[0])
        anchor = "middle" if side == 0 else "start" if side > 0 else "end"
        # Two lines over the top and under the bottom need more room than beside.
        shift = 0 if anchor != "middle" else -10 if y < centre[1] else 14
        yield from lines(x, y + shift, category, width=24, anchor=anchor)


def _line(points: list[Point], place: int) -> Iterator[str]:
    yield (
        f'<polygon points="{_joined(points)}" fill="{colour(place)}" fill-opacity="0.1" '
        f'stroke="{colour(place)}" stroke-width="2.5" '
        f'stroke-dasharray="{_DASHES[place % len(_DASHES)]}"/>'
    )
    yield from _dots(points, [True] * len(points), place)


def _dots(points: list[Point], known: list[bool], place: int) -> Iterator[str]:
    """Only what is known; a line through the rest would say what nobody measured."""
    for (x, y), is_known in zip(points, known, strict=True):
        if is_known:
            yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="{colour(place)}"/>'


def _joined(points: list[Point]) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
