"""Adopted standards on the pages of offices."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from organizations.models import PublicBody
from organizations.profile_sections import ProfileSection, Subject
from standards.domain.adoption import adoptions_in_force
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
