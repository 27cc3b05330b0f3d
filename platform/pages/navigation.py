"""The menus: activities register their entries in ``AppConfig.ready``; administrators add,
rename, move and hide entries in the admin (``pages.furniture``)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise

from pages.furniture import Shown
from pages.models import MenuPlace


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


def parts() -> list[tuple[str, str]]:
    """Registered entries with their names, in order, for administrators to choose from."""
    ordered = sorted(_entries.values(), key=lambda entry: (entry.order, entry.url_name))
    return [(entry.url_name, f"{entry.label} ({entry.order})") for entry in ordered]


def menu_for(path: str, changes: Iterable[Shown] = ()) -> list[MenuItem]:
    """The main menu as seen from ``path``, with what administrators changed."""
    header = [change for change in changes if change.place == MenuPlace.HEADER]
    by_part = {change.part: change for change in header if change.part}
    rows = [
        (change.position, change.address, change.label)
        for change in header
        if change.is_shown and not change.part
    ]
    for entry in _entries.values():
        change = by_part.get(entry.url_name)
        if change is None:
            rows.append((entry.order, reverse(entry.url_name), str(entry.label)))
        elif change.is_shown:
            label = change.label or str(entry.label)
            rows.append((change.position, reverse(entry.url_name), label))
    return [_item(label, url, path) for _order, url, label in sorted(rows)]


def footer_for(path: str, changes: Iterable[Shown]) -> list[MenuItem]:
    """What administrators added to the footer."""
    rows = [change for change in changes if change.place == MenuPlace.FOOTER and change.is_shown]
    items = []
    for change in rows:
        entry = _entries.get(change.part)
        if change.part and entry is None:
            continue
        url = reverse(entry.url_name) if entry else change.address
        items.append(_item(change.label or (str(entry.label) if entry else ""), url, path))
    return items


def _item(label: str, url: str, path: str) -> MenuItem:
    # Every address lies under the home page; that alone does not make it current.
    is_above = url != "/" and path.startswith(url)
    current = "page" if path == url else "true" if is_above else ""
    return MenuItem(label, url, current)
