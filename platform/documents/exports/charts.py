"""Charts as SVG: horizontal bars, because Polish names of categories are long.

Only presentation attributes are used, no style, so that the same drawing passes the pages'
content security policy. The reader who cannot see it gets title, description and, from the
page or the report around it, the table of numbers.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from decimal import Decimal
from xml.sax.saxutils import escape, quoteattr

from documents.exports.cells import canonical, clean_text, display
from documents.exports.description import Chart

# Each at least 3:1 against white and told apart by lightness as well as by hue.
COLOURS = ("#1b4f8a", "#c8612a", "#3d8b6d", "#8a5aa8", "#b0892a", "#5f6b76")
INK = "#1d2733"
WIDTH = 640
_LABEL_WIDTH = 210
_BAR = 18
_GAP = 12
_LEGEND_LINE = 22
_PLOT = WIDTH - _LABEL_WIDTH - 70


def chart_svg(chart: Chart, *, language: str, key: str = "chart") -> str:
    """The drawing as an SVG element; ``key`` keeps its ids apart from others on the page."""
    legend = list(_legend(chart))
    top = _LEGEND_LINE * ((len(chart.series) + 1) // 2) + 8 if legend else 4
    bars = 1 if chart.kind == "stacked" else len(chart.series)
    step = max(bars * _BAR, 30) + _GAP
    height = top + step * len(chart.categories)
    marks = [
        mark
        for position, category in enumerate(chart.categories)
        for mark in _category(chart, position, category, top + position * step, language)
    ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" '
        f'width="{WIDTH}" height="{height}" '
        f"aria-labelledby={quoteattr(f'{key}-title {key}-desc')} "
        f'font-family="Source Sans Pro, Segoe UI, Helvetica, Arial, sans-serif" font-size="13">'
        f"<title id={quoteattr(f'{key}-title')}>{escape(clean_text(chart.title))}</title>"
        f"<desc id={quoteattr(f'{key}-desc')}>{escape(clean_text(chart.description))}</desc>"
        f"{''.join(legend)}{''.join(marks)}"
        f'<line x1="{_LABEL_WIDTH}" y1="{top}" x2="{_LABEL_WIDTH}" y2="{height}" '
        f'stroke="{INK}"/></svg>'
    )


def _legend(chart: Chart) -> Iterator[str]:
    if len(chart.series) == 1:
        return
    for number, series in enumerate(chart.series):
        x, y = (number % 2) * WIDTH // 2, _LEGEND_LINE * (number // 2)
        name = textwrap.shorten(clean_text(series.name), 44, placeholder="…")
        yield f'<rect x="{x}" y="{y + 3}" width="14" height="14" fill="{_colour(number)}"/>'
        yield _text(x + 22, y + 14, name)


def _category(chart: Chart, position: int, category: str, y: float, language: str) -> Iterator[str]:
    lines = textwrap.wrap(clean_text(category), 30, max_lines=2, placeholder="…") or [""]
    bars = 1 if chart.kind == "stacked" else len(chart.series)
    middle = y + bars * _BAR / 2
    for number, line in enumerate(lines):
        shift = 4.5 + 15 * (number - (len(lines) - 1) / 2)
        yield _text(_LABEL_WIDTH - 8, middle + shift, line, anchor="end")
    draw = _stacked if chart.kind == "stacked" else _beside
    yield from draw(chart, position, y, language)


def _beside(chart: Chart, position: int, y: float, language: str) -> Iterator[str]:
    most = max((_size(value) for series in chart.series for value in series.values), default=0)
    for number, series in enumerate(chart.series):
        value = series.values[position]
        width = _PLOT * _size(value) / most if most else 0
        top = y + number * _BAR
        yield _bar(_LABEL_WIDTH, top, width, number)
        yield _text(_LABEL_WIDTH + width + 6, top + 13, _number(value, language))


def _stacked(chart: Chart, position: int, y: float, language: str) -> Iterator[str]:
    totals = [
        sum(_size(series.values[place]) for series in chart.series)
        for place in range(len(chart.categories))
    ]
    most = max(totals)
    x = float(_LABEL_WIDTH)
    for number, series in enumerate(chart.series):
        width = _PLOT * _size(series.values[position]) / most if most else 0
        yield _bar(x, y, width, number)
        label = _number(series.values[position], language)
        if width > 8 * len(label) + 6:
            yield _text(x + width / 2, y + 13, label, anchor="middle", colour="#ffffff")
        x += width
    total = sum((Decimal(str(series.values[position])) for series in chart.series), Decimal(0))
    yield _text(x + 6, y + 13, _number(total, language))


def _bar(x: float, y: float, width: float, number: int) -> str:
    # The white edge tells neighbours apart without colour.
    return (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{_BAR - 1}" '
        f'fill="{_colour(number)}" stroke="#ffffff" stroke-width="1"/>'
    )


def _text(x: float, y: float, text: str, *, anchor: str = "start", colour: str = INK) -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{colour}">'
        f"{escape(text)}</text>"
    )


def _size(value: int | float | Decimal) -> float:
    """Bars begin at zero; what is below cannot be drawn as a length."""
    return max(0.0, float(value))


def _colour(number: int) -> str:
    return COLOURS[number % len(COLOURS)]


def _number(value: int | float | Decimal, language: str) -> str:
    return display(canonical(value, "decimal"), language)
