"""Lines over time: categories from left to right, a point and its number for each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from documents.exports.description import Chart, Series
from documents.exports.svg_marks import INK, QUIET, WIDTH, Drawing, colour, number, size, text

_LEFT, _RIGHT = 48, 30
_PLOT_HEIGHT = 220
_STEPS = 4
# Lines are told apart without colour too.
_DASHES = ("none", "8 4", "2 4", "12 4 2 4")

Point = tuple[float, float]


def draw_lines(chart: Chart, top: float, language: str) -> Drawing:
    """The lines of ``chart`` from the height ``top`` downwards."""
    top += 14
    bottom = top + _PLOT_HEIGHT
    values = [size(value) for series in chart.series for value in series.values]
    most = max([*values, float(chart.maximum or 0)]) or 1.0
    marks = list(_grid(most, top, bottom, language))
    places = _places(len(chart.categories))
    marks += [
        text(x, bottom + 20, category, anchor="middle")
        for x, category in zip(places, chart.categories, strict=True)
    ]
    marks += [_break(places, place, top, bottom) for place in chart.breaks]
    for order, series in enumerate(chart.series):
        points = [
            (x, bottom - _PLOT_HEIGHT * size(value) / most)
            for x, value in zip(places, series.values, strict=True)
        ]
        marks += _line(points, chart.breaks, order)
        marks += _points(points, series, order, language)
    return Drawing(marks, bottom + 32)


def _places(count: int) -> list[float]:
    span = WIDTH - _LEFT - _RIGHT
    if count == 1:
        return [_LEFT + span / 2]
    return [_LEFT + 20 + (span - 40) * place / (count - 1) for place in range(count)]


def _grid(most: float, top: float, bottom: float, language: str) -> Iterator[str]:
    for step in range(_STEPS + 1):
        y = bottom - (bottom - top) * step / _STEPS
        stroke = INK if step == 0 else QUIET
        yield (
            f'<line x1="{_LEFT}" y1="{y:.1f}" x2="{WIDTH - _RIGHT}" y2="{y:.1f}" '
            f'stroke="{stroke}"/>'
        )
        yield text(_LEFT - 8, y + 4.5, number(round(most * step / _STEPS), language), anchor="end")


def _break(places: list[float], place: int, top: float, bottom: float) -> str:
    x = (places[place - 1] + places[place]) / 2
    return (
        f'<line x1="{x:.1f}" y1="{top}" x2="{x:.1f}" y2="{bottom}" stroke="{INK}" '
        f'stroke-dasharray="3 5"/>'
    )


def _line(points: list[Point], breaks: Sequence[int], order: int) -> Iterator[str]:
    for place in range(1, len(points)):
        if place in breaks:
            continue
        (x1, y1), (x2, y2) = points[place - 1], points[place]
        yield (
            f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" '
            f'stroke="{colour(order)}" stroke-width="2.5" '
            f'stroke-dasharray="{_DASHES[order % len(_DASHES)]}"/>'
        )


def _points(points: list[Point], series: Series, order: int, language: str) -> Iterator[str]:
    # Numbers of the first line stand above it, of the others below, where they would meet less.
    shift = -9 if order == 0 else 19
    for (x, y), value in zip(points, series.values, strict=True):
        yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{colour(order)}"/>'
        yield text(x, y + shift, number(value, language), anchor="middle", fill=colour(order))
