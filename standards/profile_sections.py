"""On profiles: adopted standards, and who speaks in working groups and councils for whom."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from organizations.models import Organization, PublicBody
from organizations.profile_sections import ProfileSection, Subject
from standards.domain.adoption import adoptions_in_force
from standards.domain.representing import seats_concerning
from standards.models import Standard


def adopted_standards(subject: Subject, user: Any) -> ProfileSection | None:
    """Standards that an office applies."""
    if not isinstance(subject, PublicBody):
        return None
    visible = Standard.objects.visible_to(user)
    rows = list(
        adoptions_in_force()
        .filter(public_body=subject, standard__in=visible)
        .select_related("standard")
    )
    return (
        ProfileSection(_("Przyjęte standardy"), "standards/_of_body.html", {"adoptions": rows})
        if rows
        else None
    )


def seats_in_bodies(subject: Subject, user: Any) -> ProfileSection | None:
    """Where its people sit; those of its federation or network, and of its own members."""
    if not isinstance(subject, Organization | PublicBody):
        return None
    seats = seats_concerning(subject, user)
    if not seats:
        return None
    return ProfileSection(
        _("Przedstawiciele w zespołach i radach"), "standards/_seats_of.html", {"seats": seats}
    )
