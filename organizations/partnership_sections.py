"""Partnerships and calls for partners on profiles of organizations and offices."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from organizations.models import Organization, Partnership, PartnershipCall
from organizations.profile_sections import ProfileSection, Subject

MOST = 6


def partnerships_of(subject: Subject, user: Any) -> ProfileSection | None:
    """What the organization or office does with others, and whom it looks for now."""
    side = "organization" if isinstance(subject, Organization) else "public_body"
    made = Partnership.objects.visible_to(user).filter(**{f"members__{side}": subject})
    calls = PartnershipCall.objects.shown().taking_answers().filter(**{side: subject})
    context = {"partnerships": list(made[:MOST]), "calls": list(calls.order_by("closes_at")[:MOST])}
    if not any(context.values()):
        return None
    return ProfileSection(_("Partnerstwa"), "organizations/_partnerships_of.html", context)
