"""Gathering many events into one letter for each person."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from notifications import kinds
from notifications.models import Channel, Delivery, Digest, WorkState
from notifications.models.deliveries import DeliveryQuerySet

MOST_ENTRIES = 100
PRIORITY = 9


class NothingLeft(Exception):
    """All that a letter was to tell of is gone."""


def gather_due_digests(*, limit: int = 200) -> int:
    """Make a letter for each of up to ``limit`` people who have something due."""
    people = list(
        _waiting()
        .order_by("recipient_id")
        .values_list("recipient_id", flat=True)
        .distinct()[:limit]
    )
    for recipient_id in people:
        gather(recipient_id)
    return len(people)


@transaction.atomic
def gather(recipient_id: int) -> Digest | None:
    """Bind a person's due deliveries to one new letter.

    The lock makes a second worker find nothing left, so no event gets into two letters.
    """
    due = _waiting().filter(recipient_id=recipient_id).order_by("pk")
    ids = [row.pk for row in due.select_for_update(skip_locked=True)[:MOST_ENTRIES]]
    if not ids:
        return None
    digest = Digest.objects.create(recipient_id=recipient_id, priority=PRIORITY)
    Delivery.objects.filter(pk__in=ids).update(digest=digest)
    return digest


def contents_of(digest: Digest) -> list[Delivery]:
    """The deliveries that a letter carries, without those whose kind or subject is gone."""
    rows = digest.deliveries.select_related("event__subject_type").prefetch_related(
        "event__subject"
    )
    contents = [
        row
        for row in rows.order_by("pk")
        if kinds.find(row.event.kind) and row.event.subject is not None
    ]
    if not contents:
        raise NothingLeft
    return contents


def settle_contents(digest: Digest, state: WorkState) -> None:
    """What becomes of a letter becomes of the deliveries in it."""
    waiting = digest.deliveries.filter(state=WorkState.PENDING)
    waiting.update(state=state, done_at=timezone.now())


def _waiting() -> DeliveryQuerySet:
    return Delivery.objects.filter(
        channel=Channel.DIGEST,
        state=WorkState.PENDING,
        digest=None,
        due_at__lte=timezone.now(),
    )
