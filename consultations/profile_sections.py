"""Consultations on the pages of offices, and remarks on the pages of organizations."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from consultations.domain import queries
from organizations.models import PublicBody
from organizations.profile_sections import ProfileSection, Subject

MOST_CARDS = 6


def consultations_of_body(subject: Subject, user: Any) -> ProfileSection | None:
    """The latest consultations that an office has run."""
    if not isinstance(subject, PublicBody):
        return None
    latest = queries.consultations_for_list(user).filter(public_body=subject)
    shown = list(latest.order_by("-opens_at", "-pk")[:MOST_CARDS])
    if not shown:
        return None
    return ProfileSection(_("Konsultacje"), "consultations/_of_body.html", {"consultations": shown})
