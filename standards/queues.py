"""What of the library waits on the page of moderators."""

from __future__ import annotations

from heapq import nsmallest
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from pages.moderation import SHOWN, Queue, Waiting
from standards.domain.library import can_moderate
from standards.models import Material, Moderation, Practice

LABELS: dict[Any, Any] = {Material: _("materiał"), Practice: _("praktyka")}


def library(user: User) -> Queue | None:
    """Materials and practices that people sent in."""
    if not can_moderate(user):
        return None
    waiting: dict[Any, Any] = {
        model: model.objects.filter(state=Moderation.PROPOSED).order_by("created_at", "pk")
        for model in LABELS
    }
    oldest = [
        Waiting(
            title=row.title,
            url=row.get_absolute_url(),
            since=row.created_at,
            note=str(LABELS[model]),
        )
        for model, rows in waiting.items()
        for row in rows[:SHOWN]
    ]
    return Queue(
        key="library",
        label=_("Biblioteka standardów"),
        url=reverse("standards:materials"),
        count=sum(rows.count() for rows in waiting.values()),
        oldest=nsmallest(SHOWN, oldest, key=lambda row: row.since),
    )
