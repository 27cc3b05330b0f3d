"""Giving places: fairly, and never more than there are (see docs/decisions/0015).

Everything here runs under the lock of the event's row, so that people who come at the same
moment are served one after the other; a trigger of the database checks the result again.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, Q

from events.domain import notices
from events.domain.clock import database_now
from events.models import (
    HOLDING_STATES,
    Event,
    Pool,
    Registration,
    RegistrationChange,
    RegistrationState,
    Sector,
)

_UNLIMITED = 10**9


@dataclass(slots=True)
class PoolPlaces:
    """What is left in one pool; an event without pools has one for everybody."""

    pool: Pool | None
    free: int
    is_open_to_all: bool

    def may_serve(self, sector: str) -> bool:
        """Whether somebody of the sector may take a place here."""
        if self.pool is None or self.is_open_to_all:
            return True
        return sector in self.pool.sectors

    def is_home_of(self, sector: str) -> bool:
        """Whether the pool is kept for the sector."""
        return self.pool is not None and sector in self.pool.sectors


def lock_event(event: Event) -> Event:
    """The event's row, held until the end of the transaction; whoever changes places asks."""
    return Event.objects.select_for_update(no_key=True, of=("self",)).get(pk=event.pk)


def places_left(event: Event, now: datetime) -> list[PoolPlaces]:
    """What is left, pool by pool; right only under the lock."""
    held = Count("registrations", filter=Q(registrations__state__in=HOLDING_STATES))
    pools = list(event.pools.annotate(held=held).order_by("position", "pk"))
    if not pools:
        if event.capacity is None:
            return [PoolPlaces(None, _UNLIMITED, True)]
        taken = event.registrations.holding().count()
        return [PoolPlaces(None, event.capacity - taken, True)]
    return [
        PoolPlaces(
            pool,
            pool.places - pool.held,
            pool.releases_at is not None and pool.releases_at <= now,
        )
        for pool in pools
    ]


def take_place(left: list[PoolPlaces], sector: str) -> PoolPlaces | None:
    """The place for somebody of the sector: at home first, then where places are released."""
    able = [places for places in left if places.free > 0 and places.may_serve(sector)]
    able.sort(key=lambda places: not places.is_home_of(sector))
    if not able:
        return None
    able[0].free -= 1
    return able[0]


def settle(event: Event) -> list[PoolPlaces]:
    """Offer every free place to the first on the waiting list who may have it.

    Called under the lock after whatever frees a place, and before anybody new is let in: so a
    free place that somebody waits for is never given to a newcomer. Returns what is left then.
    """
    now = database_now()
    left = places_left(event, now)
    if any(places.free > 0 for places in left):
        may_offer = now < event.ends_at
        served = [sector for sector in Sector.values if _can_serve(left, sector)]
        waiting = event.registrations.waiting().filter(sector__in=served)
        for registration in waiting if may_offer else []:
            places = take_place(left, registration.sector)
            if places is not None:
                registration.event = event
                _offer(registration, places, now)
            if all(places.free <= 0 for places in left):
                break
    remember(event, left)
    return left


def lapse_offers(event: Event) -> int:
    """End offers whose time has passed; their places go on at once. Under the lock."""
    late = event.registrations.filter(
        state=RegistrationState.OFFERED, offer_expires_at__lte=database_now()
    )
    count = 0
    for registration in late.order_by("number"):
        registration.event = event
        move(registration, RegistrationState.LAPSED)
        notices.registration_stands(registration)
        count += 1
    return count


def move(
    registration: Registration,
    target: str,
    *,
    actor: Any = None,
    reason: str = "",
    places: PoolPlaces | None = None,
    expires_at: datetime | None = None,
) -> None:
    """Write the new state with its place and its line in the log."""
    source = registration.state
    registration.state = RegistrationState(target)
    if target not in HOLDING_STATES:
        registration.pool = None
    elif places is not None:
        registration.pool = places.pool
    registration.offer_expires_at = expires_at
    registration.save(update_fields=["state", "pool", "offer_expires_at", "updated_at"])
    RegistrationChange.objects.create(
        registration=registration, source=source, target=target, actor=actor, reason=reason
    )


def _can_serve(left: list[PoolPlaces], sector: str) -> bool:
    return any(places.free > 0 and places.may_serve(sector) for places in left)


def _offer(registration: Registration, places: PoolPlaces, now: datetime) -> None:
    event = registration.event
    until = min(now + timedelta(hours=event.offer_hours), event.ends_at)
    move(registration, RegistrationState.OFFERED, places=places, expires_at=until)
    notices.registration_stands(registration, until=until.isoformat())


def remember(event: Event, left: list[PoolPlaces]) -> None:
    """Numbers that lists show and filter by."""
    free = None if left[0].free > _UNLIMITED // 2 else sum(max(p.free, 0) for p in left)
    waiting = event.registrations.filter(state=RegistrationState.WAITING).count()
    if (event.free_places, event.waiting_count) != (free, waiting):
        event.free_places, event.waiting_count = free, waiting
        Event.objects.filter(pk=event.pk).update(free_places=free, waiting_count=waiting)
