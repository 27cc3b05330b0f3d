"""The improvement plan: recommendations, actions, targets, reminders and what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils import timezone

from quality_index.domain import notices
from quality_index.domain.errors import StageNotAllowed
from quality_index.domain.questionnaires import map_versions
from quality_index.models import (
    OPEN_STATUSES,
    Action,
    AgreedScore,
    Assessment,
    IndexArea,
    Indicator,
    Target,
)
from quality_index.models.stages import WITH_RESULTS

LOW_LEVEL = 2
"""Up to this agreed level something is recommended."""
REMIND_DAYS = 14


@dataclass(frozen=True, slots=True)
class Recommendation:
    """What the questionnaire advises for an indicator at its agreed level."""

    indicator: Indicator
    value: int
    texts: list[str]
    has_action: bool


@dataclass(frozen=True, slots=True)
class ReviewedAction:
    """An action with the agreed levels before and after it."""

    action: Action
    before: int | None
    after: int | None

    @property
    def change(self) -> int | None:
        """By how many levels the indicator moved."""
        if self.before is None or self.after is None:
            return None
        return self.after - self.before


def recommendations(assessment: Assessment) -> list[Recommendation]:
    """Advice for low levels, the lowest first."""
    taken = set(assessment.actions.values_list("indicator_id", flat=True))
    low = assessment.agreed_scores.filter(value__lte=LOW_LEVEL).select_related("indicator")
    return [
        Recommendation(row.indicator, row.value or 0, texts, row.indicator_id in taken)
        for row in low.order_by("value", "indicator__position")
        if (texts := row.indicator.recommendations_for(row.value or 0))
    ]


@transaction.atomic
def save_action(*, action: Action, actor: Any) -> Action:
    """Write an action; a new term is reminded of anew."""
    assessment = Assessment.objects.select_for_update(no_key=True).get(pk=action.assessment_id)
    if assessment.stage not in WITH_RESULTS:
        raise StageNotAllowed
    known = Action.objects.filter(pk=action.pk).values_list("due_on", flat=True).first()
    if known != action.due_on:
        action.reminded_on = None
    action.updated_by = actor
    action.save()
    # The public page's freshness looks at the assessment.
    assessment.save(update_fields=["updated_at"])
    return action


@transaction.atomic
def set_targets(*, assessment: Assessment, targets: Mapping[IndexArea, Decimal | None]) -> None:
    """Write the levels wanted next year; None takes a target away."""
    for area, value in targets.items():
        if value is None:
            Target.objects.filter(assessment=assessment, area=area).delete()
        else:
            Target.objects.update_or_create(
                assessment=assessment, area=area, defaults={"value": value}
            )
    assessment.save(update_fields=["updated_at"])


def review_of(assessment: Assessment) -> list[ReviewedAction]:
    """Actions that followed the assessment before, with what this one shows of each."""
    before = (
        assessment.body.index_assessments.with_results()
        .filter(year__lt=assessment.year)
        .select_related("version")
        .order_by("-year")
        .first()
    )
    if before is None:
        return []
    actions = list(before.actions.select_related("indicator").order_by("due_on", "pk"))
    if not actions:
        return []
    continued = {
        old: key for key, old in map_versions(before.version, assessment.version).same.items()
    }
    then, now = _levels(before), _levels(assessment)
    return [
        ReviewedAction(
            action,
            then.get(action.indicator.key) if action.indicator else None,
            now.get(continued.get(action.indicator.key, "")) if action.indicator else None,
        )
        for action in actions
    ]


def progress_of(actions: list[Action]) -> dict[str, int]:
    """How many actions there are, done, and late."""
    return {
        "all": len(actions),
        "done": sum(action.status == "done" for action in actions),
        "late": sum(action.is_late for action in actions),
    }


def remind_of_terms() -> int:
    """Once a day: letters about actions whose term is near or past; each term once."""
    today = timezone.localdate()
    due = Action.objects.filter(
        status__in=OPEN_STATUSES, due_on__lte=today + timedelta(days=REMIND_DAYS), reminded_on=None
    ).exclude(owner_email="")
    count = 0
    for pk in list(due.values_list("pk", flat=True)):
        with transaction.atomic():
            action = due.select_for_update(of=("self",)).filter(pk=pk).first()
            if action is None:
                continue
            notices.action_due(action)
            Action.objects.filter(pk=pk).update(reminded_on=today)
            count += 1
    return count


def _levels(assessment: Assessment) -> dict[str, int | None]:
    rows = AgreedScore.objects.filter(assessment=assessment)
    return dict(rows.values_list("indicator__key", "value"))
