"""Marks that all charts are made of: text, colours, numbers, legend."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from xml.sax.saxutils import escape

from documents.exports.cells import canonical, clean_text, display
from documents.exports.description import Chart

# Each at least 3:1 against white and told apart by lightness as well as by hue.
COLOURS = ("#1b4f8a", "#c8612a", "#3d8b6d", "#8a5aa8", "#b0892a", "#5f6b76")
INK = "#1d2733"
QUIET = "#b8c2cc"
WIDTH = 640
_LEGEND_LINE = 22


@dataclass(frozen=True, slots=True)
class Drawing:
    """The marks of a chart under its legend, and how high they reach."""

    marks: list[str]
    height: float


def legend(chart: Chart) -> Drawing:
    """Names of the series with their colours; none is needed for a single series."""
    if len(chart.series) == 1:
        return Drawing([], 4)
    return Drawing(list(_entries(chart)), _LEGEND_LINE * ((len(chart.series) + 1) // 2) + 8)


def _entries(chart: Chart) -> Iterator[str]:
    for number, series in enumerate(chart.series):
        x, y = (number % 2) * WIDTH // 2, _LEGEND_LINE * (number // 2)
        name = textwrap.shorten(clean_text(series.name), 44, placeholder="…")
        yield f'<rect x="{x}" y="{y + 3}" width="14" height="14" fill="{colour(number)}"/>'
        yield text(x + 22, y + 14, name)


def text(x: float, y: float, words: str, *, anchor: str = "start", fill: str = INK) -> str:
    """A line of text that begins, ends or has its middle at ``x``."""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{fill}">{escape(words)}</text>'
    )


def lines(x: float, middle: float, words: str, *, width: int, anchor: str) -> Iterator[str]:
    """At most two lines of text of about ``width`` characters around the height ``middle``."""
    wrapped = textwrap.wrap(clean_text(words), width, max_lines=2, placeholder="…") or [""]
    for number, line in enumerate(wrapped):
        shift = 4.5 + 15 * (number - (len(wrapped) - 1) / 2)
        yield text(x, middle + shift, line, anchor=anchor)


def size(value: int | float | Decimal) -> float:
    """Lengths begin at zero; what is below cannot be drawn as a length."""
    return max(0.0, float(value))


def colour(number: int) -> str:
    """The colour of a series."""
    return COLOURS[number % len(COLOURS)]


def number(value: int | float | Decimal, language: str) -> str:
    """A number as people of ``language`` write it."""
    return display(canonical(value, "decimal"), language)
