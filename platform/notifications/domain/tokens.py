"""Signed tokens in letters: they open the preferences of one person without sign-in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from django.core import signing

from accounts.models import User

SALT = "notifications.preferences"
VALID_FOR = timedelta(days=400)


class BadToken(Exception):
    """The address is mistyped, too old, or of an account that is gone."""


@dataclass(frozen=True)
class Opened:
    """What a token grants: a person's choices, and the kind of letter that it came in."""

    user: User
    kind_key: str


def token_for(user: User, kind_key: str) -> str:
    """A token for the letters of a kind; without a kind, for gathered letters."""
    return signing.dumps([user.pk, kind_key], salt=SALT)


def open_token(token: str) -> Opened:
    """The person and kind behind a token."""
    try:
        pk, kind_key = signing.loads(token, salt=SALT, max_age=VALID_FOR)
        user = User.objects.get(pk=pk, is_active=True)
    except (signing.BadSignature, User.DoesNotExist) as error:
        raise BadToken from error
    return Opened(user=user, kind_key=kind_key)
