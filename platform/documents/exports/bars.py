"""Horizontal bars, beside each other or stacked, under the names of their categories.

Lengths are percents of the drawing's width and words have their own size, so that a page can
stretch the drawing to a phone's width as well as to a desk's.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from documents.exports.description import Chart
from documents.exports.svg_marks import INK, Drawing, colour, number, size, text, wrapped

_BAR = 18
_LINE = 16
_UNDER_NAME = 4
_GAP = 10
# Characters of a name on one line of a phone.
_NAME = 44
# The longest bar, in percent of the width; its number stands behind it, on a phone too.
_PLOT = 82
# Pixels of one percent where the drawing is at its narrowest, and of one digit.
_NARROWEST, _DIGIT = 2.6, 8


def draw_bars(chart: Chart, top: float, language: str) -> Drawing:
    """The bars of ``chart`` from the height ``top`` downwards."""
    bars = 1 if chart.kind == "stacked" else len(chart.series)
    draw = _stacked if chart.kind == "stacked" else _beside
    marks: list[str] = []
    y = top
    for position, category in enumerate(chart.categories):
        for line in wrapped(category, _NAME):
            y += _LINE
            marks.append(text(0, y - 2, line))
        y += _UNDER_NAME
        bottom = y + bars * _BAR
        marks += draw(chart, position, y, language)
        marks.append(f'<line x1="0.5" y1="{y:g}" x2="0.5" y2="{bottom:g}" stroke="{INK}"/>')
        y = bottom + _GAP
    return Drawing(marks, y)


def _beside(chart: Chart, position: int, y: float, language: str) -> Iterator[str]:
    most = _longest([size(value) for series in chart.series for value in series.values], chart)
    for place, series in enumerate(chart.series):
        value = series.values[position]
        length = _PLOT * min(size(value) / most, 1)
        top = y + place * _BAR
        yield _bar(0, top, length, place)
        yield text(_percent(length), top + 13, number(value, language), shift=6)


def _stacked(chart: Chart, position: int, y: float, language: str) -> Iterator[str]:
    totals = [
        sum(size(series.values[place]) for series in chart.series)
        for place in range(len(chart.categories))
    ]
    most = _longest(totals, chart)
    x = 0.0
    for place, series in enumerate(chart.series):
        length = _PLOT * size(series.values[position]) / most
        yield _bar(x, y, length, place)
        label = number(series.values[position], language)
        if length * _NARROWEST > _DIGIT * len(label) + 6:
            middle = _percent(x + length / 2)
            yield text(middle, y + 13, label, anchor="middle", fill="#ffffff")
        x += length
    total = sum((Decimal(str(series.values[position])) for series in chart.series), Decimal(0))
    yield text(_percent(x), y + 13, number(total, language), shift=6)


def _longest(lengths: list[float], chart: Chart) -> float:
    """What fills the whole width: the end of the scale, if one is given."""
    return max([*lengths, float(chart.maximum or 0)]) or 1.0


def _bar(x: float, y: float, length: float, place: int) -> str:
    # The white edge tells neighbours apart without colour.
    return (
        f'<rect x="{_percent(x)}" y="{y:.1f}" width="{_percent(length)}" height="{_BAR - 1}" '
        f'fill="{colour(place)}" stroke="#ffffff" stroke-width="1"/>'
    )


def _percent(length: float) -> str:
    return f"{length:.2f}%"
