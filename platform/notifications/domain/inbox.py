"""A person's inbox."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils import timezone

from accounts.models import User
from notifications import kinds
from notifications.models import Delivery
from notifications.models.deliveries import DeliveryQuerySet

# The badge shows "99+": counting further would only cost time.
COUNTED_UP_TO = 100


@dataclass(frozen=True)
class InboxLine:
    """A delivery as the inbox shows it."""

    delivery: Delivery
    title: str
    body: str


def unread_count(user: User) -> int:
    """Unread entries, counted up to a hundred by a partial index."""
    return Delivery.objects.inbox_of(user.pk).unread()[:COUNTED_UP_TO].count()


def entries(user: User, *, only_unread: bool = False) -> DeliveryQuerySet:
    """The inbox, newest first."""
    rows = Delivery.objects.inbox_of(user.pk).prefetch_related("event")
    return rows.unread() if only_unread else rows


@dataclass(frozen=True)
class InboxPage:
    """Some entries in a row, and from where the pages beside them begin."""

    deliveries: list[Delivery]
    older_than: int | None
    newer_than: int | None


def page_of(
    rows: DeliveryQuerySet, *, before: int | None = None, after: int | None = None, size: int
) -> InboxPage:
    """The entries below (or just above) a known one.

    Nothing is counted and nothing skipped: a page costs the same however deep it lies.
    """
    if after is not None:
        found = list(rows.filter(pk__gt=after).order_by("pk")[: size + 1])
        has_newer, has_older = len(found) > size, True
        found = found[:size][::-1]
        if not has_newer:  # the newest page is a full one, not what is left over
            return page_of(rows, size=size)
    else:
        found = list((rows.filter(pk__lt=before) if before is not None else rows)[: size + 1])
        has_newer, has_older = before is not None, len(found) > size
        found = found[:size]
    return InboxPage(
        deliveries=found,
        older_than=found[-1].pk if found and has_older else None,
        newer_than=found[0].pk if found and has_newer else None,
    )


def line_of(delivery: Delivery) -> InboxLine:
    """The words of an entry in the reader's language, without further queries."""
    event = delivery.event
    kind = kinds.find(event.kind)
    if kind is None:  # the entry is older than a change of the portal
        return InboxLine(delivery=delivery, title=event.kind, body="")
    return InboxLine(
        delivery=delivery,
        title=kind.title_for(event.context),
        body=kind.body_for(event.context),
    )


def mark_read(delivery: Delivery) -> None:
    """The entry has been opened."""
    Delivery.objects.filter(pk=delivery.pk, read_at=None).update(read_at=timezone.now())


def mark_all_read(user: User) -> int:
    """Nothing is new any more; how many entries were."""
    return Delivery.objects.inbox_of(user.pk).unread().order_by().update(read_at=timezone.now())


def address_of(delivery: Delivery) -> str | None:
    """Where an entry leads, or None when its subject is gone."""
    kind = kinds.find(delivery.event.kind)
    if kind is None or delivery.event.subject is None:
        return None
    return kind.url(delivery.event)
