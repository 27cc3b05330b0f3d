"""The main menu: activities register their entries in ``AppConfig.ready``."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise


@dataclass(frozen=True)
class Entry:
    """One registered place in the menu."""

    label: str | Promise
    url_name: str
    order: int


@dataclass(frozen=True)
class MenuItem:
    """One entry as the current page shows it; ``current`` is a value of aria-current."""

    label: str
    url: str
    current: str


_entries: dict[str, Entry] = {}


def register(label: str | Promise, url_name: str, order: int) -> None:
    """Show ``label`` in the main menu, leading to ``url_name``; lower ``order`` comes first."""
    _entries[url_name] = Entry(label, url_name, order)


def menu_for(path: str) -> list[MenuItem]:
    """The main menu as seen from ``path``."""
    ordered = sorted(_entries.values(), key=lambda entry: (entry.order, entry.url_name))
    return [_item(entry, path) for entry in ordered]


def _item(entry: Entry, path: str) -> MenuItem:
    url = reverse(entry.url_name)
    # Every address lies under the home page; that alone does not make it current.
    is_above = url != "/" and path.startswith(url)
    current = "page" if path == url else "true" if is_above else ""
    return MenuItem(str(entry.label), url, current)
