"""Who may ask the API how often and from where; what its answers say to caches and browsers."""

from __future__ import annotations

import hashlib
import ipaddress
import logging
import time
from collections.abc import Callable
from typing import cast

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.middleware.http import ConditionalGetMiddleware
from django.utils.translation import gettext as _
from redis.exceptions import RedisError

from open_data.public_api import refusal

PREFIX = "/api/"
WINDOW_SECONDS = 60
IPV6_HOME = 64  # one household or office gets that many addresses at once
logger = logging.getLogger(__name__)


class PublicApiMiddleware:
    """Read-only, limited by address, open to scripts of every site, revalidated by ETag."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.with_etag = ConditionalGetMiddleware(get_response)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer requests to the API; leave all others alone."""
        if not request.path_info.startswith(PREFIX):
            return self.get_response(request)
        return open_to_all_sites(self._answer(request))

    def _answer(self, request: HttpRequest) -> HttpResponse:
        if request.method == "OPTIONS":
            return HttpResponse(status=204)
        if request.method not in ("GET", "HEAD"):
            response = refusal(request, _("To API jest tylko do odczytu."), 405)
            response["Allow"] = "GET, HEAD, OPTIONS"
            return response
        if is_over_limit(client_address(request)):
            response = refusal(request, _("Za dużo zapytań. Spróbuj za minutę."), 429)
            response["Retry-After"] = str(WINDOW_SECONDS - int(time.time()) % WINDOW_SECONDS)
            return response
        return self._read(request)

    def _read(self, request: HttpRequest) -> HttpResponse:
        is_head = request.method == "HEAD"
        request.method = "GET"
        response = self.get_response(request)
        # Caches ask each time, so that nothing stays readable after it was hidden.
        response["Cache-Control"] = "public, no-cache"
        response = cast(HttpResponse, self.with_etag.process_response(request, response))
        if is_head:
            request.method = "HEAD"
            response.content = b""
        return response


def open_to_all_sites(response: HttpResponse) -> HttpResponse:
    """Let pages of every site read ``response``; cookies never count, so there is no risk."""
    response["Access-Control-Allow-Origin"] = "*"
    response["Access-Control-Allow-Methods"] = "GET, HEAD, OPTIONS"
    response["Access-Control-Allow-Headers"] = "Accept, Accept-Language, If-None-Match"
    response["Access-Control-Expose-Headers"] = "ETag, Retry-After"
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response


def is_over_limit(address: str) -> bool:
    """Count this request; without Redis nobody is refused."""
    window = int(time.time()) // WINDOW_SECONDS
    # Addresses of people are not kept, not even for a minute.
    digest = hashlib.sha256(f"{settings.SECRET_KEY}|{address}".encode()).hexdigest()[:32]
    key = f"api:{window}:{digest}"
    try:
        count = 1 if cache.add(key, 1, 2 * WINDOW_SECONDS) else cache.incr(key)
    except RedisError:
        logger.warning("The API answers without a limit: Redis is down.")
        return False
    return count > settings.API_REQUESTS_PER_MINUTE


def client_address(request: HttpRequest) -> str:
    """The address that asks, as our own proxies saw it; networks of IPv6 count as one."""
    chain = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",")]
    proxies = settings.TRUSTED_PROXY_COUNT
    # A server behind a socket of the file system knows no address.
    peer = str(request.META.get("REMOTE_ADDR", ""))
    seen = chain[-proxies] if 0 < proxies <= len(chain) else peer
    try:
        address = ipaddress.ip_address(seen)
    except ValueError:
        return peer
    if address.version == 4:
        return seen
    return str(ipaddress.ip_network(f"{address}/{IPV6_HOME}", strict=False))
