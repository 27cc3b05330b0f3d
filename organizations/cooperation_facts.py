"""What the portal itself knows of a body's cooperation with NGOs in a period.

Activities register functions in their ``AppConfig.ready``; the quality index offers what they
count as evidence, without knowing them::

    def held(body, first_day, last_day):
        return [Fact("consultations.held", _("Przeprowadzone konsultacje"), "4", url)]

    cooperation_facts.register(held)
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from organizations.models import PublicBody


@dataclass(frozen=True, slots=True)
class Fact:
    """One counted fact; ``value`` is written as people read it, ``url`` shows what it counts."""

    key: str
    label: str
    value: str
    url: str = ""


Counter = Callable[[PublicBody, date, date], Iterable[Fact]]
_counters: list[Counter] = []


def register(counter: Counter) -> Counter:
    """Let ``counter`` tell of a body between two days, both included."""
    if counter not in _counters:
        _counters.append(counter)
    return counter


def facts_of(body: PublicBody, first_day: date, last_day: date) -> list[Fact]:
    """Everything that is known of ``body`` in the period."""
    return [fact for counter in _counters for fact in counter(body, first_day, last_day)]
