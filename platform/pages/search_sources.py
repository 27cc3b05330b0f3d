"""What the search box looks through: activities register a finder for their own things."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise


@dataclass(frozen=True)
class Hit:
    """One found thing."""

    title: str
    url: str
    text: str = ""
    kicker: str = ""


@dataclass(frozen=True)
class Found:
    """Hits of one source; ``total`` may be larger than what is listed."""

    hits: list[Hit]
    total: int


# Called with the words, the reader and how many hits to list.
Finder = Callable[[str, Any, int], Found]


@dataclass(frozen=True)
class Source:
    """One registered source; its full list takes the words as ``q`` at ``list_url_name``."""

    label: str | Promise
    list_url_name: str
    find: Finder
    order: int


@dataclass(frozen=True)
class SourceResult:
    """What one source found."""

    label: str
    list_url_name: str
    found: Found


_sources: dict[str, Source] = {}


def register_source(label: str | Promise, list_url_name: str, find: Finder, order: int) -> None:
    """Let the search box find things by ``find``; lower ``order`` comes first."""
    _sources[list_url_name] = Source(label, list_url_name, find, order)


def search(words: str, user: Any, limit: int) -> list[SourceResult]:
    """Ask every source that finds something, in order."""
    results = []
    for source in sorted(_sources.values(), key=lambda item: item.order):
        found = source.find(words, user, limit)
        if found.total:
            results.append(SourceResult(str(source.label), source.list_url_name, found))
    return results
