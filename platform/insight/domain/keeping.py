"""Measuring anew what offices promised: the table follows what activities tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from insight import promises
from insight.models import KeptPromise
from notifications.domain.batches import in_batches

BATCH = 500
LONGEST = {"office_name": 200, "title": 300}
WRITTEN = [
    "office_slug",
    "office_name",
    "office_url",
    "title",
    "url",
    "begun_on",
    "due_on",
    "done_on",
    "kept",
    "days",
    "asked",
    "answered",
    "refreshed_at",
]


def refresh() -> int:
    """Measure every source anew; how many matters there are."""
    known = [source.key for source in promises.sources()]
    KeptPromise.objects.exclude(source__in=known).delete()
    return sum(_refresh(source) for source in promises.sources())


@transaction.atomic
def _refresh(source: promises.Source) -> int:
    """One source; readers see the old rows until all new ones are there."""
    now, today, count = timezone.now(), timezone.localdate(), 0
    for batch in in_batches(_rows(source, source.promises(today), now), BATCH):
        rows = list(batch)
        KeptPromise.objects.bulk_create(
            rows,
            update_conflicts=True,
            unique_fields=["source", "object_id"],
            update_fields=WRITTEN,
        )
        count += len(rows)
    KeptPromise.objects.filter(source=source.key).exclude(refreshed_at=now).delete()
    return count


def _rows(
    source: promises.Source, found: Iterable[promises.Promise], now: datetime
) -> Iterator[KeptPromise]:
    for row in found:
        yield KeptPromise(
            source=source.key,
            object_id=row.object_id,
            office_slug=row.office.slug,
            office_name=row.office.name[: LONGEST["office_name"]],
            office_url=row.office.url,
            title=row.title[: LONGEST["title"]],
            url=row.url,
            begun_on=row.begun_on,
            due_on=row.due_on,
            done_on=row.done_on,
            kept=row.kept,
            days=_days(row.begun_on, row.done_on) if source.is_response else None,
            asked=row.asked,
            answered=row.answered,
            refreshed_at=now,
        )


def _days(begun_on: date, done_on: date | None) -> int | None:
    # An answer before the clock began to run is an answer at once.
    return max((done_on - begun_on).days, 0) if done_on is not None else None
