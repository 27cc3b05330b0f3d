"""Reads of the directory."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import QuerySet

from organizations.models import Organization, Publication, PublicBody

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from accounts.models import User


def organizations_of(user: User | AnonymousUser) -> QuerySet[Organization]:
    """Organizations for which the person may act."""
    if not user.is_authenticated:
        return Organization.objects.none()
    return Organization.objects.filter(
        pk__in=user.organizationmemberships.filter(is_active=True).values("organization")
    ).exclude(publication=Publication.MERGED)


def public_bodies_of(user: User | AnonymousUser) -> QuerySet[PublicBody]:
    """Offices for which the person works on the portal."""
    if not user.is_authenticated:
        return PublicBody.objects.none()
    return PublicBody.objects.filter(
        pk__in=user.publicbodymemberships.filter(is_active=True).values("public_body")
    )
