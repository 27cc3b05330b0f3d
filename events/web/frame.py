"""What every page of one event shows around its content."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

import notifications
from events.domain import permissions
from events.models import Event, EventStage
from events.web.access import rights_of


def frame(request: HttpRequest, event: Event, tab: str) -> dict[str, Any]:
    """Context of ``events/layout.html``."""
    user = request.user
    return {
        "event": event,
        "tab": tab,
        "rights": rights_of(request, event),
        # Who has not signed in may yet turn out to act for an organization.
        "may_apply": not user.is_authenticated or permissions.can_apply(user),
        "is_cancelled": event.stage == EventStage.CANCELLED,
        "is_following": user.is_authenticated and notifications.is_following(user, event),
    }


def backstage_frame(request: HttpRequest, event: Event, tab: str) -> dict[str, Any]:
    """Context of ``events/backstage_layout.html``."""
    return {
        "event": event,
        "tab": tab,
        "rights": rights_of(request, event),
        "can_manage": permissions.can_manage_event(request.user, event),
    }
