"""How many letters may go to one domain in a minute, kept together by all workers.

Each domain has the moment of its next free slot. A batch moves it on by one statement, so workers
never give out the same slot twice; a letter whose slot lies ahead waits there, and letters to
other domains pass by.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TypeVar

from django.conf import settings
from django.db import connection
from django.utils import timezone

from notifications.domain import claims
from notifications.domain.publishing import URGENT
from notifications.models import AddressLetter, Delivery, Digest

Row = TypeVar("Row", AddressLetter, Delivery, Digest)

ANY_DOMAIN = "*"
MINUTE = timedelta(minutes=1)
# A slot counts until the sweep has surely passed; after a standstill letters ask anew, so that
# a whole hour's slots do not go out at once.
SLOT_HOLDS = timedelta(seconds=90)

_TAKE_SLOTS = """
    insert into notifications_maildomain as known (domain, next_slot_at)
    values (%s, clock_timestamp() + %s::interval)
    on conflict (domain) do update
    set next_slot_at = greatest(known.next_slot_at, clock_timestamp()) + %s::interval
    returning next_slot_at - %s::interval
"""


def per_minute(domain: str) -> int:
    """The domain's limit, or 0 for none."""
    limits: dict[str, int] = settings.MAIL_PER_MINUTE
    return limits.get(domain, limits.get(ANY_DOMAIN, 0))


def take_slots(domain: str, count: int) -> list[datetime]:
    """When each of ``count`` letters may leave; a tenth of a minute's letters may leave at once."""
    pause = MINUTE / per_minute(domain)
    span = f"{(pause * count).total_seconds():.6f} seconds"
    ahead = pause * (per_minute(domain) // 10)
    with connection.cursor() as cursor:
        cursor.execute(_TAKE_SLOTS, [domain, span, span, span])
        (first,) = cursor.fetchone()
    return [first + pause * number - ahead for number in range(count)]


def whose_turn_it_is(rows: Sequence[Row]) -> list[Row]:
    """The letters that may leave now; the others wait for the slot that they got.

    Urgent letters take a slot, so that others keep away from it, but do not wait.
    """
    limited: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        domain = domain_of(row)
        if per_minute(domain) and not _holds_a_slot(row):
            limited[domain].append(row)
    waiting: set[int] = set()
    for domain, asking in limited.items():
        waiting.update(_without_a_turn(domain, asking))
    return [row for row in rows if row.pk not in waiting]


def domain_of(row: AddressLetter | Delivery | Digest) -> str:
    """Where the letter goes."""
    address = row.address if isinstance(row, AddressLetter) else row.recipient.email
    return address.rpartition("@")[2].lower()


def _without_a_turn(domain: str, rows: Sequence[Row]) -> list[int]:
    waiting = []
    now = timezone.now()
    slots = take_slots(domain, len(rows))
    for row, slot in zip(rows, slots, strict=True):
        if slot > now and row.priority != URGENT:
            claims.wait_for_slot(row, slot)
            waiting.append(row.pk)
    return waiting


def _holds_a_slot(row: AddressLetter | Delivery | Digest) -> bool:
    """Whether the letter comes at the moment it was given, for the first time."""
    if isinstance(row, AddressLetter) or not row.has_slot:
        return False
    return row.attempts == 1 and timezone.now() - row.due_at < SLOT_HOLDS
