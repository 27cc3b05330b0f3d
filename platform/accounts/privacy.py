"""Registry of where personal data lies; each app registers its own in ``apps.py``.

A source knows how to hand a person's data over (art. 15 and 20 RODO), how to erase them
(art. 17), and what must be settled before the account can go.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from django.core.files.base import File
from django.utils.functional import Promise

from accounts.models import User

Rows: TypeAlias = Iterable[Mapping[str, Any]]
NamedFiles: TypeAlias = Iterable[tuple[str, File]]


def _nothing(user: User) -> tuple[()]:
    return ()


def _keep(user: User) -> None:
    """Public acts stay as they are; their author's row loses its name."""


@dataclass(frozen=True, kw_only=True)
class PersonalData:
    """One sort of data that an app holds about people.

    ``key`` names the file in the export; ``export`` yields rows of plain values. ``erase`` runs
    in one transaction with all the others, before the person's own row is emptied.
    ``obstacles`` yields sentences in the person's language.
    """

    key: str
    label: str | Promise
    export: Callable[[User], Rows]
    files: Callable[[User], NamedFiles] = _nothing
    erase: Callable[[User], None] = _keep
    obstacles: Callable[[User], Iterable[str]] = _nothing


_sources: dict[str, PersonalData] = {}


def register(source: PersonalData) -> PersonalData:
    """Make a source known; a key belongs to one source."""
    if _sources.setdefault(source.key, source) is not source:
        raise ValueError(f"The source {source.key!r} is registered already.")
    return source


def sources() -> list[PersonalData]:
    """All sources in the order of their registration: platform first, then activities."""
    return list(_sources.values())
