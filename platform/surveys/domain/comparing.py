"""Results of earlier editions beside this one, found by the keys of questions and answers."""

from __future__ import annotations

from dataclasses import dataclass

from surveys.domain.results import Results, results_of
from surveys.models import Survey

MOST_EDITIONS = 4


@dataclass(frozen=True, slots=True)
class Comparison:
    """One question, or row of a matrix, over editions; None where a number is hidden or unasked."""

    title: str
    rows: list[tuple[str, list[float | None]]]


@dataclass(frozen=True, slots=True)
class Editions:
    """Editions from the earliest to this one, and what they can be compared in."""

    surveys: list[Survey]
    comparisons: list[Comparison]


def earlier_editions(survey: Survey) -> list[Survey]:
    """Published surveys of the same questionnaire and owner that ended before, newest first."""
    return list(
        Survey.objects.filter(
            version__questionnaire=survey.version.questionnaire_id,
            owner_type=survey.owner_type_id,
            results_published_at__isnull=False,
            closes_at__lt=survey.closes_at,
        )
        .exclude(pk=survey.pk)
        .select_related("version__questionnaire")
        .order_by("-closes_at")[: MOST_EDITIONS - 1]
    )


def compare(survey: Survey) -> Editions | None:
    """Percentages of all questions that this edition shares with an earlier one."""
    earlier = earlier_editions(survey)
    if not earlier:
        return None
    surveys = [*reversed(earlier), survey]
    editions = [results_of(one) for one in surveys]
    found = []
    for result in editions[-1].questions:
        for part in result.parts:
            rows = [
                (row.label, [_percent(e, result.question.key, part.key, row.key) for e in editions])
                for row in part.rows
            ]
            is_shared = any(value is not None for _label, values in rows for value in values[:-1])
            if rows and is_shared:
                title = result.text if len(result.parts) == 1 else f"{result.text} – {part.title}"
                found.append(Comparison(title, rows))
    return Editions(surveys, found)


def _percent(results: Results, question: str, part: str, value: str) -> float | None:
    result = results.of(question)
    for one in result.parts if result else []:
        if one.key == part:
            return next((row.percent for row in one.rows if row.key == value), None)
    return None
