"""What offices owe to people by a day; activities register theirs in ``apps.py``.

A source tells of public matters only: its rows go to a public page, a file and the API.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

from django.utils.functional import Promise as LazyText


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """Whose word it is."""

    slug: str
    name: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """One matter: since when the clock runs, by when it was due, when it was done.

    ``kept`` is None while there is still time. ``asked`` remarks of which ``answered`` have a
    published position, where the matter is about remarks.
    """

    object_id: int
    office: Office
    title: str
    url: str
    begun_on: date
    due_on: date | None
    done_on: date | None
    kept: bool | None
    asked: int = 0
    answered: int = 0


Read: TypeAlias = Callable[[date], Iterable[Promise]]


@dataclass(frozen=True, kw_only=True)
class Source:
    """One kind of promise. ``method`` says to everybody how it is counted, with ``method_values``.

    ``promises`` reads all public matters as of a day; ``is_response`` when the days from the
    beginning to the end are how long people waited.
    """

    key: str
    label: str | LazyText
    method: str | LazyText
    promises: Read
    order: int
    is_response: bool = False
    method_values: Mapping[str, object] = field(default_factory=dict)

    @property
    def explained(self) -> str:
        """The method in the reader's language."""
        text = str(self.method)
        return text % self.method_values if self.method_values else text


_sources: dict[str, Source] = {}


def register(source: Source) -> None:
    """Measure one more kind of promise."""
    _sources[source.key] = source


def sources() -> list[Source]:
    """All kinds in the order of the page."""
    return sorted(_sources.values(), key=lambda source: (source.order, source.key))


def find(key: str) -> Source | None:
    """The kind with a key."""
    return _sources.get(key)


def kept_in_time(due_on: date, done_on: date | None, today: date) -> bool | None:
    """Whether what was due came in time; None while there is time."""
    if done_on is not None:
        return done_on <= due_on
    return False if today > due_on else None
