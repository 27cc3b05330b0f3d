"""Finding the object of a page and asking whether the person may be there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from events.domain import permissions
from events.domain.links import registration_id
from events.models import Event, Registration

Question = Callable[[Any, Event], bool]


def find_event(request: HttpRequest, slug: str) -> Event:
    """An event that the person may see, or 404."""
    visible = Event.objects.visible_to(request.user)
    return get_object_or_404(
        visible.select_related("public_body", "county", "series", "programme"), slug=slug
    )


def find_own_event(request: HttpRequest, slug: str, question: Question) -> Event:
    """An event with which the person may do what ``question`` asks: 404 or 403 otherwise."""
    event = find_event(request, slug)
    require(question(request.user, event))
    return event


def find_registration(key: str) -> Registration:
    """The registration behind a link from a letter, or 404."""
    found = registration_id(key)
    if found is None:
        raise Http404
    rows = Registration.objects.select_related(
        "event__public_body", "event__county", "event__programme", "pool", "county", "needs"
    )
    registration = get_object_or_404(rows, pk=found, erased_at__isnull=True)
    return registration


def require(allowed: bool) -> None:
    """403 unless ``allowed``."""
    if not allowed:
        raise PermissionDenied


def sign_in_first(request: HttpRequest) -> HttpResponse:
    """To the sign-in page, and back here afterwards."""
    return redirect_to_login(request.get_full_path())


def rights_of(request: HttpRequest, event: Event) -> set[str]:
    """Names of what the person may do, for templates."""
    return {right.value for right in permissions.rights(request.user, event)}
