"""What every page knows about the reader's notifications."""

from __future__ import annotations

from functools import cache
from typing import Any

from django.http import HttpRequest

from notifications.domain.inbox import unread_count


def inbox(request: HttpRequest) -> dict[str, Any]:
    """``inbox_unread_count``: counted when a template first shows it, and only once."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {"inbox_unread_count": 0}

    @cache
    def count() -> int:
        return unread_count(user)

    return {"inbox_unread_count": count}
