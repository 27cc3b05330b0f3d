"""Finding the object of a page and asking whether the person may be there."""

from __future__ import annotations

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from accounts.models import User
from awards.domain import permissions
from awards.domain.jurors import seat_of
from awards.domain.queries import with_details
from awards.models import Category, Edition, Juror, Nomination, NominationState


def find_edition(request: HttpRequest, slug: str, year: int) -> Edition:
    """An edition that the person may see, or 404."""
    return get_object_or_404(
        Edition.objects.visible_to(request.user).select_related("competition__public_body"),
        competition__slug=slug,
        year=year,
    )


def find_managed(request: HttpRequest, slug: str, year: int) -> Edition:
    """An edition of the person's office: 404 when unseen, 403 when seen by others."""
    edition = find_edition(request, slug, year)
    require(permissions.can_manage(request.user, edition))
    return edition


def find_category(edition: Edition, slug: str) -> Category:
    """A category of an edition by its address, or 404."""
    category = get_object_or_404(
        edition.categories.select_related("form", "eligibility").prefetch_related("criteria"),
        slug=slug,
    )
    category.edition = edition
    return category


def find_nomination(request: HttpRequest, key: UUID) -> Nomination:
    """A nomination that the person may read in whole; 404 for everybody else."""
    nomination = get_object_or_404(with_details(Nomination.objects.all()), key=key)
    if not permissions.can_read_nomination(request.user, nomination):
        raise Http404
    return nomination


def find_own(request: HttpRequest, key: UUID) -> Nomination:
    """A nomination that the person wrote, or 404."""
    nomination = get_object_or_404(with_details(Nomination.objects.all()), key=key)
    if not permissions.is_author(request.user, nomination):
        raise Http404
    return nomination


def find_checked(request: HttpRequest, key: UUID) -> Nomination:
    """A submitted nomination to an edition of the person's office, or 404."""
    rows = with_details(Nomination.objects.exclude(state=NominationState.DRAFT))
    nomination = get_object_or_404(rows, key=key)
    if not permissions.can_check(request.user, nomination):
        raise Http404
    return nomination


def find_seat(request: HttpRequest, slug: str, year: int) -> Juror:
    """The person's seat in the jury; 403 for everybody else."""
    edition = find_edition(request, slug, year)
    juror = seat_of(request.user, edition)
    if juror is None:
        raise PermissionDenied
    juror.edition = edition
    return juror


def signed_in(request: HttpRequest) -> User:
    """The person of a page that only signed-in people reach."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user


def require(allowed: bool) -> None:
    """403 unless ``allowed``."""
    if not allowed:
        raise PermissionDenied
