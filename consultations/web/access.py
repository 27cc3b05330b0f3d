"""Finding the object of a page and asking whether the person may be there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from consultations.domain import lineage
from consultations.models import Consultation, Remark
from organizations.models import PublicBody

Question = Callable[[Any, Consultation], bool]


def find_consultation(request: HttpRequest, slug: str) -> Consultation:
    """A consultation that the person may see, or 404."""
    visible = Consultation.objects.visible_to(request.user)
    return get_object_or_404(
        visible.select_related("public_body", "current_version__source"), slug=slug
    )


def find_remark(consultation: Consultation, number: int) -> Remark:
    """A remark of ``consultation`` by its number, or 404.

    What not every remark has (an organization, a group, somebody who answers) is asked for where
    it is shown: with these tables PostgreSQL takes three times as long for planning.
    """
    remarks = lineage.with_current_unit(
        consultation.remarks.all().with_results(), consultation
    ).select_related("provision", "author", "position", "version")
    remark = get_object_or_404(remarks, number=number)
    remark.consultation = consultation
    return remark


def find_body(slug: str) -> PublicBody:
    """An office by its address, or 404."""
    return get_object_or_404(PublicBody, slug=slug)


def require(allowed: bool) -> None:
    """403 unless ``allowed``."""
    if not allowed:
        raise PermissionDenied


def sign_in_first(request: HttpRequest) -> HttpResponse:
    """To the sign-in page, and back here afterwards."""
    return redirect_to_login(request.get_full_path())
