"""What the portal's search box finds in the directory."""

from __future__ import annotations

from typing import Any

from organizations.domain.finding import find_organizations
from organizations.domain.queries import directory, order_organizations
from organizations.models import PublicBody
from pages.search_sources import Found, Hit
from search.matching import match


def find_in_directory(words: str, user: Any, limit: int) -> Found:
    """Organizations by name, place, words of their description, or number."""
    rows = find_organizations(directory(user), words).rows
    shown = order_organizations(rows, "", by_relevance=True)[:limit]
    hits = [
        Hit(
            title=row.name,
            url=row.get_absolute_url(),
            text=row.mission,
            kicker=" · ".join(filter(None, [row.get_legal_form_display(), row.town])),
        )
        for row in shown
    ]
    return Found(hits=hits, total=rows.count())


def find_bodies(words: str, user: Any, limit: int) -> Found:
    """Offices by the name of the office or of its area."""
    rows = match(PublicBody.objects.visible_to(user), words).rows
    hits = [
        Hit(title=row.name, url=row.get_absolute_url(), kicker=row.get_kind_display())
        for row in rows.order_by("-relevance", "name")[:limit]
    ]
    return Found(hits=hits, total=rows.count())
