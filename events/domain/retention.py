"""Forgetting: health-related needs first, names later; what is counted stays."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from events.models import Event, Needs, Registration

BATCH = 500
NEEDS_DAYS = 14
MONTH = timedelta(days=31)


def forget_needs(before: datetime) -> int:
    """Diet and accessibility of events that ended before the moment; how many rows."""
    count = 0
    rows = Needs.objects.filter(registration__event__ends_at__lt=before)
    while keys := list(rows.values_list("pk", flat=True)[:BATCH]):
        count += Needs.objects.filter(pk__in=keys).delete()[0]
    return count


def forget_people(now: datetime) -> int:
    """Names and contacts, as many months after each event as its organiser set; how many."""
    count = 0
    for event in Event.objects.filter(ends_at__lt=now - MONTH).only("ends_at", "keeps_data_months"):
        if event.ends_at + MONTH * event.keeps_data_months < now:
            count += forget(Registration.objects.filter(event=event, erased_at__isnull=True))
    return count


@transaction.atomic
def forget(rows: QuerySet[Registration]) -> int:
    """Empty what tells who somebody is; sector, county and attendance stay for the report."""
    keys = list(rows.values_list("pk", flat=True))
    Needs.objects.filter(registration__in=keys).delete()
    for row in Registration.objects.filter(pk__in=keys):
        row.changes.update(reason="")
        row.feedback.update(comment="")
    return Registration.objects.filter(pk__in=keys).update(
        full_name="–",
        email="",
        phone="",
        organization_name="",
        organization=None,
        user=None,
        registered_by=None,
        answers={},
        accepts_listing=False,
        erased_at=timezone.now(),
    )
