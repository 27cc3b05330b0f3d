"""What the passing of time does to places."""

from __future__ import annotations

from django.db.models import F, Q

from events.domain.clock import database_now
from events.domain.registering import settle_event
from events.models import Event, EventStage, RegistrationState


def settle_due_events() -> int:
    """Settle events where an offer has lapsed, or free places and people wait; how many.

    Each in its own transaction, so that one failure stops no other.
    """
    now = database_now()
    late = Q(
        registrations__state=RegistrationState.OFFERED,
        registrations__offer_expires_at__lte=now,
    )
    released = Q(pools__releases_at__lte=now, waiting_count__gt=0)
    due = (
        Event.objects.filter(late | released, stage=EventStage.PUBLISHED, ends_at__gt=now)
        .order_by(F("starts_at"))
        .distinct()
    )
    events = list(due)
    for event in events:
        settle_event(event)
    return len(events)
