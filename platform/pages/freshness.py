"""Pages that anonymous readers see again: not sent twice, and not made twice.

A view names a cheap ``token``: one query whose answer changes with everything the page shows.
While the token stands still the page is made once a minute at most, and a browser that has it
already is told so (304) before the expensive queries run.

Why this is safe:

- Only readers without a session and without waiting messages come here; for everybody else the
  view runs as if the decorator were not there. So no page of a signed-in person is remembered.
- Forms carry a CSRF token. What is remembered has a placeholder in its place, and each reader gets
  a token of their own. The ETag is bound to the secret in the reader's cookie: a browser that has
  lost or changed its cookie gets the page anew, with a token that fits.
- The ETag is made from the page itself, so 304 always confirms what the browser really shows.
- What no token notices (a renamed office, an erased account) shows after a minute.
- ``private, no-cache``: browsers keep the page and ask each time; proxies do not keep it.
"""

from __future__ import annotations

import hashlib
import re
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_cache_control, patch_vary_headers
from django.utils.crypto import salted_hmac
from django.utils.translation import get_language
from redis.exceptions import RedisError

View = Callable[..., HttpResponse]
Token = Callable[..., object | None]

PAGE_SECONDS = 60
VARY = ("Accept-Language", "Cookie", "HX-Request")
_FORM_TOKEN = re.compile(rb'(?<=name="csrfmiddlewaretoken" value=")[A-Za-z0-9]{64}(?=")')


@dataclass(frozen=True, slots=True)
class _Page:
    """A remembered page; ``placeholder`` stands where each reader's CSRF token goes."""

    content: bytes
    content_type: str
    placeholder: bytes


def fresh_for_anonymous(token: Token) -> Callable[[View], View]:
    """Remember the view's pages for anonymous readers as long as ``token`` stays the same.

    ``token`` gets the view's arguments; None means that nothing may be said (no such page).
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            state = token(request, *args, **kwargs) if _may_share(request) else None
            if state is None:
                return view(request, *args, **kwargs)
            return _answer(_key(request, state), request, lambda: view(request, *args, **kwargs))

        return answer

    return decorate


def _answer(key: str, request: HttpRequest, make: Callable[[], HttpResponse]) -> HttpResponse:
    digest = _recall(f"{key}:digest")
    if digest is not None and (unchanged := _not_modified(request, digest)):
        return unchanged
    page = _recall(f"{key}:page") if digest is not None else None
    if page is not None:
        return _with_validators(_response(request, page), request, digest)
    response = make()
    if response.status_code != 200 or response.streaming or response.cookies:
        return response
    page = _without_tokens(response)
    digest = hashlib.sha256(_FORM_TOKEN.sub(b"", response.content)).hexdigest()
    _remember({f"{key}:page": page, f"{key}:digest": digest})
    return _not_modified(request, digest) or _with_validators(response, request, digest)


def _may_share(request: HttpRequest) -> bool:
    """Whether the page would be the same for any reader of this language.

    While DEBUG is on, people edit templates and want to see them.
    """
    if settings.DEBUG or request.method not in ("GET", "HEAD"):
        return False
    private = {settings.SESSION_COOKIE_NAME, "messages"}
    return private.isdisjoint(request.COOKIES)


def _key(request: HttpRequest, state: object) -> str:
    facts = (
        state,
        request.build_absolute_uri(),
        get_language(),
        request.headers.get("HX-Request"),
        timezone.localdate(),  # "5 days left" changes at midnight
        int(time.time() // PAGE_SECONDS),
        getattr(staticfiles_storage, "manifest_hash", ""),  # addresses of styles and scripts
    )
    return f"pages:{hashlib.sha256(repr(facts).encode()).hexdigest()}"


def _etag(request: HttpRequest, digest: str) -> str:
    secret = request.META.get("CSRF_COOKIE", "")
    return f'W/"{salted_hmac("pages.freshness", digest + secret).hexdigest()}"'


def _not_modified(request: HttpRequest, digest: str) -> HttpResponse | None:
    if "If-None-Match" not in request.headers:
        return None
    response = get_conditional_response(request, etag=_etag(request, digest))
    return _with_validators(response, request, digest) if response is not None else None


def _with_validators(response: HttpResponse, request: HttpRequest, digest: str) -> HttpResponse:
    # After the page was made: its forms may have given the reader a new CSRF cookie.
    response["ETag"] = _etag(request, digest)
    patch_vary_headers(response, VARY)
    patch_cache_control(response, private=True, no_cache=True)
    return response


def _without_tokens(response: HttpResponse) -> _Page:
    # A random placeholder cannot be in the page by somebody's wish.
    placeholder = secrets.token_hex(32).encode()
    content = _FORM_TOKEN.sub(placeholder, response.content)
    return _Page(content, response["Content-Type"], placeholder)


def _response(request: HttpRequest, page: _Page) -> HttpResponse:
    content = page.content
    if page.placeholder in content:
        content = content.replace(page.placeholder, get_token(request).encode())
    return HttpResponse(content, content_type=page.content_type)


def _recall(key: str) -> Any:
    try:
        return cache.get(key)
    except RedisError:  # the page is made anew; losing Redis loses nothing
        return None


def _remember(values: dict[str, object]) -> None:
    try:
        cache.set_many(values, PAGE_SECONDS)
    except RedisError:
        return
