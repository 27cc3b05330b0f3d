"""Taking rows from a queue in the database, so that no two workers take the same."""

from __future__ import annotations

import random
from datetime import datetime, timedelta
from typing import TypeVar

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from notifications.models.queued_work import QueuedWork, QueuedWorkQuerySet, WorkState

Work = TypeVar("Work", bound=QueuedWork)

MOST_ATTEMPTS = 12
FIRST_PAUSE = timedelta(seconds=30)
LONGEST_PAUSE = timedelta(hours=2)


def lease() -> timedelta:
    """How long a worker may hold a row before another takes it over."""
    return timedelta(seconds=settings.NOTIFICATIONS_LEASE_SECONDS)


def claim(queue: QueuedWorkQuerySet[Work], *, limit: int) -> list[Work]:
    """Take up to ``limit`` due rows for the time of the lease.

    SKIP LOCKED lets workers pass by each other's rows instead of waiting; the lease written
    here, not the lock, protects the rows while the worker is busy with them.
    """
    with transaction.atomic():
        rows = list(queue.due().select_for_update(skip_locked=True, of=("self",))[:limit])
        worn_out = [row for row in rows if row.attempts >= MOST_ATTEMPTS]
        taken = [row for row in rows if row.attempts < MOST_ATTEMPTS]
        for row in worn_out:
            park(row, row.last_error or _("Proces przerwał pracę przy każdej próbie."))
        _rows_of(queue, taken).update(due_at=timezone.now() + lease(), attempts=F("attempts") + 1)
    for row in taken:
        row.attempts += 1
    return taken


def renew(row: QueuedWork) -> None:
    """Keep a row longer: the work goes on."""
    _settle(row, due_at=timezone.now() + lease())


def finish(row: QueuedWork) -> None:
    """The work is done for good."""
    _settle(row, state=WorkState.DONE, done_at=timezone.now(), last_error="")


def drop(row: QueuedWork, why: str) -> None:
    """The work has lost its purpose, for example because the account is gone."""
    _settle(row, state=WorkState.DROPPED, done_at=timezone.now(), last_error=why)


def park(row: QueuedWork, error: str) -> None:
    """Give up until an administrator sends it again."""
    _settle(row, state=WorkState.PARKED, last_error=error)


def try_later(row: QueuedWork, error: str) -> None:
    """Wait longer after every failure, then give up."""
    if row.attempts >= MOST_ATTEMPTS:
        park(row, error)
    else:
        _settle(row, due_at=timezone.now() + pause_after(row.attempts), last_error=error)


def pause_after(attempts: int) -> timedelta:
    """Doubles with every attempt; the jitter keeps failed rows from coming back all at once."""
    pause = min(FIRST_PAUSE * 2 ** max(attempts - 1, 0), LONGEST_PAUSE)
    return pause * random.uniform(0.8, 1.2)  # noqa: S311 - spreads load, guards no secret


def wait_for_slot(row: QueuedWork, moment: datetime) -> None:
    """The letter's turn comes later; having been taken for nothing is no attempt."""
    _settle(row, due_at=moment, has_slot=True, attempts=F("attempts") - 1)


def send_again(rows: QueuedWorkQuerySet[Work]) -> int:
    """Put parked rows back into the queue; how many there were."""
    return rows.parked().update(
        state=WorkState.PENDING, attempts=0, due_at=timezone.now(), last_error=""
    )


def _settle(row: QueuedWork, **changes: object) -> None:
    """Change a row that still waits: a slower worker must not undo what another has settled."""
    model = type(row)
    model._default_manager.filter(pk=row.pk, state=WorkState.PENDING).update(**changes)


def _rows_of(queue: QueuedWorkQuerySet[Work], rows: list[Work]) -> QueuedWorkQuerySet[Work]:
    return queue.model._default_manager.filter(pk__in=[row.pk for row in rows])  # type: ignore[return-value]
