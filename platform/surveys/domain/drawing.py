"""Results with their drawings, as pages show them."""

from __future__ import annotations

from documents.templatetags.charts import svg
from surveys.domain.results import PartResult, QuestionResult, Results
from surveys.domain.results_report import chart_of


def with_charts(
    found: Results, key: str = "w"
) -> list[tuple[QuestionResult, list[tuple[PartResult, str]]]]:
    """Each question with its parts, each part with its drawing; ``key`` keeps ids apart."""
    shown = []
    for number, result in enumerate(found.questions):
        parts = []
        for place, part in enumerate(result.parts):
            chart = chart_of(result, part)
            parts.append((part, svg(chart, f"{key}{number}-{place}") if chart else ""))
        shown.append((result, parts))
    return shown
