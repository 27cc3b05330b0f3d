"""A heat map: categories are rows, series are columns, the shade and the number say the same."""

from __future__ import annotations

import math
from collections.abc import Iterator

from documents.exports.description import Chart
from documents.exports.svg_marks import INK, QUIET, WIDTH, Drawing, lines, number, size, text

_LABEL_WIDTH = 340
_ROW = 30
_HEAD = 40
# From pale to deep in even steps of lightness, with the ink that is read best on each.
_SHADES = (
    ("#f3ece0", INK),
    ("#d5e3f3", INK),
    ("#a3c3e6", INK),
    ("#4f83bf", "#ffffff"),
    ("#1b4f8a", "#ffffff"),
)


def draw_heat(chart: Chart, top: float, language: str) -> Drawing:
    """The grid of ``chart`` from the height ``top`` downwards; a missing number is NaN."""
    values = [size(value) for series in chart.series for value in series.values]
    most = max([*values, float(chart.maximum or 0)]) or 1.0
    width = (WIDTH - _LABEL_WIDTH) / len(chart.series)
    marks: list[str] = []
    for place, series in enumerate(chart.series):
        middle = _LABEL_WIDTH + width * (place + 0.5)
        marks += lines(middle, top + _HEAD / 2, series.name, width=18, anchor="middle")
    for row, category in enumerate(chart.categories):
        y = top + _HEAD + row * _ROW
        marks += lines(_LABEL_WIDTH - 8, y + _ROW / 2, category, width=48, anchor="end")
        for place, series in enumerate(chart.series):
            x = _LABEL_WIDTH + width * place
            value = series.values[row]
            shown = number(value, language) or "–"
            marks += _cell((x, y), width, float(value) / most, shown)
    return Drawing(marks, top + _HEAD + _ROW * len(chart.categories) + 4)


def _cell(corner: tuple[float, float], width: float, share: float, shown: str) -> Iterator[str]:
    x, y = corner
    step = 0 if math.isnan(share) else min(int(share * len(_SHADES)), len(_SHADES) - 1)
    fill, ink = ("#ffffff", INK) if math.isnan(share) else _SHADES[step]
    yield (
        f'<rect x="{x + 1:.1f}" y="{y + 1:.1f}" width="{width - 2:.1f}" height="{_ROW - 2}" '
        f'fill="{fill}" stroke="{QUIET}" stroke-width="0.5"/>'
    )
    yield text(x + width / 2, y + _ROW / 2 + 4.5, shown, anchor="middle", fill=ink)
