"""Reminders of what is late: steps of standards and tasks of teams, once a week at most."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

import notifications
from standards.domain.queries import next_stage
from standards.models import ENDED, ActionPoint, StepPlan

WEEK = timedelta(days=7)


def remind_of_steps() -> int:
    """Tell the office and those who lead the team of each late step; how many steps."""
    late = (
        StepPlan.objects.filter(due_on__lt=timezone.localdate())
        .filter(_not_lately())
        .exclude(standard__stage__in=ENDED)
    )
    return sum(_remind_of_step(key) for key in list(late.values_list("pk", flat=True)))


def remind_of_actions() -> int:
    """Tell the owner and the secretary of each late task; how many tasks."""
    late = ActionPoint.objects.filter(
        _not_lately(), done_on__isnull=True, due_on__lt=timezone.localdate()
    )
    return sum(_remind_of_action(key) for key in list(late.values_list("pk", flat=True)))


@transaction.atomic
def _remind_of_step(key: int) -> bool:
    plan = (
        StepPlan.objects.select_for_update(of=("self",))
        .select_related("standard")
        .filter(_not_lately(), pk=key)
        .first()
    )
    if plan is None or plan.stage != next_stage(plan.standard):
        return False
    plan.reminded_on = timezone.localdate()
    plan.save(update_fields=["reminded_on"])
    notifications.publish(
        "standards.step_overdue",
        plan.standard,
        context={
            "title": plan.standard.title,
            "stage": plan.stage,
            "due_on": plan.due_on.isoformat(),
        },
    )
    return True


@transaction.atomic
def _remind_of_action(key: int) -> bool:
    action = (
        ActionPoint.objects.select_for_update(of=("self",))
        .select_related("meeting__group")
        .filter(_not_lately(), pk=key, done_on__isnull=True)
        .first()
    )
    if action is None:
        return False
    action.reminded_on = timezone.localdate()
    action.save(update_fields=["reminded_on"])
    notifications.publish(
        "standards.action_overdue",
        action,
        context={
            "text": action.text,
            "due_on": action.due_on.isoformat(),
            "group": action.meeting.group.name,
        },
    )
    return True


def _not_lately() -> Q:
    week_ago: date = timezone.localdate() - WEEK
    return Q(reminded_on__isnull=True) | Q(reminded_on__lte=week_ago)
