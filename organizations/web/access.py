"""Finding the object of a page and asking whether the person may be there."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from accounts.models import User
from organizations.domain.errors import DirectoryError
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


class Told:
    """Turns what the domain refuses into a message: ``with Told(request, success): …``."""

    def __init__(self, request: HttpRequest, success: Any = "") -> None:
        self.request = request
        self.success = success

    def __enter__(self) -> Told:
        return self

    def __exit__(self, kind: Any, error: BaseException | None, trace: Any) -> bool:
        if isinstance(error, DirectoryError):
            messages.error(self.request, str(error))
            return True
        if error is None and self.success:
            messages.success(self.request, str(self.success))
        return False
