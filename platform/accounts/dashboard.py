"""Registry of sections on "Moje sprawy"; activities register theirs in ``apps.py``.

A section lists what waits for the person. Builders that have nothing to say return None.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from django.utils.functional import Promise

from accounts.models import User

Text: TypeAlias = str | Promise


@dataclass(frozen=True, kw_only=True)
class Item:
    """One line of a section."""

    title: Text
    url: str
    note: Text = ""
    # "" for plain, otherwise one of the badge tones of the design: info, warning, success, danger
    tone: str = ""
    badge: Text = ""


@dataclass(frozen=True, kw_only=True)
class Section:
    """A heading with lines; ``rank`` orders sections, lower first (10 = must act, 50 = mine)."""

    key: str
    title: Text
    items: Sequence[Item]
    rank: int = 50
    empty_text: Text = ""
    more_url: str = ""
    more_text: Text = ""


Builder: TypeAlias = Callable[[User], Section | None]
_builders: list[Builder] = []


def register(builder: Builder) -> Builder:
    """Add a section to everyone's "Moje sprawy"; usable as a decorator."""
    if builder not in _builders:
        _builders.append(builder)
    return builder


def sections_for(user: User) -> list[Section]:
    """The sections that concern a person, in order."""
    sections = [section for builder in _builders if (section := builder(user))]
    return sorted(sections, key=lambda section: section.rank)
