"""Registry of who wants to hear of a new call without following its publisher.

Activities register in ``apps.py`` who works in the call's fields and counties.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from typing import TypeAlias

from accounts.models import User

# Codes of topics and of counties (empty: everywhere) to people or their ids.
Finder: TypeAlias = Callable[[Sequence[str], Sequence[str]], Iterable[User | int]]
_finders: list[Finder] = []


def register(finder: Finder) -> Finder:
    """Add people to those who hear of calls; usable as a decorator."""
    if finder not in _finders:
        _finders.append(finder)
    return finder


def interested_people(topics: Sequence[str], counties: Sequence[str]) -> Iterable[User | int]:
    """Everybody whom the finders name; the same person may come twice."""
    return chain.from_iterable(finder(topics, counties) for finder in _finders)
