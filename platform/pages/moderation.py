"""Registry of moderation queues: every part's waiting decisions on one page for moderators.

Activities register a builder in ``apps.py``; it says what waits for one person, or None when
that queue is not the person's.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from accounts.dashboard import Item, Section
from accounts.models import User

Text: TypeAlias = str | Promise
# How many of the oldest things a queue shows on the page of all queues.
SHOWN = 5


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """One thing that waits; ``url`` is where it is decided."""

    title: str
    url: str
    since: datetime
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Queue:
    """What waits for one person in one part: how much, and the oldest of it."""

    key: str
    label: Text
    url: str
    count: int
    oldest: Sequence[Waiting] = ()


Builder: TypeAlias = Callable[[User], Queue | None]
_builders: list[Builder] = []


def register(builder: Builder) -> Builder:
    """Add a queue to the page of moderators; usable as a decorator."""
    if builder not in _builders:
        _builders.append(builder)
    return builder


def queues_for(user: User) -> list[Queue]:
    """The person's queues, those that have waited longest first and empty ones last."""
    queues = [queue for builder in _builders if (queue := builder(user))]
    return sorted(queues, key=_urgency)


def waiting_section(user: User) -> Section | None:
    """What waits for a moderator, on "Moje sprawy"."""
    items = [
        Item(title=queue.label, url=queue.url, badge=str(queue.count), tone="warning")
        for queue in queues_for(user)
        if queue.count
    ]
    if not items:
        return None
    return Section(
        key="moderation",
        title=gettext_lazy("Czeka na decyzję"),
        items=items,
        rank=10,
        more_url=reverse("pages:moderation"),
        more_text=gettext_lazy("Wszystkie kolejki moderacji"),
    )


def _urgency(queue: Queue) -> tuple[bool, float]:
    since = min((row.since.timestamp() for row in queue.oldest), default=0.0)
    return (queue.count == 0, since)
