"""What counts as a visit: a page that a person chose to read, unless they ask not to be counted."""

from __future__ import annotations

import re

from django.http import HttpRequest
from django.http.response import HttpResponseBase

# Parts whose pages belong to one person, to the office, or to programs.
NOT_COUNTED = {"", "accounts", "admin", "api-v1", "notifications", "sitemap"}
_PROGRAMS = re.compile(
    r"bot|crawl|spider|slurp|preview|monitor|uptime|scan|headless|lighthouse|curl|wget|python"
    r"|httpx|go-http|java/|okhttp|axios|node|libwww|feed|rss|validator|archiv",
    re.IGNORECASE,
)


def part_of(request: HttpRequest) -> str:
    """The part of the portal that answered: the outermost namespace of the address."""
    match = request.resolver_match
    return match.namespaces[0] if match is not None and match.namespaces else ""


def is_visit(request: HttpRequest, response: HttpResponseBase) -> bool:
    """Whether a person read a page and does not mind being counted."""
    return (
        request.method == "GET"
        and _is_page(request, response)
        and part_of(request) not in NOT_COUNTED
        and "HX-Request" not in request.headers
        and "prefetch" not in request.headers.get("Sec-Purpose", "")
        and not minds(request)
        and not is_program(request.headers.get("User-Agent", ""))
    )


def minds(request: HttpRequest) -> bool:
    """Whether the browser asks not to be counted (Do Not Track, Global Privacy Control)."""
    return request.headers.get("DNT") == "1" or request.headers.get("Sec-GPC") == "1"


def is_program(user_agent: str) -> bool:
    """Whether a program asks: it says so, or says nothing."""
    return not user_agent or _PROGRAMS.search(user_agent) is not None


def _is_page(request: HttpRequest, response: HttpResponseBase) -> bool:
    if response.status_code == 304:  # the reader has it already; the answer has no type
        return "text/html" in request.headers.get("Accept", "")
    return response.status_code == 200 and response.get("Content-Type", "").startswith("text/html")
