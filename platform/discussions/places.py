"""Registry of what people talk about; activities register theirs in ``apps.py``.

A place says whose rows have a thread each, who may read, write and moderate there, and who
hears of it. The forum is no place: its threads stand in categories.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, TypeAlias

from django.db import models
from django.utils.functional import Promise

Text: TypeAlias = str | Promise
# Users, their ids, or a queryset of users.
People: TypeAlias = Iterable[Any]


def _nobody(subject: Any) -> People:
    return ()


def _always(subject: Any) -> bool:
    return True


def _address(subject: Any) -> str:
    url: str = subject.get_absolute_url()
    return url


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where threads about rows of ``model`` hang.

    ``key`` is stored with each thread and never changes. ``visible`` gives the rows whose talk
    the person may read; ``may_write`` and ``may_moderate`` are asked about signed-in people who
    may read. ``people`` hear of each new post beside those who follow the thread, ``moderators``
    of abuse reports beside administrators. ``author_name`` replaces names about subjects whose
    rules want pseudonyms (``hides_names``): then nobody is mentioned by name either.
    """

    key: str
    model: type[models.Model]
    label: Text
    visible: Callable[[Any], models.QuerySet[Any]]
    may_write: Callable[[Any, Any], bool]
    may_moderate: Callable[[Any, Any], bool]
    people: Callable[[Any], People] = _nobody
    moderators: Callable[[Any], People] = _nobody
    title: Callable[[Any], str] = str
    url: Callable[[Any], str] = _address
    author_name: Callable[[Any, Any], str] | None = None
    hides_names: Callable[[Any], bool] = _always

    def uses_pseudonyms(self, subject: Any) -> bool:
        """Whether people are not called by their names there."""
        return self.author_name is not None and self.hides_names(subject)


class UnknownPlace(LookupError):
    """Nobody registered this place."""


_places: dict[str, Place] = {}


def register(place: Place) -> Place:
    """Make a place known; a key belongs to one place."""
    if _places.setdefault(place.key, place) is not place:
        raise ValueError(f"The place {place.key!r} is registered already.")
    return place


def get(key: str) -> Place:
    """The place with a key; raises UnknownPlace."""
    try:
        return _places[key]
    except KeyError:
        raise UnknownPlace(key) from None


def find(key: str) -> Place | None:
    """The place with a key, or None when a later version of the portal dropped it."""
    return _places.get(key)


def all_places() -> list[Place]:
    """Every place."""
    return list(_places.values())
