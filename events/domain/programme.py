"""The programme as people read it, and its published versions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Prefetch
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from events.domain import notices
from events.models import (
    Event,
    PersonRole,
    ProgrammeVersion,
    Session,
    SessionKind,
    SessionLanguage,
    SessionPerson,
)

Content = dict[str, Any]
# Tracks are told apart by one of so many marks of the style sheet (and by their names).
TONES = 6


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of a session."""

    id: int
    name: str
    affiliation: str
    bio: str
    role: str

    @property
    def is_moderator(self) -> bool:
        """Whether the person leads the talk of others."""
        return self.role == PersonRole.MODERATOR


@dataclass(slots=True)
class Slot:
    """A session as the programme shows it; moments are local."""

    id: int
    guid: str
    title: str
    kind: str
    abstract: str
    language: str
    starts: datetime | None
    ends: datetime | None
    room_id: int | None
    room: str
    track: str
    tone: int
    capacity: int | None
    stream_url: str
    people: list[Person] = field(default_factory=list)

    @property
    def kind_label(self) -> str:
        """The form in words."""
        return str(SessionKind(self.kind).label)

    @property
    def language_label(self) -> str:
        """The language in words; nothing is said of Polish."""
        return "" if self.language == "pl" else str(SessionLanguage(self.language).label)

    @property
    def is_break(self) -> bool:
        """Whether nothing happens then."""
        return self.kind == SessionKind.BREAK

    @property
    def is_now(self) -> bool:
        """Whether it goes on right now."""
        return bool(self.starts and self.ends and self.starts <= timezone.now() < self.ends)

    @property
    def minutes(self) -> int:
        """How long it takes."""
        if self.starts is None or self.ends is None:
            return 0
        return int((self.ends - self.starts).total_seconds() // 60)


@dataclass(frozen=True, slots=True)
class Cell:
    """A place in the grid; what overlaps in one room stands in one cell."""

    slots: list[Slot]
    rows: int


@dataclass(frozen=True, slots=True)
class GridRow:
    """A moment with the sessions that begin then, and rooms where nothing does."""

    starts: datetime
    cells: list[Cell | None]


@dataclass(slots=True)
class Day:
    """One day of the programme."""

    date: date
    slots: list[Slot]

    @property
    def rooms(self) -> list[str]:
        """Columns of the grid, in the order in which rooms were given; without a room last."""
        named = {slot.room_id: slot.room for slot in self.slots if slot.room_id}
        rooms = [named[key] for key in sorted(named)]
        return [*rooms, ""] if any(slot.room_id is None for slot in self.slots) else rooms

    @property
    def grid(self) -> list[GridRow]:
        """Rows by time, columns by room."""
        return _grid(self.slots, self.rooms)


@dataclass(slots=True)
class Programme:
    """All days in order, and what has no time yet."""

    days: list[Day]
    unplaced: list[Slot]

    @property
    def slots(self) -> list[Slot]:
        """Everything that has a time, in order."""
        return [slot for day in self.days for slot in day.slots]

    def find(self, session_id: int) -> Slot | None:
        """A session by its id."""
        everything = [*self.slots, *self.unplaced]
        return next((slot for slot in everything if slot.id == session_id), None)

    def now(self) -> list[Slot]:
        """What goes on at this moment."""
        return [slot for slot in self.slots if slot.is_now]

    def next(self) -> list[Slot]:
        """What begins next, all that begin together."""
        later = [slot for slot in self.slots if slot.starts and slot.starts > timezone.now()]
        return [slot for slot in later if slot.starts == later[0].starts]


def content_of(event: Event) -> Content:
    """The organiser's rows as a version keeps them; four queries whatever its size."""
    rooms = list(event.rooms.all())
    tracks = list(event.tracks.all())
    return {
        "rooms": [
            {
                "id": room.pk,
                "name": room.name,
                "capacity": room.capacity,
                "accessibility": room.accessibility,
            }
            for room in rooms
        ],
        "tracks": [{"id": track.pk, "name": track.name} for track in tracks],
        "sessions": [_session_content(session) for session in _sessions_of(event)],
    }


def read(content: Content) -> Programme:
    """The content of a version, ready to be shown."""
    rooms = {room["id"]: (place, room["name"]) for place, room in enumerate(content["rooms"], 1)}
    tracks = {track["id"]: (place, track["name"]) for place, track in enumerate(content["tracks"])}
    slots = [_slot(row, rooms, tracks) for row in content["sessions"]]
    return arranged(slots)


def arranged(slots: Iterable[Slot]) -> Programme:
    """Slots by day."""
    days: dict[date, list[Slot]] = {}
    unplaced = []
    for slot in slots:
        if slot.starts is None:
            unplaced.append(slot)
        else:
            days.setdefault(slot.starts.date(), []).append(slot)
    return Programme(
        days=[
            Day(day, sorted(rows, key=lambda slot: (slot.starts, slot.room_id or 0, slot.id)))
            for day, rows in sorted(days.items())
        ],
        unplaced=unplaced,
    )


def published(event: Event) -> Programme | None:
    """What everybody reads, or nothing before the first publication."""
    return read(event.programme.content) if event.programme else None


@transaction.atomic
def publish(*, event: Event, actor: Any, note: str = "") -> ProgrammeVersion | None:
    """Publish the rows as a new version; those whose sessions changed hear of it.

    Returns None when nothing differs from what everybody reads already.
    """
    locked = (
        Event.objects.select_for_update(no_key=True, of=("self",))
        .select_related("programme")
        .get(pk=event.pk)
    )
    content = content_of(locked)
    before = locked.programme
    if before and before.content == content:
        return None
    version = ProgrammeVersion.objects.create(
        event=locked,
        number=before.number + 1 if before else 1,
        content=content,
        note=note.strip(),
        published_by=actor,
    )
    locked.programme = version
    locked.save(update_fields=["programme", "updated_at"])
    event.programme = version
    changes = differences(before.content, content) if before else []
    notices.programme_published(locked, version, changes, actor)
    return version


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one session between two versions."""

    session_id: int
    title: str
    what: str  # moved, room, removed or added
    starts: str
    room: str


def differences(before: Content, after: Content) -> list[Change]:
    """Sessions that moved, changed rooms, came or went; wording alone is no change."""
    old = {row["id"]: row for row in before["sessions"]}
    new = {row["id"]: row for row in after["sessions"]}
    rooms = {room["id"]: room["name"] for room in [*before["rooms"], *after["rooms"]]}
    found = []
    for key, row in new.items():
        was = old.get(key)
        if was is None:
            found.append(_change(row, "added", rooms))
        elif (was["starts"], was["ends"]) != (row["starts"], row["ends"]):
            found.append(_change(row, "moved", rooms))
        elif was["room"] != row["room"]:
            found.append(_change(row, "room", rooms))
    found += [_change(row, "removed", rooms) for key, row in old.items() if key not in new]
    return found


def _change(row: dict[str, Any], what: str, rooms: dict[int, str]) -> Change:
    return Change(row["id"], row["title"], what, row["starts"] or "", rooms.get(row["room"], ""))


def _sessions_of(event: Event) -> Iterable[Session]:
    people = SessionPerson.objects.select_related("speaker")
    return event.sessions.prefetch_related(Prefetch("people", people))


def _session_content(session: Session) -> dict[str, Any]:
    return {
        "id": session.pk,
        "guid": str(session.guid or ""),
        "title": session.title,
        "kind": session.kind,
        "abstract": session.abstract,
        "language": session.language,
        "room": session.room_id,
        "track": session.track_id,
        "starts": _iso(session.starts_at),
        "ends": _iso(session.ends_at),
        "capacity": session.capacity,
        "stream": session.stream_url,
        "people": [
            {
                "id": person.speaker_id,
                "name": person.speaker.name,
                "affiliation": person.speaker.affiliation,
                "bio": person.speaker.bio,
                "role": person.role,
            }
            for person in session.people.all()
        ],
    }


def _iso(moment: datetime | None) -> str | None:
    return (
        None if moment is None else moment.astimezone(timezone.get_default_timezone()).isoformat()
    )


def _slot(
    row: dict[str, Any],
    rooms: dict[int, tuple[int, str]],
    tracks: dict[int, tuple[int, str]],
) -> Slot:
    room_place, room_name = rooms.get(row["room"], (None, ""))
    tone, track_name = tracks.get(row["track"], (0, ""))
    return Slot(
        id=row["id"],
        guid=row["guid"],
        title=row["title"],
        kind=row["kind"],
        abstract=row["abstract"],
        language=row["language"],
        starts=_local(row["starts"]),
        ends=_local(row["ends"]),
        room_id=room_place,
        room=room_name,
        track=track_name,
        tone=tone % TONES + 1,
        capacity=row["capacity"],
        stream_url=row["stream"],
        people=[Person(**person) for person in row["people"]],
    )


def _local(text: str | None) -> datetime | None:
    moment = parse_datetime(text) if text else None
    return None if moment is None else timezone.localtime(moment)


def _grid(slots: list[Slot], rooms: list[str]) -> list[GridRow]:
    moments = sorted({slot.starts for slot in slots if slot.starts})
    columns = [_blocks([slot for slot in slots if slot.room == room]) for room in rooms]
    covered = [-1] * len(rooms)
    rows = []
    for place, moment in enumerate(moments):
        cells: list[Cell | None] = []
        for column, blocks in enumerate(columns):
            if place <= covered[column]:
                continue
            block = blocks.get(moment)
            if block is None:
                cells.append(None)
                continue
            end = max(slot.ends for slot in block if slot.ends)
            height = max(1, sum(1 for other in moments[place:] if other < end))
            covered[column] = place + height - 1
            cells.append(Cell(block, height))
        rows.append(GridRow(moment, cells))
    return rows


def _blocks(slots: list[Slot]) -> dict[datetime, list[Slot]]:
    """Slots of one room by the moment their block begins; what overlaps is one block."""
    blocks: dict[datetime, list[Slot]] = {}
    last: list[Slot] = []
    for slot in sorted(slots, key=lambda slot: (slot.starts, slot.id)):
        if slot.starts is None:
            continue
        if last and slot.starts < max(other.ends for other in last if other.ends):
            last.append(slot)
        else:
            last = blocks[slot.starts] = [slot]
    return blocks
