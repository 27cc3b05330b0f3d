"""What events show on the home page."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from events.domain import queries


def coming_events(request: HttpRequest) -> dict[str, Any] | None:
    """The next events; nothing while none is announced."""
    events = list(queries.next_events(request.user))
    return {"events": events} if events else None
