"""Bringing a foreign schedule into the organiser's rows; repeated, it updates by guid."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from events.domain.errors import ScheduleUnreadable
from events.imports.frab import Part, Unreadable, read_schedule
from events.models import (
    Event,
    Room,
    Session,
    SessionKind,
    SessionLanguage,
    SessionPerson,
    Speaker,
    Track,
)

# What others call the forms of sessions.
_KINDS = {
    "lecture": SessionKind.TALK,
    "talk": SessionKind.TALK,
    "keynote": SessionKind.TALK,
    "panel": SessionKind.PANEL,
    "debate": SessionKind.PANEL,
    "workshop": SessionKind.WORKSHOP,
    "break": SessionKind.BREAK,
    "performance": SessionKind.PERFORMANCE,
    "ceremony": SessionKind.CEREMONY,
    "presentation": SessionKind.PRESENTATION,
}


@transaction.atomic
def import_schedule(*, event: Event, data: bytes) -> tuple[int, int]:
    """Write the sessions of the file; how many are new and how many were updated."""
    try:
        parts = read_schedule(data)
    except Unreadable as error:
        raise ScheduleUnreadable from error
    Event.objects.select_for_update(no_key=True).get(pk=event.pk)
    rooms = _named(Room, event, [part.room for part in parts])
    tracks = _named(Track, event, [part.track for part in parts])
    speakers = _named(Speaker, event, [name for part in parts for name in part.people])
    known = {session.guid: session for session in event.sessions.filter(guid__isnull=False)}
    created: list[Session] = []
    updated: list[Session] = []
    for part in {part.guid: part for part in parts}.values():
        session = known.get(part.guid) or Session(event=event, guid=part.guid)
        _fill(session, part, rooms, tracks)
        (updated if session.pk else created).append(session)
    Session.objects.bulk_create(created, batch_size=500)
    Session.objects.bulk_update(
        updated,
        ["title", "kind", "abstract", "language", "room", "track", "starts_at", "ends_at"],
        batch_size=500,
    )
    _write_people(parts, {row.guid: row for row in [*created, *updated]}, speakers)
    return len(created), len(updated)


def _fill(session: Session, part: Part, rooms: dict[str, Any], tracks: dict[str, Any]) -> None:
    session.title = part.title
    session.kind = _KINDS.get(part.kind, SessionKind.TALK)
    session.abstract = part.abstract
    known = part.language in SessionLanguage.values
    session.language = SessionLanguage(part.language) if known else SessionLanguage.ENGLISH
    session.room = rooms.get(part.room)
    session.track = tracks.get(part.track)
    session.starts_at, session.ends_at = part.starts, part.ends


def _named(model: Any, event: Event, names: list[str]) -> dict[str, Any]:
    """Rows by their name, made where there is none."""
    wanted = list(dict.fromkeys(name for name in names if name))
    known = {row.name: row for row in model.objects.filter(event=event)}
    missing = [name for name in wanted if name not in known]
    has_position = any(field.name == "position" for field in model._meta.fields)
    rows = [
        model(event=event, name=name, **({"position": place} if has_position else {}))
        for place, name in enumerate(missing, len(known))
    ]
    model.objects.bulk_create(rows, batch_size=500)
    return known | {row.name: row for row in rows}


def _write_people(
    parts: list[Part], sessions: dict[Any, Session], speakers: dict[str, Any]
) -> None:
    SessionPerson.objects.filter(session__in=list(sessions.values())).delete()
    SessionPerson.objects.bulk_create(
        [
            SessionPerson(session=sessions[guid], speaker=speakers[name], position=place)
            for guid, part in {part.guid: part for part in parts}.items()
            for place, name in enumerate(part.people)
        ],
        batch_size=500,
    )
