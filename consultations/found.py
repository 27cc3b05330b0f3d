"""Consultations in the portal's search box."""

from __future__ import annotations

from typing import Any

from consultations.domain import queries
from pages.search_sources import Found, Hit


def find_consultations(words: str, user: Any, limit: int) -> Found:
    """Visible consultations whose title or summary holds every word, open ones first."""
    found = queries.search(queries.consultations_for_list(user), words).order_by("-closes_at")
    hits = [
        Hit(
            title=consultation.title,
            url=consultation.get_absolute_url(),
            text=consultation.summary,
            kicker=f"{consultation.get_stage_display()} · {consultation.public_body}",
        )
        for consultation in found[:limit]
    ]
    return Found(hits, found.count())
