"""Finding the object of a page and asking whether the person may be there."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from standards.models import Standard, WorkingGroup


def find_standard(request: HttpRequest, slug: str) -> Standard:
    """A standard that the person may see, or 404."""
    visible = Standard.objects.visible_to(request.user).select_related(
        "public_body", "group__public_body", "adopted_text__consultation__public_body"
    )
    return get_object_or_404(visible, slug=slug)


def find_group(request: HttpRequest, slug: str) -> WorkingGroup:
    """A body that the person may see, or 404."""
    visible = WorkingGroup.objects.visible_to(request.user).select_related(
        "public_body", "appointment_file"
    )
    return get_object_or_404(visible, slug=slug)


def require(allowed: bool) -> None:
    """403 unless ``allowed``."""
    if not allowed:
        raise PermissionDenied
