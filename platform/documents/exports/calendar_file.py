"""iCalendar files (RFC 5545): what happens when and where, for any calendar program."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from django.conf import settings
from django.utils import timezone
from icalendar import Calendar, Event

CONTENT_TYPE = "text/calendar; charset=utf-8"


class EntryStatus(StrEnum):
    """What RFC 5545 lets an entry say of itself."""

    CONFIRMED = "CONFIRMED"
    TENTATIVE = "TENTATIVE"
    CANCELLED = "CANCELLED"


@dataclass(frozen=True, kw_only=True)
class CalendarEntry:
    """One entry of a calendar.

    ``uid`` never changes, so that a program moves an entry instead of doubling it. Plain dates
    make an entry of whole days, ``ends`` being its last day; without ``ends`` it lasts one day,
    or no time at all when it starts at a moment, as a deadline does. ``changes`` counts how
    often the entry has been moved or cancelled (SEQUENCE).
    """

    uid: str
    title: str
    starts: date | datetime
    ends: date | datetime | None = None
    url: str = ""
    text: str = ""
    place: str = ""
    categories: tuple[str, ...] = ()
    status: EntryStatus = EntryStatus.CONFIRMED
    changed_at: datetime | None = None
    changes: int = 0

    @property
    def is_all_day(self) -> bool:
        """Whether it lasts whole days."""
        return not isinstance(self.starts, datetime)


def calendar_bytes(entries: Iterable[CalendarEntry], name: str) -> bytes:
    """A calendar file of the entries, its times in the zone in which people read them.

    The rules of the zone go with the file, so that times stay right when clocks change.
    """
    calendar = Calendar()
    calendar.add("prodid", f"-//{settings.SITE_NAME}//PL")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    for entry in entries:
        calendar.add_component(_event(entry))
    calendar.add_missing_timezones()
    data: bytes = calendar.to_ical()
    return data


def _event(entry: CalendarEntry) -> Event:
    event = Event()
    event.add("uid", entry.uid)
    event.add("summary", entry.title)
    event.add("dtstamp", entry.changed_at or timezone.now())
    event.add("sequence", entry.changes)
    event.add("status", entry.status.value)
    event.add("dtstart", _local(entry.starts))
    if entry.ends is not None:
        event.add("dtend", _end(entry.ends, entry))
    for field, value in (
        ("url", entry.url),
        ("description", entry.text),
        ("location", entry.place),
    ):
        if value:
            event.add(field, value)
    if entry.categories:
        event.add("categories", list(entry.categories))
    return event


def _end(ends: date | datetime, entry: CalendarEntry) -> date | datetime:
    """RFC 5545 names the day after the last one."""
    return date.fromordinal(ends.toordinal() + 1) if entry.is_all_day else _local(ends)


def _local(when: date | datetime) -> date | datetime:
    return timezone.localtime(when) if isinstance(when, datetime) else when
