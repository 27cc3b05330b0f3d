"""Horizontal bars, beside each other or stacked: Polish names of categories are long."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from documents.exports.description import Chart
from documents.exports.svg_marks import INK, WIDTH, Drawing, colour, lines, number, size, text

_LABEL_WIDTH = 210
_BAR = 18
_GAP = 12
_PLOT = WIDTH - _LABEL_WIDTH - 70


def draw_bars(chart: Chart, top: float, language: str) -> Drawing:
    """The bars of ``chart`` from the height ``top`` downwards."""
    bars = 1 if chart.kind == "stacked" else len(chart.series)
    step = max(bars * _BAR, 30) + _GAP
    height = top + step * len(chart.categories)
    marks = [
        f'<line x1="{_LABEL_WIDTH}" y1="{top}" x2="{_LABEL_WIDTH}" y2="{height}" stroke="{INK}"/>'
    ]
    draw = _stacked if chart.kind == "stacked" else _beside
    for position, category in enumerate(chart.categories):
        y = top + position * step
        middle = y + bars * _BAR / 2
        marks += lines(_LABEL_WIDTH - 8, middle, category, width=30, anchor="end")
        marks += draw(chart, position, y, language)
    return Drawing(marks, height)


def _beside(chart: Chart, position: int, y: float, language: str) -> Iterator[str]:
    most = _longest([size(value) for series in chart.series for value in series.values], chart)
    for place, series in enumerate(chart.series):
        value = series.values[position]
        width = _PLOT * min(size(value) / most, 1)
        top = y + place * _BAR
        yield _bar(_LABEL_WIDTH, top, width, place)
        yield text(_LABEL_WIDTH + width + 6, top + 13, number(value, language))


def _stacked(chart: Chart, position: int, y: float, language: str) -> Iterator[str]:
    totals = [
        sum(size(series.values[place]) for series in chart.series)
        for place in range(len(chart.categories))
    ]
    most = _longest(totals, chart)
    x = float(_LABEL_WIDTH)
    for place, series in enumerate(chart.series):
        width = _PLOT * size(series.values[position]) / most
        yield _bar(x, y, width, place)
        label = number(series.values[position], language)
        if width > 8 * len(label) + 6:
            yield text(x + width / 2, y + 13, label, anchor="middle", fill="#ffffff")
        x += width
    total = sum((Decimal(str(series.values[position])) for series in chart.series), Decimal(0))
    yield text(x + 6, y + 13, number(total, language))


def _longest(lengths: list[float], chart: Chart) -> float:
    """What fills the whole width: the end of the scale, if one is given."""
    return max([*lengths, float(chart.maximum or 0)]) or 1.0


def _bar(x: float, y: float, width: float, place: int) -> str:
    # The white edge tells neighbours apart without colour.
    return (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{_BAR - 1}" '
        f'fill="{colour(place)}" stroke="#ffffff" stroke-width="1"/>'
    )
