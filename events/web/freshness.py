"""What tells that a page of events changed, in one query each; see pages.freshness."""

from __future__ import annotations

from django.db.models import Count, Max, Sum
from django.http import HttpRequest
from django.utils import timezone

from events.models import Event

_SIGNS = (
    "pk", "updated_at", "stage", "programme", "free_places", "waiting_count", "last_number",
)  # fmt: skip


def of_event(request: HttpRequest, slug: str, **_rest: object) -> object | None:
    """The state of one event and of its places; None when there is none to see."""
    found = Event.objects.visible_to(request.user).filter(slug=slug).values_list(*_SIGNS).first()
    # "Now" and "next" change with the clock.
    return None if found is None else (found, timezone.now().replace(second=0, microsecond=0))


def of_all_events(request: HttpRequest, **_rest: object) -> object:
    """The state of all public events and of their places."""
    return (
        Event.objects.visible_to(request.user)
        .order_by()
        .aggregate(
            number=Count("pk"),
            newest=Max("updated_at"),
            free=Sum("free_places"),
            waiting=Sum("waiting_count"),
        )
    )
