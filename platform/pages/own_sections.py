"""What news and calls show on the home page and wait for with moderators."""

from __future__ import annotations

from heapq import nsmallest
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from pages.domain import publishing
from pages.models import Call, News, PublicationState
from pages.moderation import SHOWN, Queue, Waiting

EVERYBODY = AnonymousUser()
NEWEST = 3
OPEN = 3


def newest_news(request: HttpRequest) -> dict[str, Any] | None:
    """The newest news."""
    rows = News.objects.visible_to(EVERYBODY).select_related("category")
    news = list(rows.order_by("-publish_at", "-pk")[:NEWEST])
    return {"news": news} if news else None


def open_calls(request: HttpRequest) -> dict[str, Any] | None:
    """Calls that take offers now, those that end soonest first."""
    today = timezone.localdate()
    rows = Call.objects.visible_to(EVERYBODY).filter(opens_on__lte=today, closes_on__gte=today)
    calls = list(rows.order_by("closes_on", "pk")[:OPEN])
    return {"calls": calls} if calls else None


def proposed(user: User) -> Queue | None:
    """Texts that wait for a moderator."""
    if not publishing.can_moderate(user):
        return None
    waiting: list[Any] = [
        model.objects.filter(state=PublicationState.PROPOSED) for model in (News, Call)
    ]
    oldest = [
        Waiting(
            title=row.title,
            url=row.get_absolute_url(),
            since=row.updated_at,
            note=row.publisher_name,
        )
        for rows in waiting
        for row in rows.order_by("updated_at")[:SHOWN]
    ]
    return Queue(
        key="publications",
        label=_("Aktualności i nabory do publikacji"),
        url=reverse("pages:own_publications"),
        count=sum(rows.count() for rows in waiting),
        oldest=nsmallest(SHOWN, oldest, key=lambda row: row.since),
    )
