"""Events on the pages of offices, and stands on the pages of organizations."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from events.domain import queries
from events.models import PUBLIC_STAGES, Exhibitor
from organizations.models import Organization, PublicBody
from organizations.profile_sections import ProfileSection, Subject

MOST_CARDS = 6


def events_of_body(subject: Subject, user: Any) -> ProfileSection | None:
    """The latest and coming events of an office."""
    if not isinstance(subject, PublicBody):
        return None
    rows = queries.events_for_list(user).filter(public_body=subject).order_by("-starts_at")
    shown = list(rows[:MOST_CARDS])
    if not shown:
        return None
    return ProfileSection(_("Wydarzenia"), "events/_of_profile.html", {"events": shown})


def stands_of_organization(subject: Subject, user: Any) -> ProfileSection | None:
    """Fairs at which an organization has shown itself."""
    if not isinstance(subject, Organization):
        return None
    rows = (
        Exhibitor.objects.accepted()
        .filter(organization=subject, event__stage__in=PUBLIC_STAGES)
        .select_related("event", "stand")
        .order_by("-event__starts_at")
    )
    shown = list(rows[:MOST_CARDS])
    if not shown:
        return None
    return ProfileSection(_("Na targach"), "events/_stands_of_profile.html", {"exhibitors": shown})
