"""Whether a session proved lately who it is by a second factor."""

from __future__ import annotations

from time import time

from allauth.account.authentication import get_authentication_records
from django.http import HttpRequest

from accounts.models import User

FRESH_SECONDS = 15 * 60


def passed_second_factor(request: HttpRequest, *, within: int = FRESH_SECONDS) -> bool:
    """Whether a code or a key was shown in this session within so many seconds."""
    user = request.user
    if not isinstance(user, User):
        return False
    since = time() - within
    return any(
        record.get("method") == "mfa" and record.get("at", 0) >= since
        for record in get_authentication_records(request, user)
    )
