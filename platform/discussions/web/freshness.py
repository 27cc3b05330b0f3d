"""What changes whenever a page of the forum does; see ``pages.freshness``."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from discussions.domain import queries
from discussions.models import Thread
from open_data.public_api import EVERYBODY


def of_forum(request: HttpRequest, *args: Any, **kwargs: Any) -> object:
    """For lists."""
    return queries.forum_sign()


def of_thread(request: HttpRequest, pk: int) -> object | None:
    """For one thread of the forum; what stands about objects changes with them, too."""
    rows = Thread.objects.in_forum().visible_to(EVERYBODY).filter(pk=pk)
    return rows.values_list("pk", "updated_at", "last_number", "category__name").first()
