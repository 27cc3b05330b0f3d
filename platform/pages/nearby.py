"""What is near the reader: a county or gmina chosen by hand and kept in the reader's own cookie.

Activities register what they have near a place; nobody's position is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

from django.http import HttpRequest
from django.utils.functional import Promise

from territory.models import COUNTY_KINDS, GMINA_KINDS
from territory.reference import county_choices, gmina_choices, read_areas

COOKIE = "moja_okolica"
COUNTY_DIGITS = 4


@dataclass(frozen=True, slots=True)
class Place:
    """A county or gmina; ``county`` is the TERYT code of the county, ``code`` the place's own."""

    code: str
    name: str

    @property
    def county(self) -> str:
        """The county in which it lies, or itself."""
        return self.code[:COUNTY_DIGITS]

    @property
    def codes(self) -> tuple[str, ...]:
        """The place and the county in which it lies."""
        return tuple(dict.fromkeys((self.code, self.county)))


@dataclass(frozen=True, slots=True)
class Near:
    """One thing near a place."""

    kind: str | Promise
    title: str
    url: str
    note: str | Promise = ""


Source = Callable[[Place], Iterable[Near]]
_sources: list[tuple[int, Source]] = []


def register(source: Source, order: int) -> None:
    """Show what an activity has near a place; lower ``order`` comes first."""
    if all(known != source for _order, known in _sources):
        _sources.append((order, source))


def near(place: Place) -> list[Near]:
    """Everything near the place, in order."""
    ordered = sorted(_sources, key=lambda pair: pair[0])
    return [thing for _order, source in ordered for thing in source(place)]


def find(code: str) -> Place | None:
    """The county or gmina with a code; None when there is none."""
    name = _full_names().get(code)
    return Place(code, name) if name else None


def chosen(request: HttpRequest) -> Place | None:
    """The place that the reader chose before."""
    return find(request.COOKIES.get(COOKIE, ""))


def choices() -> list[tuple[str, list[tuple[str, str]]]]:
    """All places in groups, one for each county: the county itself, then its gminas."""
    gminas = gmina_choices()
    return [
        (
            _full_names()[code],
            [(code, _full_names()[code]), *(row for row in gminas if row[0].startswith(code))],
        )
        for code, _name in county_choices()
    ]


@lru_cache(maxsize=1)
def _full_names() -> dict[str, str]:
    """Names of counties and gminas as Poles say them, by their codes; no query is needed."""
    kinds = {*COUNTY_KINDS, *GMINA_KINDS}
    return {area.pk: area.full_name for area in read_areas() if area.kind in kinds}
