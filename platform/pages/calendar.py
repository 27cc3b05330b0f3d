"""The portal's one calendar: activities register what happens when, in ``apps.py``.

Entries are those of ``documents.exports.calendar_file`` and hold what everybody may see.
"""

from __future__ import annotations

from calendar import Calendar
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TypeAlias
from urllib.parse import urlsplit

from django.utils import timezone
from django.utils.functional import Promise

from documents.exports.calendar_file import CalendarEntry

# From the first to the last day, both included; entries that only touch the days count, too.
Entries: TypeAlias = Callable[[date, date], Iterable[CalendarEntry]]
# What lasts longer stands in the month on its first and last day only.
LONGEST_SHOWN_DAILY = 7
# Outside of them the calendars end.
YEARS = range(2000, 2101)


@dataclass(frozen=True, slots=True)
class Source:
    """One kind of entries, by which readers narrow the calendar."""

    key: str
    label: str | Promise
    entries: Entries
    order: int = 50


@dataclass(frozen=True, slots=True)
class Happening:
    """An entry with the kind from which it comes, in the days of the region."""

    source: Source
    entry: CalendarEntry

    @property
    def first_day(self) -> date:
        """The day on which it begins."""
        return _day(self.entry.starts)

    @property
    def last_day(self) -> date:
        """The day on which it ends."""
        return max(self.first_day, _day(self.entry.ends or self.entry.starts))

    @property
    def is_long(self) -> bool:
        """Whether it lasts several days."""
        return self.last_day > self.first_day

    @property
    def is_cancelled(self) -> bool:
        """Whether it will not happen."""
        return self.entry.status == "CANCELLED"

    @property
    def path(self) -> str:
        """Its page on this site, by whichever name the reader came; files need the full one."""
        return urlsplit(self.entry.url)._replace(scheme="", netloc="").geturl()

    @property
    def sorted_by(self) -> tuple[date, bool, str, str]:
        """Whole days before hours, then by the clock."""
        starts = self.entry.starts
        hour = f"{timezone.localtime(starts):%H:%M}" if isinstance(starts, datetime) else ""
        return (self.first_day, bool(hour), hour, self.entry.title)

    def days_shown(self) -> list[date]:
        """On which days of a month's page it stands."""
        length = (self.last_day - self.first_day).days
        if length > LONGEST_SHOWN_DAILY:
            return [self.first_day, self.last_day]
        return [self.first_day + timedelta(days=number) for number in range(length + 1)]


@dataclass(frozen=True, slots=True)
class Day:
    """A square of a month."""

    on: date
    is_of_month: bool
    is_today: bool
    happenings: Sequence[Happening]


@dataclass(frozen=True, slots=True)
class Month:
    """The weeks of a month, Monday first, with what happens on each day."""

    first: date
    weeks: list[list[Day]]

    @property
    def is_free(self) -> bool:
        """Whether nothing happens in it; days of its neighbours do not count."""
        return not any(day.is_of_month and day.happenings for week in self.weeks for day in week)

    @property
    def before(self) -> date | None:
        """The first day of the month before, as long as the calendars reach."""
        return _first_of_month(self.first - timedelta(days=1))

    @property
    def after(self) -> date | None:
        """The first day of the month after, as long as the calendars reach."""
        return _first_of_month(self.first + timedelta(days=31))


_sources: dict[str, Source] = {}


def register(source: Source) -> Source:
    """Add a kind of entries; a key belongs to one kind."""
    if _sources.setdefault(source.key, source) is not source:
        raise ValueError(f"The calendar {source.key!r} is registered already.")
    return source


def sources() -> list[Source]:
    """Every kind, in the order of the filters."""
    return sorted(_sources.values(), key=lambda source: (source.order, source.key))


def happenings(first: date, last: date, *, key: str = "") -> list[Happening]:
    """What happens in the days, of one kind or of all, in order of time."""
    found = [
        Happening(source, entry)
        for source in sources()
        if key in ("", source.key)
        for entry in source.entries(first, last)
    ]
    return sorted(found, key=lambda row: row.sorted_by)


def shown_with(first: date) -> tuple[date, date]:
    """The first and the last day that stand on the page of a month: its weeks are whole."""
    weeks = Calendar().monthdatescalendar(first.year, first.month)
    return weeks[0][0], weeks[-1][-1]


def month_of(first: date, rows: Iterable[Happening]) -> Month:
    """The month that begins on ``first``, with ``rows`` on their days."""
    by_day: dict[date, list[Happening]] = {}
    for row in rows:
        for day in row.days_shown():
            by_day.setdefault(day, []).append(row)
    today = timezone.localdate()
    weeks = [
        [Day(day, day.month == first.month, day == today, by_day.get(day, [])) for day in week]
        for week in Calendar().monthdatescalendar(first.year, first.month)
    ]
    return Month(first, weeks)


def _first_of_month(day: date) -> date | None:
    return day.replace(day=1) if day.year in YEARS else None


def _day(when: date | datetime) -> date:
    return timezone.localtime(when).date() if isinstance(when, datetime) else when
