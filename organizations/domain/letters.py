"""Letters to addresses that need not belong to an account; their links are signed keys."""

from __future__ import annotations

from django.conf import settings
from django.core import signing
from django.urls import reverse

from organizations.models import INVITATION_LASTS, Plenipotentiary, ProfileClaim, ProfileInvitation

INVITATION_DAYS = INVITATION_LASTS.days
CLAIM_DAYS = 14
PLENIPOTENTIARY_DAYS = 60
DAY = 24 * 60 * 60


def invitation_link(invitation: ProfileInvitation) -> str:
    """Where the invited person says yes."""
    return _link("organizations:invitation", _signed(invitation.pk, "invitation"))


def claim_link(claim: ProfileClaim) -> str:
    """Where whoever reads the organization's mail confirms the claim."""
    return _link("organizations:confirm_claim", _signed(claim.pk, "claim"))


def plenipotentiary_link(person: Plenipotentiary) -> str:
    """Where a plenipotentiary confirms their contact without a password."""
    return _link("organizations:confirm_plenipotentiary", _signed(person.pk, "plenipotentiary"))


def read_key(key: str, purpose: str, days: int) -> int | None:
    """The id that a letter's key stands for; None for a false or old one."""
    try:
        return int(signing.loads(key, salt=f"organizations.{purpose}", max_age=days * DAY))
    except (signing.BadSignature, ValueError):
        return None


def _signed(pk: int, purpose: str) -> str:
    return signing.dumps(pk, salt=f"organizations.{purpose}")


def _link(name: str, key: str) -> str:
    return f"{settings.BASE_URL}{reverse(name, args=[key])}"
