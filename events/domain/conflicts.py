"""What cannot be true at once in a programme: one room, one person, two places."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from django.utils.translation import gettext as _

from events.models import Event, Session


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two sessions that disturb each other, or one that does not fit, and why."""

    sentence: str
    session_ids: tuple[int, ...]


def conflicts_of(event: Event) -> list[Conflict]:
    """Conflicts of rooms, persons and their availability; three queries."""
    sessions = [
        session
        for session in event.sessions.select_related("room").prefetch_related("people__speaker")
        if session.starts_at and session.ends_at
    ]
    found = [*_outside(event, sessions), *_availability(sessions)]
    by_room: dict[Any, list[Session]] = defaultdict(list)
    by_person: dict[Any, list[Session]] = defaultdict(list)
    for session in sessions:
        if session.room:
            by_room[session.room].append(session)
        for person in session.people.all():
            by_person[person.speaker].append(session)
    for room, rows in by_room.items():
        found += [
            Conflict(
                _("Sala %(room)s jest zajęta dwa razy: „%(first)s” i „%(second)s”.")
                % {"room": room, "first": first, "second": second},
                (first.pk, second.pk),
            )
            for first, second in _overlapping(rows)
        ]
    for speaker, rows in by_person.items():
        found += [
            Conflict(
                _("%(person)s ma być w dwóch miejscach naraz: „%(first)s” i „%(second)s”.")
                % {"person": speaker, "first": first, "second": second},
                (first.pk, second.pk),
            )
            for first, second in _overlapping(rows)
        ]
    return found


def _overlapping(rows: list[Session]) -> list[tuple[Session, Session]]:
    """Pairs that share time; sorted rows let each look only at those that follow it closely."""
    ordered = sorted(set(rows), key=lambda row: (row.starts_at, row.pk))
    return [
        (first, second)
        for first, second in combinations(ordered, 2)
        if second.starts_at < first.ends_at
    ]


def _outside(event: Event, sessions: list[Session]) -> list[Conflict]:
    return [
        Conflict(
            _("„%(session)s” wykracza poza czas wydarzenia.") % {"session": session},
            (session.pk,),
        )
        for session in sessions
        if session.starts_at < event.starts_at or session.ends_at > event.ends_at
    ]


def _availability(sessions: list[Session]) -> list[Conflict]:
    found = []
    for session in sessions:
        for person in session.people.all():
            speaker = person.speaker
            too_early = speaker.not_before and session.starts_at < speaker.not_before
            too_late = speaker.not_after and session.ends_at > speaker.not_after
            if too_early or too_late:
                sentence = _("%(person)s nie może być wtedy na „%(session)s”.")
                values = {"person": speaker, "session": session}
                found.append(Conflict(sentence % values, (session.pk,)))
    return found
