"""Sends powerful accounts to set up a second factor before anything else."""

from __future__ import annotations

from collections.abc import Callable
from time import time

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from accounts.permissions import holds_power

SESSION_KEY = "second_factor_checked_at"
# Roles and factors change rarely; looking at every request would cost queries on every page.
CHECKED_EVERY_SECONDS = 300
OPEN_PREFIXES = ("account_", "mfa_", "usersessions_", "socialaccount_", "saml_")
OPEN_NAMES = frozenset({"accounts:security", "set_language", "health"})


class SecondFactorMiddleware:
    """Stands last, after messages; ``REQUIRE_SECOND_FACTOR`` turns it on."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: object, args: object, kwargs: object
    ) -> HttpResponse | None:
        """Let through whoever needs no second factor or has one."""
        if not settings.REQUIRE_SECOND_FACTOR or _is_open(request) or _is_fine(request):
            return None
        messages.warning(
            request,
            _(
                "Twoje konto działa w imieniu urzędu albo administruje portalem. "
                "Włącz drugi składnik logowania, by przejść dalej."
            ),
        )
        return redirect("accounts:security")


def _is_open(request: HttpRequest) -> bool:
    match = request.resolver_match
    return match is not None and (
        (match.url_name or "").startswith(OPEN_PREFIXES) or match.view_name in OPEN_NAMES
    )


def _is_fine(request: HttpRequest) -> bool:
    user = request.user
    if not user.is_authenticated or getattr(request, "impersonation", None):
        return True
    if time() - request.session.get(SESSION_KEY, 0) < CHECKED_EVERY_SECONDS:
        return True
    if holds_power(user) and not is_mfa_enabled(user):
        return False
    request.session[SESSION_KEY] = int(time())
    return True
