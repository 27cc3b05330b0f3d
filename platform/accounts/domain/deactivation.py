"""Turning an account off for a while, and on again by a link that the person got by mail."""

from __future__ import annotations

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.core import signing
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from accounts.domain.erasure import CannotEraseYet, obstacles_to_erasure
from accounts.models import User

SALT = "accounts.reactivation"
LINK_SECONDS = 366 * 24 * 60 * 60


def deactivate_user(user: User) -> User:
    """Nobody signs in to the account and nothing is done in its name; all data stay.

    What stands in the way of erasure stands in the way of this: a profile or the portal would
    be left without anybody.
    """
    with transaction.atomic():
        user = User.objects.select_for_update().get(pk=user.pk)
        if obstacles := obstacles_to_erasure(user):
            raise CannotEraseYet(obstacles)
        user.is_active = False
        user.deactivated_at = timezone.now()
        user.save(update_fields=["is_active", "deactivated_at"])
    letter = {"link": reactivation_link(user)}
    get_adapter().write_to(user, "account/email/deactivated", letter)
    return user


def find_deactivated(key: str) -> User | None:
    """The person whose link it is, if the account still waits for them."""
    try:
        pk, moment = signing.loads(key, salt=SALT, max_age=LINK_SECONDS)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    user = User.objects.filter(pk=pk, is_active=False, erased_at=None).first()
    # An administrator who closes the account later does not leave this way back open.
    if user is None or user.deactivated_at is None or _moment(user) != moment:
        return None
    return user


@transaction.atomic
def reactivate_user(user: User) -> User:
    """Open the account again; signing in is as before."""
    user = User.objects.select_for_update().get(pk=user.pk)
    user.is_active, user.deactivated_at = True, None
    user.save(update_fields=["is_active", "deactivated_at"])
    return user


def reactivation_link(user: User) -> str:
    """Where the person turns the account on again."""
    key = signing.dumps([user.pk, _moment(user)], salt=SALT)
    return f"{settings.BASE_URL}{reverse('accounts:reactivate', args=[key])}"


def _moment(user: User) -> str:
    return user.deactivated_at.isoformat() if user.deactivated_at else ""
