"""Counting of visits, after the page has been made."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from insight import places
from insight.domain import tally
from insight.domain.visiting import is_visit, part_of
from open_data.public_access import client_address


class VisitsMiddleware:
    """Notes that a page of some kind was read; nothing is set in the browser."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer, then count."""
        response = self.get_response(request)
        if is_visit(request, response):
            self._note(request)
        return response

    def _note(self, request: HttpRequest) -> None:
        match = request.resolver_match
        if match is None:
            return
        place = places.find(match.view_name)
        about = match.kwargs.get("slug", "") if place and place.counties_of else ""
        tally.note(
            part=part_of(request),
            view_name=match.view_name,
            slug=str(about),
            reader=f"{client_address(request)}|{request.headers.get('User-Agent', '')}",
        )
