"""How an office keeps its word, on the office's own page."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from insight.domain import kept_word
from organizations.models import PublicBody
from organizations.profile_sections import ProfileSection, Subject


def kept_word_of_body(subject: Subject, user: Any) -> ProfileSection | None:
    """Shares and waiting times once there is anything to count."""
    if not isinstance(subject, PublicBody):
        return None
    measure = kept_word.overall(kept_word.matters(office=subject.slug))
    if not measure.judged:
        return None
    context = {"measure": measure, "slug": subject.slug}
    return ProfileSection(_("Jak dotrzymuje słowa"), "insight/_of_body.html", context)
