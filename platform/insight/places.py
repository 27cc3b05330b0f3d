"""Kinds of pages that the reports of use name; activities register theirs in ``apps.py``.

What is not registered counts as "other pages" of its part, so that nobody's way through the
portal can be read from the counts.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from django.utils.functional import Promise

# Counties (TERYT codes of four digits) of the objects with these slugs; unknown ones are absent.
CountiesOf: TypeAlias = Callable[[Collection[str]], Mapping[str, str]]


@dataclass(frozen=True, kw_only=True)
class Place:
    """One kind of page by the name of its address.

    ``counties_of`` tells what the pages are about: it is asked for whole batches, with the
    values of the address's ``slug``.
    """

    view_name: str
    label: str | Promise
    counties_of: CountiesOf | None = None


_places: dict[str, Place] = {}


def register(place: Place) -> None:
    """Name a kind of page."""
    _places[place.view_name] = place


def find(view_name: str) -> Place | None:
    """The kind with this name of address."""
    return _places.get(view_name)
