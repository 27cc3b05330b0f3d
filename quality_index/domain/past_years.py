"""Taking over a past year from a sheet, so that the series begins before the portal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import IntegrityError, transaction

from organizations.models import PublicBody
from quality_index.domain import stages
from quality_index.domain.errors import YearTaken
from quality_index.models import (
    AgreedScore,
    Assessment,
    AssessmentStageChange,
    QuestionnaireVersion,
    Stage,
)


def take_over_year(
    *,
    body: PublicBody,
    year: int,
    version: QuestionnaireVersion,
    scores: Mapping[str, tuple[int | None, str]],
    actor: Any,
) -> Assessment:
    """An approved assessment with agreed scores alone; publishing it is a step of its own.

    Raises YearTaken, or StageNotAllowed when nothing in it has a level.
    """
    try:
        with transaction.atomic():
            return _take_over(body, year, version, scores, actor)
    except IntegrityError as error:
        raise YearTaken from error


def _take_over(
    body: PublicBody,
    year: int,
    version: QuestionnaireVersion,
    scores: Mapping[str, tuple[int | None, str]],
    actor: Any,
) -> Assessment:
    assessment = Assessment.objects.create(
        body=body,
        year=year,
        version=version,
        coordinator=actor,
        stage=Stage.CONSENSUS,
        is_imported=True,
    )
    AssessmentStageChange.objects.create(
        assessment=assessment, source=Stage.PREPARATION, target=Stage.CONSENSUS, actor=actor
    )
    AgreedScore.objects.bulk_create(
        AgreedScore(
            assessment=assessment,
            indicator=row,
            value=scores[row.key][0],
            not_applicable=scores[row.key][0] is None,
            reasons=scores[row.key][1] or ("nd" if scores[row.key][0] is None else ""),
            revision=1,
            updated_by=actor,
        )
        for row in version.indicators.all()
    )
    return stages.change_stage(assessment=assessment, target=Stage.APPROVED, actor=actor)
