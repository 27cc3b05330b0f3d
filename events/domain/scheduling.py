"""Placing sessions in time and room."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from events.domain.conflicts import Conflict, conflicts_of
from events.domain.queries import days_of
from events.models import Event, Room, Session

STEP = timedelta(minutes=15)
EARLIEST, LATEST = 7, 23


@dataclass(slots=True)
class EditorCell:
    """A quarter of an hour in a room: sessions that begin then."""

    room: Room
    starts: datetime
    sessions: list[Session]


@dataclass(slots=True)
class EditorRow:
    """A quarter of an hour."""

    starts: datetime
    cells: list[EditorCell]


@dataclass(slots=True)
class Editor:
    """One day of the editor."""

    day: datetime
    days: list[datetime]
    rooms: list[Room]
    rows: list[EditorRow]
    waiting: list[Session]
    conflicts: list[Conflict]

    @property
    def troubled(self) -> set[int]:
        """Sessions that are part of a conflict."""
        return {key for conflict in self.conflicts for key in conflict.session_ids}


def editor_of(event: Event, number: int) -> Editor:
    """The ``number``-th day (from 0) of the event, ready for the editor."""
    days = [_morning(day) for day in days_of(event)]
    day = days[min(max(number, 0), len(days) - 1)]
    rooms = list(event.rooms.all())
    sessions = list(
        event.sessions.select_related("room", "track").prefetch_related("people__speaker")
    )
    today = [row for row in sessions if row.starts_at and _is_on(row.starts_at, day)]
    waiting = [row for row in sessions if row.starts_at is None or row.room_id is None]
    return Editor(day, days, rooms, _rows(event, day, rooms, today), waiting, conflicts_of(event))


@transaction.atomic
def place(
    *, session: Session, room: Room | None, starts_at: datetime | None, minutes: int
) -> Session:
    """Move a session; it keeps the length given. Without a moment it waits for its place."""
    session.room = room
    session.starts_at = starts_at
    session.ends_at = None if starts_at is None else starts_at + timedelta(minutes=minutes)
    session.save(update_fields=["room", "starts_at", "ends_at", "updated_at"])
    return session


def _rows(event: Event, day: datetime, rooms: list[Room], today: list[Session]) -> list[EditorRow]:
    first, last = _hours(event, day, today)
    by_place: dict[tuple[int | None, datetime], list[Session]] = {}
    for session in today:
        if session.starts_at:
            place = (session.room_id, _quarter(session.starts_at))
            by_place.setdefault(place, []).append(session)
    rows = []
    moment = first
    while moment < last:
        cells = [EditorCell(room, moment, by_place.get((room.pk, moment), [])) for room in rooms]
        rows.append(EditorRow(moment, cells))
        moment += STEP
    return rows


def _hours(event: Event, day: datetime, today: list[Session]) -> tuple[datetime, datetime]:
    """From the first to the last moment that matters on the day, whole hours."""
    moments = [row.starts_at for row in today if row.starts_at]
    moments += [row.ends_at for row in today if row.ends_at]
    moments += [moment for moment in (event.starts_at, event.ends_at) if _is_on(moment, day)]
    local = [timezone.localtime(moment) for moment in moments if moment]
    first = min([moment.hour for moment in local] + [LATEST - 1])
    last = max([moment.hour + 1 for moment in local] + [first + 1])
    if len(local) < 2:
        first, last = min(first, 9), max(last, 17)
    return day.replace(hour=max(first, 0)), day.replace(hour=0) + timedelta(hours=min(last, 24))


def _morning(day: object) -> datetime:
    return timezone.make_aware(datetime.combine(day, datetime.min.time()))  # type: ignore[arg-type]


def _is_on(moment: datetime, day: datetime) -> bool:
    return timezone.localdate(moment) == timezone.localdate(day)


def _quarter(moment: datetime) -> datetime:
    local = timezone.localtime(moment)
    return local.replace(minute=local.minute - local.minute % 15, second=0, microsecond=0)
