"""Personal links in letters; each is a signed key for one purpose."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core import signing
from django.urls import reverse

from awards.models import Nomination, PublicVote, Recommendation

DAY = 24 * 60 * 60
# The database decides when a question has expired; keys only have to outlive every term.
LONGEST_DAYS = 200


def consent_link(nomination: Nomination) -> str:
    """Where the nominee answers; a later question makes earlier links useless."""
    asked = nomination.consent_asked_at
    return _link("awards:consent", [nomination.pk, asked.timestamp() if asked else 0], "consent")


def recommendation_link(letter: Recommendation) -> str:
    """Where a third person writes a recommendation."""
    return _link("awards:recommend", letter.pk, "recommendation")


def vote_link(vote: PublicVote) -> str:
    """Where a vote is confirmed."""
    return _link("awards:confirm_vote", vote.pk, "vote")


def read_key(key: str, purpose: str) -> Any:
    """What a letter's key stands for; None for a false or old one."""
    try:
        return signing.loads(key, salt=f"awards.{purpose}", max_age=LONGEST_DAYS * DAY)
    except signing.BadSignature:
        return None


def _link(name: str, value: Any, purpose: str) -> str:
    key = signing.dumps(value, salt=f"awards.{purpose}")
    return f"{settings.BASE_URL}{reverse(name, args=[key])}"
