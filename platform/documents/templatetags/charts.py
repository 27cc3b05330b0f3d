"""Charts on pages: the drawing of the report writers, with its table of numbers."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from documents.exports.charts import chart_svg
from documents.exports.description import Chart

register = template.Library()


@register.filter
def svg(chart: Chart, key: str) -> SafeString:
    """The drawing as pages show it; ``key`` keeps its ids apart from others."""
    drawn = chart_svg(chart, language=get_language() or "pl", key=key, stretches=True)
    return mark_safe(drawn)  # noqa: S308 - chart_svg escapes every word


@register.inclusion_tag("components/chart.html")
def chart_figure(chart: Chart | None, key: str, address: str = "") -> dict[str, Any]:
    """A chart with its table of numbers; ``address`` leads to it as a file."""
    table = chart.as_table(key, "") if chart else None
    return {
        "chart": chart,
        "key": key,
        "address": address,
        "columns": table.columns[1:] if table else [],
        "rows": list(table.read_rows()) if table else [],
    }
