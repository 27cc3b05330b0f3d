"""A juror's score sheet: kept while it is filled in, submitted once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils import timezone

from awards.domain import permissions
from awards.domain.clock import as_the_database_says
from awards.domain.errors import (
    AlreadySubmitted,
    ConflictDeclared,
    NotAssigned,
    NotSigned,
    ScoresMissing,
)
from awards.models import Criterion, Declaration, EditionStage, Evaluation, Juror, Nomination, Score


@as_the_database_says
def keep_scores(
    *, juror: Juror, nomination: Nomination, points: Mapping[int, int], justification: str
) -> Evaluation:
    """Save what the juror has so far; ``points`` are by key of the criterion."""
    evaluation = _open_sheet(juror, nomination)
    evaluation.justification = justification
    evaluation.save()
    known = set(nomination.category.criteria.values_list("pk", flat=True))
    for criterion, value in points.items():
        if criterion not in known:
            raise ScoresMissing
        Score.objects.update_or_create(
            evaluation=evaluation, criterion_id=criterion, defaults={"value": value}
        )
    return evaluation


@as_the_database_says
def submit_scores(
    *, juror: Juror, nomination: Nomination, points: Mapping[int, int], justification: str
) -> Evaluation:
    """Finish the sheet; from now on it never changes, and others' sheets may be seen."""
    evaluation = keep_scores(
        juror=juror, nomination=nomination, points=points, justification=justification
    )
    have = set(evaluation.scores.values_list("criterion", flat=True))
    if have != set(_criteria(nomination)) or not justification.strip():
        raise ScoresMissing
    evaluation.submitted_at = timezone.now()
    evaluation.save()
    return evaluation


def sheet_of(juror: Juror, nomination: Nomination) -> Evaluation | None:
    """The juror's own sheet, if begun."""
    return juror.evaluations.filter(nomination=nomination).prefetch_related("scores").first()


def others_sheets(juror: Juror, nomination: Nomination) -> list[Evaluation]:
    """Submitted sheets of the others, once the juror may see them; else none."""
    if not permissions.can_see_scores_of(juror, nomination):
        return []
    return list(
        Evaluation.objects.counted()
        .filter(nomination=nomination)
        .exclude(juror=juror)
        .select_related("juror")
        .prefetch_related("scores__criterion")
        .order_by("juror__number")
    )


def _open_sheet(juror: Juror, nomination: Nomination) -> Evaluation:
    """The sheet, locked; refusals say why it cannot be filled in."""
    if not juror.is_sitting:
        raise NotSigned
    conflict = juror.declarations.filter(nomination=nomination, answer=Declaration.Answer.CONFLICT)
    if conflict.exists():
        raise ConflictDeclared
    if nomination.edition.stage != EditionStage.JURY:
        raise NotAssigned
    evaluation = (
        Evaluation.objects.select_for_update().filter(juror=juror, nomination=nomination).first()
    )
    if evaluation is None:
        return Evaluation.objects.create(juror=juror, nomination=nomination)
    if evaluation.is_submitted:
        raise AlreadySubmitted
    return evaluation


def _criteria(nomination: Nomination) -> Any:
    return Criterion.objects.filter(category=nomination.category_id).values_list("pk", flat=True)
