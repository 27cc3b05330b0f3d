"""What other activities add to the page of an organization or of an office.

An activity registers a function in its ``AppConfig.ready``; the function gets the organization
or office and the reader, and returns a section or nothing::

    def open_consultations(subject, user):
        if not isinstance(subject, PublicBody): return None
        …
        return ProfileSection(_("Konsultacje"), "consultations/_of_body.html", {"items": …})

    profile_sections.register(open_consultations, order=10)
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from organizations.models import Organization, PublicBody

Subject = Organization | PublicBody


@dataclass(frozen=True)
class ProfileSection:
    """A section of a profile page; ``template`` reads everything from ``section.context``."""

    title: str
    template: str
    context: dict[str, Any] = field(default_factory=dict)


SectionBuilder = Callable[[Subject, Any], ProfileSection | None]

_builders: list[tuple[int, SectionBuilder]] = []


def register(builder: SectionBuilder, order: int = 50) -> None:
    """Let ``builder`` add a section; lower ``order`` comes first."""
    if all(known is not builder for _order, known in _builders):
        _builders.append((order, builder))


def sections_of(subject: Subject, user: Any) -> list[ProfileSection]:
    """Sections that have something to say of ``subject`` to ``user``, in order."""
    ordered = sorted(_builders, key=lambda entry: entry[0])
    built = [builder(subject, user) for _order, builder in ordered]
    return [section for section in built if section is not None]
