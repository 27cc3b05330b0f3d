"""Addresses that no browser makes."""

from __future__ import annotations

from collections.abc import Callable

from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse

# The API names the parameter that it cannot read.
OWN_REFUSALS = "api-v1"


class UnreadableAddressMiddleware:
    """Refuses the NUL character in an address: there is no such page, or no such question.

    Only robots that look for holes send it, and PostgreSQL takes it in no text, so each view that
    reads a parameter by itself would break. Forms refuse it in their fields already.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer, unless ``process_view`` refuses to ask for one."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: object, args: object, kwargs: object
    ) -> None:
        """Refuse before any view reads the address."""
        match = request.resolver_match
        if match is not None and OWN_REFUSALS in match.namespaces:
            return
        if "\0" in request.path_info:
            raise Http404
        if "%00" in request.META.get("QUERY_STRING", ""):
            raise BadRequest("NUL in the address")
