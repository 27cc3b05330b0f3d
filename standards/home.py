"""What standards show on the home page."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Max
from django.http import HttpRequest

from standards.domain import queries
from standards.models import ENDED, Standard

MOST_CARDS = 3


def standards_on_the_road(request: HttpRequest) -> dict[str, Any] | None:
    """Standards that somebody works on or uses; silent while there are none."""
    rows = queries.standards_for_list(request.user).exclude(stage__in=ENDED)
    cards = queries.cards(rows.order_by("-updated_at", "-pk")[:MOST_CARDS])
    return {"cards": cards} if cards else None


def token(request: HttpRequest) -> object:
    """Changes whenever a standard does."""
    rows = Standard.objects.visible_to(request.user).order_by()
    return rows.aggregate(number=Count("pk"), newest=Max("updated_at"))
