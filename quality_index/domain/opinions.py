"""Pulses and broad surveys: asked of NGOs, answered without a name, shown from five answers up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Count
from django.db.models.functions import Now
from django.utils.translation import gettext_noop

from documents.exports.description import Chart, Series
from organizations.models import PublicBody
from quality_index.domain import notices
from quality_index.domain.errors import AlreadyAnswered, SurveyClosed
from quality_index.models import (
    FEWEST_ANSWERS,
    Assessment,
    OpinionAnswer,
    OpinionSurvey,
    OpinionTurnout,
)
from quality_index.models.opinions import SURVEY_CLOSED
from quality_index.scoring import mean_level, rounded

# Kept as written, so that a pulse of the past shows what was asked then.
PULSE = (
    ("informacja", gettext_noop("Czy urząd informuje Was na czas o ważnych sprawach?")),
    ("wplyw", gettext_noop("Czy Wasze uwagi mają wpływ na decyzje urzędu?")),
    ("wsparcie", gettext_noop("Czy urząd pomaga Wam realizować zadania?")),
    ("szacunek", gettext_noop("Czy urząd traktuje Was jak partnera?")),
    ("zmiana", gettext_noop("Czy współpraca w ostatnich miesiącach się poprawiła?")),
)


@dataclass(frozen=True, slots=True)
class QuestionResult:
    """The mean level of one question; None where fewer than five answered it."""

    text: str
    mean: Decimal | None
    count: int


@dataclass(frozen=True, slots=True)
class SurveyResult:
    """What a survey that is over says."""

    survey: OpinionSurvey
    count: int
    questions: list[QuestionResult]
    mean: Decimal | None


@transaction.atomic
def open_survey(
    *, body: PublicBody, closes_on: date, actor: Any, assessment: Assessment | None = None
) -> OpinionSurvey:
    """Begin a pulse, or a broad survey about each area of an assessment's questionnaire."""
    if assessment is None:
        questions = [{"key": key, "text": text} for key, text in PULSE]
    else:
        questions = [
            {"key": area.key, "text": area.name}
            for area in assessment.version.areas.order_by("position")
        ]
    survey = OpinionSurvey.objects.create(
        body=body, assessment=assessment, questions=questions, closes_on=closes_on
    )
    notices.survey_opened(survey, actor)
    return survey


def answer_survey(*, survey: OpinionSurvey, user: Any, values: Mapping[str, int | None]) -> None:
    """Store an answer and, apart from it, that the person answered.

    Raises AlreadyAnswered, or SurveyClosed by the database's clock.
    """
    try:
        with transaction.atomic():
            OpinionTurnout.objects.create(survey=survey, user=user)
            OpinionAnswer.objects.create(survey=survey, values=dict(values))
    except IntegrityError as error:
        diagnosis = getattr(error.__cause__, "diag", None)
        if diagnosis is not None and diagnosis.constraint_name == SURVEY_CLOSED:
            raise SurveyClosed from error
        raise AlreadyAnswered from error


def results_of(survey: OpinionSurvey) -> SurveyResult | None:
    """Means once the survey is over; None before that and below five answers.

    While it lasts nothing is shown: two looks before and after an answer would tell it.
    """
    return next(iter(_results([survey])), None)


def pulses_of(body: PublicBody) -> list[SurveyResult]:
    """Pulses that may be shown, oldest first; two queries."""
    over = OpinionSurvey.objects.filter(body=body, assessment=None, closes_at__lte=Now())
    return _results(list(over.order_by("closes_at")))


def trend_chart(results: list[SurveyResult], *, title: str, description: str) -> Chart | None:
    """The means of pulses over time."""
    shown = [result for result in results if result.mean is not None]
    if len(shown) < 2:
        return None
    return Chart(
        kind="line",
        title=title,
        description=description,
        categories=[f"{result.survey.closes_on:%m.%Y}" for result in shown],
        series=[Series(title, [result.mean or 0 for result in shown])],
        maximum=4,
    )


def open_surveys(body: PublicBody) -> list[OpinionSurvey]:
    """Surveys that take answers now."""
    rows = OpinionSurvey.objects.filter(body=body, closes_at__gt=Now())
    return list(rows.annotate(turnout_count=Count("turnout")))


def _results(surveys: list[OpinionSurvey]) -> list[SurveyResult]:
    over = {
        row.pk: row
        for row in OpinionSurvey.objects.filter(
            pk__in=[survey.pk for survey in surveys], closes_at__lte=Now()
        )
    }
    answers: dict[int, list[dict[str, int | None]]] = {}
    found = OpinionAnswer.objects.filter(survey__in=over)
    for survey_id, values in found.values_list("survey_id", "values"):
        answers.setdefault(survey_id, []).append(values)
    return [
        _result(survey, answers[survey.pk])
        for survey in surveys
        if len(answers.get(survey.pk, ())) >= FEWEST_ANSWERS
    ]


def _result(survey: OpinionSurvey, answers: list[dict[str, int | None]]) -> SurveyResult:
    questions, means = [], []
    for question in survey.questions:
        levels = [level for values in answers if (level := values.get(question["key"])) is not None]
        mean = mean_level(levels) if len(levels) >= FEWEST_ANSWERS else None
        questions.append(QuestionResult(question["text"], rounded(mean), len(levels)))
        if mean is not None:
            means.append(mean)
    whole = sum(means, Fraction(0)) / len(means) if means else None
    return SurveyResult(survey, len(answers), questions, rounded(whole))
