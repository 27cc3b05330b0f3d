"""Results with their drawings, as pages show them."""

from __future__ import annotations

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from documents.exports.charts import chart_svg
from surveys.domain.results import PartResult, QuestionResult, Results
from surveys.domain.results_report import chart_of


def with_charts(
    found: Results, key: str = "w"
) -> list[tuple[QuestionResult, list[tuple[PartResult, SafeString]]]]:
    """Each question with its parts, each part with its drawing; ``key`` keeps ids apart."""
    language = (get_language() or "pl")[:2]
    shown = []
    for number, result in enumerate(found.questions):
        parts = []
        for place, part in enumerate(result.parts):
            chart = chart_of(result, part)
            name = f"{key}{number}-{place}"
            svg = chart_svg(chart, language=language, key=name, stretches=True) if chart else ""
            # Our own drawing, whose texts are escaped by the writer of charts.
            parts.append((part, mark_safe(svg)))  # noqa: S308
        shown.append((result, parts))
    return shown
