"""The request of a view that only signed-in people reach."""

from __future__ import annotations

from django.http import HttpRequest

from accounts.models import Impersonation, User


class SignedInRequest(HttpRequest):
    """For annotations behind ``login_required``, where the user is never anonymous."""

    user: User
    impersonation: Impersonation | None
