"""Awards on the pages of organizations, once everybody may know."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from awards.domain.queries import laureates
from organizations.models import Organization, PublicBody
from organizations.profile_sections import ProfileSection, Subject

MOST = 12


def awards_of_organization(subject: Subject, user: Any) -> ProfileSection | None:
    """What an organization or an office has been awarded."""
    rows = laureates()
    if isinstance(subject, Organization):
        rows = rows.filter(organization=subject)
    elif isinstance(subject, PublicBody):
        rows = rows.filter(nomination__nominee_body=subject)
    shown = list(rows[:MOST])
    if not shown:
        return None
    return ProfileSection(_("Nagrody"), "awards/_of_organization.html", {"awards": shown})
