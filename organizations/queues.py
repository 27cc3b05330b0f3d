"""What of the directory waits on the page of moderators."""

from __future__ import annotations

from collections.abc import Iterator
from heapq import nsmallest
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from organizations.domain.permissions import can_moderate
from organizations.domain.queries import waiting_for_moderators
from pages.moderation import SHOWN, Queue, Waiting

LABELS = {
    "proposals": _("proponowana organizacja"),
    "claims": _("prośba o profil"),
    "releases": _("prośba o zwolnienie z opieki"),
    "reports": _("zgłoszony błąd"),
    "initiatives": _("proponowana inicjatywa"),
    "suggestions": _("propozycja zmiany"),
}


def directory(user: User) -> Queue | None:
    """Proposals, claims, initiatives and suggestions, for those who keep the directory."""
    if not can_moderate(user):
        return None
    waiting = waiting_for_moderators()
    return Queue(
        key="organizations",
        label=_("Zgłoszenia, prośby i propozycje w spisie organizacji"),
        url=reverse("organizations:moderation"),
        count=sum(rows.count() for rows in waiting.values()),
        oldest=nsmallest(SHOWN, _oldest(waiting), key=lambda row: row.since),
    )


def _oldest(waiting: dict[str, Any]) -> Iterator[Waiting]:
    for name, rows in waiting.items():
        for row in rows.order_by("created_at")[:SHOWN]:
            yield Waiting(
                title=str(getattr(row, "organization", None) or row),
                url=reverse("organizations:moderation"),
                since=row.created_at,
                note=str(LABELS[name]),
            )
