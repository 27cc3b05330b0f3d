"""Reminders to members who have not handed in, a few days before the deadline."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from quality_index.domain import notices
from quality_index.models import Assessment, Stage

REMIND_DAYS = 3


def remind_members() -> int:
    """Once a day: one reminder for each deadline; how many letters."""
    now = timezone.now()
    due = Assessment.objects.filter(
        stage=Stage.SCORING,
        reminded_at=None,
        scores_until_at__range=(now, now + timedelta(days=REMIND_DAYS)),
    )
    return sum(_remind(pk) for pk in list(due.values_list("pk", flat=True)))


@transaction.atomic
def _remind(pk: int) -> int:
    assessment = Assessment.objects.select_for_update(no_key=True).get(pk=pk)
    if assessment.reminded_at is not None:
        return 0
    waiting = list(assessment.seats.filter(submitted_at=None).select_related("user"))
    for seat in waiting:
        seat.assessment = assessment
        notices.remind(seat)
    Assessment.objects.filter(pk=pk).update(reminded_at=timezone.now())
    return len(waiting)
