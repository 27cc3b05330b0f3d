"""Finding the object of a page and asking whether the person may be there."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from accounts.models import User
from organizations.models import Organization


def find_organization(request: HttpRequest, slug: str) -> Organization:
    """An organization that the person may see, or 404."""
    return get_object_or_404(
        Organization.objects.visible_to(request.user).select_related("county", "gmina"), slug=slug
    )


def signed_in(request: HttpRequest) -> User:
    """The person of a page that only signed-in people reach."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user


def require(allowed: bool) -> None:
    """403 unless ``allowed``."""
    if not allowed:
        raise PermissionDenied
