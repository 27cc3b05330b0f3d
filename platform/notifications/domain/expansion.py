"""From one event to a delivery for each person and channel."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from itertools import chain

from django.db import models
from django.utils import timezone

from accounts.models import User
from notifications import kinds
from notifications.domain import claims
from notifications.domain.batches import in_batches
from notifications.domain.choices import ChoicesOf, choices_of
from notifications.domain.publishing import URGENT
from notifications.domain.subscriptions import follower_ids
from notifications.kinds import Kind
from notifications.models import Channel, Delivery, EmailPace, OutboxEvent, WorkState
from notifications.topics import topics_of

logger = logging.getLogger(__name__)

BATCH = 500
USUAL, GATHERED = 5, 9


def expand_due_events(*, limit: int = 20) -> int:
    """Expand a handful of waiting events; how many were taken."""
    events = claims.claim(OutboxEvent.objects.select_related("subject_type"), limit=limit)
    for event in events:
        try:
            expand(event)
        except Exception as error:
            logger.exception("Event %s could not be expanded", event.pk)
            claims.try_later(event, f"{type(error).__name__}: {error}")
    return len(events)


def expand(event: OutboxEvent) -> None:
    """Write a delivery for each recipient and channel, then close the event.

    Each batch is committed by itself; when the worker dies in the middle, the event is expanded
    anew and the unique key passes over the rows that are there already.
    """
    kind = kinds.get(event.kind)
    if event.subject is None:
        claims.drop(event, "The subject is gone.")
        return
    for ids in in_batches(_concerned(kind, event), BATCH):
        people = _people(kind, event, set(ids))
        deliveries = _deliveries(kind, event, people)
        Delivery.objects.bulk_create(deliveries, batch_size=BATCH, ignore_conflicts=True)
        claims.renew(event)
    claims.finish(event)


def _concerned(kind: Kind, event: OutboxEvent) -> Iterator[int]:
    """Ids of those named by the kind and of followers; the same person may come twice."""
    named: Iterable[User | int] = kind.recipients(event) if kind.recipients else ()
    if isinstance(named, models.QuerySet):
        # Ids alone, from a cursor of the server: a million people need no memory.
        named = named.values_list("pk", flat=True).iterator(chunk_size=BATCH)
    ids = (person.pk if isinstance(person, User) else person for person in named)
    followed = [*kind.followed(event), *topics_of(event)]
    return chain(ids, *(follower_ids(target) for target in followed))


def _people(kind: Kind, event: OutboxEvent, ids: set[int]) -> list[User]:
    if not kind.notify_actor and event.actor_id:
        ids.discard(event.actor_id)
    active = User.objects.filter(pk__in=ids, is_active=True)
    return list(kind.audience(event, active))


def _deliveries(kind: Kind, event: OutboxEvent, people: list[User]) -> Iterator[Delivery]:
    wishes = choices_of(kind, people)
    for person in people:
        yield from _deliveries_for(kind, event, person, wishes[person.pk])


def _deliveries_for(
    kind: Kind, event: OutboxEvent, person: User, choices: ChoicesOf
) -> Iterator[Delivery]:
    row = {"event": event, "recipient": person}
    now = timezone.now()
    if choices.inbox:
        # The row itself is the entry in the inbox: there is nothing left to carry out.
        yield Delivery(**row, channel=Channel.INBOX, state=WorkState.DONE, done_at=now)
    priority = URGENT if kind.is_urgent else USUAL
    due_at = now if kind.is_urgent else choices.end_of_quiet(now)
    if choices.push:
        yield Delivery(**row, channel=Channel.PUSH, priority=priority, due_at=due_at)
    if choices.email == EmailPace.AT_ONCE:
        yield Delivery(**row, channel=Channel.EMAIL, priority=priority, due_at=due_at)
    elif choices.email in {EmailPace.DAILY, EmailPace.WEEKLY}:
        due_at = choices.next_digest(now)
        yield Delivery(**row, channel=Channel.DIGEST, priority=GATHERED, due_at=due_at)


def events_are_waiting() -> bool:
    """Whether the sweep has something to hand to workers."""
    return OutboxEvent.objects.due().exists()
