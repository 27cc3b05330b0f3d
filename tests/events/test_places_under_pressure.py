"""Hundreds of people at once over real connections: never a place too many, never an unfair one."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import IntegrityError, connections

from events.domain import registering
from events.models import (
    Event,
    Registration,
    RegistrationChange,
    RegistrationState,
    Sector,
)
from tests.events import factories as make

pytestmark = pytest.mark.django_db(transaction=True)

CONNECTIONS = 20


@pytest.fixture
def at_once() -> Callable[[list[Callable[[], Any]]], list[Any]]:
    """Runs calls from many threads, each with a connection of its own, begun together."""
    barrier = threading.Barrier(CONNECTIONS)

    def run(calls: list[Callable[[], Any]]) -> list[Any]:
        shares = [calls[start::CONNECTIONS] for start in range(CONNECTIONS)]

        def work(share: list[Callable[[], Any]]) -> list[Any]:
            connections["default"].ensure_connection()
            barrier.wait(timeout=60)
            try:
                return [call() for call in share]
            finally:
                connections.close_all()

        with ThreadPoolExecutor(CONNECTIONS) as pool:
            return [result for share in pool.map(work, shares) for result in share]

    return run


def waiting_numbers(event: Event, sector: str) -> list[int]:
    rows = event.registrations.waiting().filter(sector=sector)
    return list(rows.values_list("number", flat=True))


def test_five_hundred_come_for_a_hundred_places_in_two_pools(at_once: Any) -> None:
    event = make.announced()
    make.pool(event, Sector.NGO, 50)
    make.pool(event, Sector.ADMINISTRATION, 50)
    sectors = [Sector.NGO, Sector.ADMINISTRATION, Sector.NGO, Sector.NGO]

    at_once(
        [lambda n=n: make.registered(event, sector=sectors[n % len(sectors)]) for n in range(500)]
    )

    rows = event.registrations.all()
    assert rows.count() == 500
    assert sorted(rows.values_list("number", flat=True)) == list(range(1, 501))
    for pool in event.pools.all():
        held = rows.confirmed().filter(pool=pool)
        assert held.count() == 50
        # Fair: of each side, those who came first have the places, and nobody was overtaken.
        last_placed = held.order_by("-number").first().number
        assert min(waiting_numbers(event, pool.sectors[0])) > last_placed
    assert rows.confirmed().count() == 100
    assert rows.waiting().count() == 400
    event.refresh_from_db()
    assert (event.free_places, event.waiting_count) == (0, 400)


def test_places_given_back_at_once_go_on_in_order(at_once: Any) -> None:
    event = make.announced(capacity=30)
    people = [make.registered(event) for _number in range(70)]
    leaving = people[:25]

    at_once([lambda row=row: registering.cancel(registration=row) for row in leaving])

    rows = event.registrations.all()
    offered = rows.filter(state=RegistrationState.OFFERED).order_by("number")
    assert list(offered.values_list("number", flat=True)) == list(range(31, 56))
    assert rows.holding().count() == 30
    moves = RegistrationChange.objects.filter(target=RegistrationState.OFFERED)
    assert moves.count() == 25


def test_the_database_itself_refuses_a_place_too_many(at_once: Any) -> None:
    event = make.announced(capacity=1)
    people = [make.registered(event) for _number in range(1 + CONNECTIONS)]
    registering.cancel(registration=people[0])
    event.registrations.filter(state=RegistrationState.OFFERED).update(
        state=RegistrationState.CANCELLED, offer_expires_at=None
    )
    waiting = list(event.registrations.waiting())

    def write_past_the_domain(row: Registration) -> bool:
        try:
            Registration.objects.filter(pk=row.pk).update(state=RegistrationState.CONFIRMED)
        except IntegrityError:
            return False
        return True

    results = at_once([lambda row=row: write_past_the_domain(row) for row in waiting])

    assert sum(results) == 1
    assert event.registrations.holding().count() == 1
