"""One calendar over everything: activities register what happens and what is due."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.functional import Promise

from documents.exports.calendar_file import CalendarEntry

# Called with the reader and the first and last day; yields what the reader may see.
EntriesBetween = Callable[[Any, date, date], Iterable[CalendarEntry]]


@dataclass(frozen=True)
class CalendarSource:
    """One kind of entries; ``key`` names it in addresses."""

    key: str
    label: str | Promise
    entries_between: EntriesBetween
    order: int


_sources: dict[str, CalendarSource] = {}


def register_source(
    key: str, label: str | Promise, entries_between: EntriesBetween, order: int
) -> None:
    """Show entries in the portal's calendar; lower ``order`` comes first in the legend."""
    _sources[key] = CalendarSource(key, label, entries_between, order)


def sources() -> list[CalendarSource]:
    """Every source in order."""
    return sorted(_sources.values(), key=lambda source: (source.order, source.key))
