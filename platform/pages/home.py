"""Sections of the home page: activities register what is open, near and new."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

# Returns the section's context, or None when the section has nothing to say to this reader.
SectionBuilder = Callable[[HttpRequest], dict[str, Any] | None]
# Returns what changes whenever the section does; see pages.freshness.
SectionToken = Callable[[HttpRequest], object]


@dataclass(frozen=True)
class Section:
    """One registered section: the template is included with what ``build`` returns."""

    name: str
    template: str
    build: SectionBuilder
    order: int
    token: SectionToken | None


@dataclass(frozen=True)
class BuiltSection:
    """A section ready to be included; its template reads everything from ``section``."""

    name: str
    template: str
    context: dict[str, Any]


_sections: dict[str, Section] = {}


def register_section(
    name: str,
    template: str,
    build: SectionBuilder,
    order: int,
    token: SectionToken | None = None,
) -> None:
    """Show ``template`` on the home page; lower ``order`` comes first.

    Without a ``token`` of every section the home page is made for each reader anew.
    """
    _sections[name] = Section(name, template, build, order, token)


def sections_token(request: HttpRequest) -> object | None:
    """What changes whenever one of the sections does; None when a section cannot tell."""
    signs = []
    for section in _sections.values():
        if section.token is None:
            return None
        signs.append((section.name, section.token(request)))
    return signs


def build_sections(request: HttpRequest) -> list[BuiltSection]:
    """All sections that have something to say, in order."""
    built = []
    for section in sorted(_sections.values(), key=lambda item: (item.order, item.name)):
        context = section.build(request)
        if context is not None:
            built.append(BuiltSection(section.name, section.template, context))
    return built
