"""Writing an event into the outbox."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from typing import Any

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.utils import timezone
from kombu.exceptions import OperationalError as BrokerIsDown

from accounts.models import User
from notifications import kinds
from notifications.domain.after_commit import once_after_commit
from notifications.domain.batches import in_batches
from notifications.models import AddressLetter, OutboxEvent, WorkState

logger = logging.getLogger(__name__)

PUBLISH_BATCH = 500
# A letter that somebody waits for goes before mail to lists.
URGENT = 1


class NoTransaction(RuntimeError):
    """Published outside of a transaction: the event could survive a change that did not happen."""


def publish(
    kind: str,
    subject: models.Model,
    actor: User | AnonymousUser | None = None,
    context: Mapping[str, Any] | None = None,
) -> OutboxEvent:
    """Write an event beside the change that it tells of; workers carry it out after commit.

    ``context`` holds ids and plain values only: what each recipient reads is rendered later.
    """
    _require_transaction(kind)
    event = _event(kind, subject, actor, context or {})
    event.save()
    once_after_commit(wake_workers)
    return event


def publish_to_address(
    kind: str,
    subject: models.Model,
    *,
    address: str,
    language: str = settings.LANGUAGE_CODE,
    actor: User | AnonymousUser | None = None,
    context: Mapping[str, Any] | None = None,
) -> AddressLetter:
    """Write a letter to an address that need not belong to an account.

    Like ``publish`` it lives and dies with the caller's transaction and is sent by workers,
    with the same retries; an address that refused our mail gets none. The kind's ``url`` makes
    the personal link of the event's ``context``.
    """
    _require_transaction(kind)
    event = _event(kind, subject, actor, context or {})
    event.state, event.done_at = WorkState.DONE, timezone.now()
    event.save()
    letter = AddressLetter.objects.create(
        event=event, address=address, language=language, priority=URGENT
    )
    once_after_commit(wake_workers)
    return letter


def publish_many(
    kind: str,
    subjects: Iterable[tuple[models.Model, Mapping[str, Any]]],
    actor: User | AnonymousUser | None = None,
) -> int:
    """Write one event for each subject (of one model) and context; how many were written.

    Rows go in batches, so that an announcement about thousands of things keeps its
    transaction short and its memory small.
    """
    _require_transaction(kind)
    events = (_event(kind, subject, actor, context) for subject, context in subjects)
    count = 0
    for batch in in_batches(events, PUBLISH_BATCH):
        count += len(OutboxEvent.objects.bulk_create(batch))
    once_after_commit(wake_workers)
    return count


def _require_transaction(kind: str) -> None:
    if not transaction.get_connection().in_atomic_block:
        raise NoTransaction(f"{kind!r} needs the transaction of the change that it tells of.")
    kinds.get(kind)


def _event(
    kind: str,
    subject: models.Model,
    actor: User | AnonymousUser | None,
    context: Mapping[str, Any],
) -> OutboxEvent:
    return OutboxEvent(
        kind=kind,
        actor=actor if isinstance(actor, User) else None,
        subject_type=ContentType.objects.get_for_model(subject),
        subject_id=str(subject.pk),
        context=dict(context),
    )


def wake_workers() -> None:
    """Ask for the work at once; when the broker is down, the sweep does it later."""
    from notifications.tasks import expand_events

    try:
        expand_events.apply_async(retry=False)
    except BrokerIsDown as error:
        logger.warning("The broker is down, events wait for the sweep: %s", error)
