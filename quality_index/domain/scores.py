"""A member's own scores: kept while scoring lasts, sealed from everybody else."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import wraps
from typing import ParamSpec, TypeVar

from django.db import IntegrityError, transaction
from django.db.models.functions import Now
from django.utils import timezone

from quality_index.domain.errors import NotAllScored, ScoringClosed
from quality_index.models import Assessment, Indicator, Score, Seat, Stage
from quality_index.models.team import SCORING_CLOSED

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Answer:
    """What a member says of an indicator; ``value`` None means that it does not apply."""

    value: int | None
    comment: str = ""


def refusing_late(function: Callable[P, R]) -> Callable[P, R]:
    """Run in one transaction; the database's word that it is too late is ScoringClosed."""

    @wraps(function)
    def in_time(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            with transaction.atomic():
                return function(*args, **kwargs)
        except IntegrityError as error:
            diagnosis = getattr(error.__cause__, "diag", None)
            if diagnosis is not None and diagnosis.constraint_name == SCORING_CLOSED:
                raise ScoringClosed from error
            raise

    return in_time


@refusing_late
def save_scores(*, seat: Seat, answers: Mapping[Indicator, Answer]) -> None:
    """Write or change scores; those of other indicators stay. Raises ScoringClosed."""
    if seat.assessment.stage != Stage.SCORING or not is_in_time(seat.assessment):
        raise ScoringClosed
    for indicator, answer in answers.items():
        Score.objects.update_or_create(
            seat=seat,
            indicator=indicator,
            defaults={
                "value": answer.value,
                "not_applicable": answer.value is None,
                "comment": answer.comment,
            },
        )


@transaction.atomic
def submit_scores(*, seat: Seat) -> Seat:
    """Hand the scores in; they may still be changed until scoring is over.

    Raises NotAllScored, or ScoringClosed.
    """
    assessment = Assessment.objects.select_for_update(no_key=True).get(pk=seat.assessment_id)
    if assessment.stage != Stage.SCORING or not is_in_time(assessment):
        raise ScoringClosed
    if scored_count(seat) < assessment.version.indicators.count():
        raise NotAllScored
    Seat.objects.filter(pk=seat.pk).update(submitted_at=timezone.now())
    seat.refresh_from_db()
    return seat


def is_in_time(assessment: Assessment) -> bool:
    """Whether the deadline is ahead by the database's clock."""
    return assessment.scores_until_at is not None and not passed(assessment)


def passed(assessment: Assessment) -> bool:
    """Whether the deadline has passed by the database's clock."""
    return Assessment.objects.filter(pk=assessment.pk, scores_until_at__lte=Now()).exists()


def scored_count(seat: Seat) -> int:
    """How many indicators the member has scored."""
    return seat.scores.count()
