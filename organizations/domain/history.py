"""How the register values of an organization changed, as people read it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import Any

from django.utils.translation import gettext as _

from organizations.models import Organization
from organizations.models.organizations import REGISTER_FIELDS


@dataclass(frozen=True, slots=True)
class Change:
    """One value that changed."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """What changed at one moment."""

    at: datetime
    changes: list[Change]
    is_first: bool = False


def history_of(organization: Organization) -> list[HistoryEntry]:
    """Entries of the public history, newest first."""
    events = list(_events(organization).order_by("pgh_id"))
    if not events:
        return []
    entries = [HistoryEntry(events[0].pgh_created_at, [], is_first=True)]
    for before, after in pairwise(events):
        changes = _changes(before, after)
        if changes:
            entries.append(HistoryEntry(after.pgh_created_at, changes))
    return entries[::-1]


def _events(organization: Organization) -> Any:
    # django-pghistory makes the model and its relation while the models load.
    return getattr(organization, "events")  # noqa: B009


def _changes(before: Any, after: Any) -> list[Change]:
    return [
        Change(
            Organization.field_label(name),
            _shown(before, name),
            _shown(after, name),
        )
        for name in REGISTER_FIELDS
        if getattr(before, name) != getattr(after, name)
    ]


def _shown(event: Any, name: str) -> str:
    field = Organization._meta.get_field(name)
    value = getattr(event, name)
    if value in ("", None):
        return _("brak")
    return str(dict(getattr(field, "choices", None) or {}).get(value, value))
