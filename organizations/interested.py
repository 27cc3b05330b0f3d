"""Who hears of calls: people of organizations that work in the call's fields and counties."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import QuerySet

from accounts.models import User
from organizations.models import Organization


def people_of_fields(topics: Sequence[str], counties: Sequence[str]) -> QuerySet[User]:
    """Active members of those organizations; nobody for a call without fields.

    A call for the whole region names no county.
    """
    concerned = Organization.objects.filter(benefit_fields__code__in=topics)
    if counties:
        concerned = concerned.filter(county__in=counties)
    return User.objects.filter(
        organizationmemberships__is_active=True,
        organizationmemberships__organization__in=concerned.values("pk"),
    ).distinct()
