"""Lets an administrator's request act as the person that they help."""

from __future__ import annotations

from collections.abc import Callable

import pghistory
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

from accounts.domain.impersonation import record_change, running_impersonation
from accounts.models import Impersonation, User

SESSION_KEY = "impersonation"
SAFE_METHODS = ("GET", "HEAD", "OPTIONS", "TRACE")
# What is the person's alone among pages that are not ours, and what only administrators do; our
# own pages say so themselves (accounts.in_person).
CLOSED_NAMESPACES = frozenset({"admin"})
CLOSED_PREFIXES = (
    "account_", "mfa_", "usersessions_", "socialaccount_", "saml_", "google_", "microsoft_",
)  # fmt: skip


class ImpersonationMiddleware:
    """Stands after authentication: views see the person, ``request.impersonation`` tells why."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        impersonation = _running(request)
        request.impersonation = impersonation  # type: ignore[attr-defined]
        if impersonation is None:
            return self.get_response(request)
        request.user = impersonation.person
        if request.method not in SAFE_METHODS:
            record_change(impersonation, method=request.method or "", path=request.path)
        with pghistory.context(impersonated_by=impersonation.administrator_id):
            return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: object, args: object, kwargs: object
    ) -> None:
        """Keep the administrator out of what is the person's alone."""
        if request.impersonation is not None and _is_closed(request):  # type: ignore[attr-defined]
            raise PermissionDenied


def _running(request: HttpRequest) -> Impersonation | None:
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return None  # do not touch the session of readers who have none
    pk = request.session.get(SESSION_KEY)
    administrator = request.user
    if pk is None or not isinstance(administrator, User):
        return None
    impersonation = running_impersonation(pk, administrator)
    if impersonation is None:
        del request.session[SESSION_KEY]
    return impersonation


def _is_closed(request: HttpRequest) -> bool:
    match = request.resolver_match
    if match is None:
        return False
    if match.url_name == "account_logout":
        return False
    return bool(CLOSED_NAMESPACES.intersection(match.namespaces)) or (
        match.url_name or ""
    ).startswith(CLOSED_PREFIXES)
