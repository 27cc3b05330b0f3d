"""Charts as SVG, for reports and for pages.

Only presentation attributes are used, no style, so that the same drawing passes the pages'
content security policy. The reader who cannot see it gets title, description and, from the
page or the report around it, the table of numbers.
"""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from documents.exports.bars import draw_bars
from documents.exports.cells import clean_text
from documents.exports.description import Chart
from documents.exports.heat import draw_heat
from documents.exports.lines import draw_lines
from documents.exports.radar import draw_radar
from documents.exports.svg_marks import WIDTH, Drawing, legend

_DRAWERS = {
    "bar": draw_bars,
    "stacked": draw_bars,
    "radar": draw_radar,
    "line": draw_lines,
    "heat": draw_heat,
}


def chart_svg(chart: Chart, *, language: str, key: str = "chart", stretches: bool = False) -> str:
    """The drawing as an SVG element; ``key`` keeps its ids apart from others on the page.

    With ``stretches`` it takes the width of what surrounds it, if its kind can, while its words
    keep their size; without, it is a picture that grows and shrinks as a whole.
    """
    # The columns of a heat map are named in its head.
    head = Drawing([], 4) if chart.kind == "heat" else legend(chart)
    drawing = _DRAWERS[chart.kind](chart, head.height, language)
    height = f"{drawing.height:g}"
    frame = f'viewBox="0 0 {WIDTH} {height}" width="{WIDTH}"'
    if stretches and chart.stretches:
        frame = 'width="100%"'
    title, description = f"{key}-title", f"{key}-desc"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" {frame} height="{height}" '
        f"aria-labelledby={quoteattr(f'{title} {description}')} "
        f'font-family="Source Sans Pro, Segoe UI, Helvetica, Arial, sans-serif" font-size="13">'
        f"<title id={quoteattr(title)}>{escape(clean_text(chart.title))}</title>"
        f"<desc id={quoteattr(description)}>{escape(clean_text(chart.description))}</desc>"
        f"{''.join(head.marks)}{''.join(drawing.marks)}</svg>"
    )
