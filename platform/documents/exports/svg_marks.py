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
    return Drawing(list(_entries(chart)), _LEGEND_LINE * len(chart.series) + 8)


def _entries(chart: Chart) -> Iterator[str]:
    for number, series in enumerate(chart.series):
        y = _LEGEND_LINE * number
        name = textwrap.shorten(clean_text(series.name), 44, placeholder="…")
        yield f'<rect x="0" y="{y + 3}" width="14" height="14" fill="{colour(number)}"/>'
        yield text(22, y + 14, name)


def text(
    x: float | str, y: float, words: str, *, anchor: str = "start", fill: str = INK, shift: int = 0
) -> str:
    """A line of text that begins, ends or has its middle ``shift`` pixels beyond ``x``.

    ``x`` is a place in the drawing, or a share of its width such as ``50%``.
    """
    place = x if isinstance(x, str) else f"{x:.1f}"
    beyond = f' dx="{shift}"' if shift else ""
    return (
        f'<text x="{place}"{beyond} y="{y:.1f}" text-anchor="{anchor}" fill="{fill}">'
        f"{escape(words)}</text>"
    )


def lines(x: float, middle: float, words: str, *, width: int, anchor: str) -> Iterator[str]:
    """At most two lines of text of about ``width`` characters around the height ``middle``."""
    found = wrapped(words, width)
    for number, line in enumerate(found):
        shift = 4.5 + 15 * (number - (len(found) - 1) / 2)
        yield text(x, middle + shift, line, anchor=anchor)


def wrapped(words: str, width: int) -> list[str]:
    """One or two lines of about ``width`` characters."""
    return textwrap.wrap(clean_text(words), width, max_lines=2, placeholder="…") or [""]


def size(value: int | float | Decimal) -> float:
    """Lengths begin at zero; what is below cannot be drawn as a length."""
    return max(0.0, float(value))


def colour(number: int) -> str:
    """The colour of a series."""
    return COLOURS[number % len(COLOURS)]


def number(value: int | float | Decimal, language: str) -> str:
    """A number as people of ``language`` write it."""
    return display(canonical(value, "decimal"), language)
