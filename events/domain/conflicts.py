"""What cannot be true at once in a programme: one room, one person, two places."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations
from typing import Any

from django.utils.translation import gettext as _

from events.models import Event, Session


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two sessions that disturb each other, or one that does not fit, and why."""

    sentence: str
    session_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """A session that has its time."""

    session: Session
    starts: datetime
    ends: datetime


def conflicts_of(event: Event) -> list[Conflict]:
    """Conflicts of rooms, persons and their availability; three queries."""
    rows = event.sessions.select_related("room").prefetch_related("people__speaker")
    placed = [
        Placed(session, session.starts_at, session.ends_at)
        for session in rows
        if session.starts_at and session.ends_at
    ]
    found = [*_outside(event, placed), *_availability(placed)]
    by_room: dict[Any, list[Placed]] = defaultdict(list)
    by_person: dict[Any, list[Placed]] = defaultdict(list)
    for place in placed:
        if place.session.room:
            by_room[place.session.room].append(place)
        for person in place.session.people.all():
            by_person[person.speaker].append(place)
    for room, busy in by_room.items():
        found += [
            Conflict(
                _("Sala %(room)s jest zajęta dwa razy: „%(first)s” i „%(second)s”.")
                % {"room": room, "first": first, "second": second},
                (first.pk, second.pk),
            )
            for first, second in _overlapping(busy)
        ]
    for speaker, busy in by_person.items():
        found += [
            Conflict(
                _("%(person)s ma być w dwóch miejscach naraz: „%(first)s” i „%(second)s”.")
                % {"person": speaker, "first": first, "second": second},
                (first.pk, second.pk),
            )
            for first, second in _overlapping(busy)
        ]
    return found


def _overlapping(placed: list[Placed]) -> list[tuple[Session, Session]]:
    """Pairs that share time."""
    ordered = sorted(placed, key=lambda place: (place.starts, place.session.pk))
    return [
        (first.session, second.session)
        for first, second in combinations(ordered, 2)
        if second.starts < first.ends and first.session.pk != second.session.pk
    ]


def _outside(event: Event, placed: list[Placed]) -> list[Conflict]:
    return [
        Conflict(
            _("„%(session)s” wykracza poza czas wydarzenia.") % {"session": place.session},
            (place.session.pk,),
        )
        for place in placed
        if place.starts < event.starts_at or place.ends > event.ends_at
    ]


def _availability(placed: list[Placed]) -> list[Conflict]:
    found = []
    for place in placed:
        for person in place.session.people.all():
            speaker = person.speaker
            too_early = speaker.not_before and place.starts < speaker.not_before
            too_late = speaker.not_after and place.ends > speaker.not_after
            if too_early or too_late:
                sentence = _("%(person)s nie może być wtedy na „%(session)s”.")
                values = {"person": speaker, "session": place.session}
                found.append(Conflict(sentence % values, (place.session.pk,)))
    return found
