"""Who takes part, by county and side; activities register what they can count in ``apps.py``."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Side(models.TextChoices):
    """From which side people come."""

    NGO = "ngo", _("organizacje pozarządowe")
    ADMINISTRATION = "administration", _("administracja publiczna")
    CITIZEN = "citizen", _("osoby prywatne")


@dataclass(frozen=True, slots=True)
class Count:
    """How many from one county and side; ``county`` is a TERYT code or "" where unknown."""

    county: str
    side: str
    number: int


Counter: TypeAlias = Callable[[date, date], Iterable[Count]]


@dataclass(frozen=True, kw_only=True)
class Source:
    """One way of taking part; ``counted`` counts it between two days, both included."""

    key: str
    label: str | Promise
    counted: Counter
    order: int


_sources: dict[str, Source] = {}


def register(source: Source) -> None:
    """Let the reports count one more way of taking part."""
    _sources[source.key] = source


def sources() -> list[Source]:
    """All of them in the order of the report."""
    return sorted(_sources.values(), key=lambda source: (source.order, source.key))
