"""Pages that anonymous readers see again: not sent twice, and not made twice.

A view names a cheap ``token``: one query whose answer changes with everything the page shows.
While the token stands still the page is made once a minute at most, by one process while the
others still answer with the last one, and a browser that has the page already is told so (304)
before the expensive queries run.

Why this is safe:

- Only readers without a session and without waiting messages come here; for everybody else the
  view runs as if the decorator were not there. So no page of a signed-in person is remembered.
- Forms carry a CSRF token. What is remembered has a placeholder in its place, and each reader gets
  a token of their own. The ETag is bound to the secret in the reader's cookie: a browser that has
  lost or changed its cookie gets the page anew, with a token that fits.
- The ETag is made from the page itself, so 304 always confirms what the browser really shows.
- What no token notices (a renamed office, an erased account) shows within 70 seconds.
- A page that tells of many things, such as the home page or a list, names its token as ``shared``:
  anonymous readers share its value for five seconds, so that a remembered page costs no query and
  a change shows that much later. A page is always made under a token asked for anew,
  never under a shared value: else a thing shown by mistake and withdrawn at once would be kept
  with the token that stands again after it.
- ``private, no-cache``: browsers keep the page and ask each time; proxies do not keep it.
"""

from __future__ import annotations

import hashlib
import re
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial, wraps
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_cache_control, patch_vary_headers
from django.utils.crypto import salted_hmac
from django.utils.translation import get_language

from pages import furniture
from pages.forgiving_cache import claim, recall, remember

View = Callable[..., HttpResponse]
Token = Callable[..., object | None]

FRESH_SECONDS = 60
# While one process makes the page anew, others answer with the last one for so long at most.
MAKING_SECONDS = 10
# For so long anonymous readers share the value of a token.
SHARED_SECONDS = 5
VARY = ("Accept-Language", "Cookie", "HX-Request")
_MINE = object()
_FORM_TOKEN = re.compile(rb'(?<=name="csrfmiddlewaretoken" value=")[A-Za-z0-9]{64}(?=")')


@dataclass(frozen=True, slots=True)
class _Made:
    """That a page was made, kept apart from the page so that 304 need not fetch it."""

    digest: str
    at: float


@dataclass(frozen=True, slots=True)
class _Page:
    """A remembered page; ``placeholder`` stands where each reader's CSRF token goes."""

    content: bytes
    content_type: str
    placeholder: bytes


def _nothing_more(request: HttpRequest, *args: Any, **kwargs: Any) -> object:
    """The token of a view whose pages hang on what is shared alone."""
    return ""


def fresh_for_anonymous(
    token: Token = _nothing_more, *, shared: Token | None = None
) -> Callable[[View], View]:
    """Remember the view's pages for anonymous readers as long as ``token`` stays the same.

    ``token`` gets the view's arguments; None means that nothing may be said (no such page).
    ``shared`` is a second token, the same for all anonymous readers of the view whatever its
    arguments; it is not asked for each time, so a change shows some seconds later. It suits lists,
    not a page on which somebody looks for what they have just written or withdrawn.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            own = token(request, *args, **kwargs) if _may_share(request) else None
            if own is None:
                return view(request, *args, **kwargs)
            make = partial(view, request, *args, **kwargs)
            if shared is None:
                return _answer(_key(request, own), request, make)
            place = f"pages:shared:{view.__module__}.{view.__qualname__}"
            return _answer_shared(_Shared(place, partial(shared, request)), own, request, make)

        return answer

    return decorate


@dataclass(frozen=True, slots=True)
class _Shared:
    """A shared token and the place in the cache where its value is kept."""

    place: str
    ask: Callable[[], object | None]

    def kept(self) -> str | None:
        """The digest of the value of the last seconds; None when there is none."""
        digest: str | None = recall(self.place)
        return digest

    def anew(self) -> str | None:
        """The digest of the value now, kept for the readers that come next."""
        value = self.ask()
        if value is None:
            return None
        digest = hashlib.sha256(repr(value).encode()).hexdigest()
        remember({self.place: digest}, SHARED_SECONDS)
        return digest


def _answer_shared(
    token: _Shared, own: object, request: HttpRequest, make: Callable[[], HttpResponse]
) -> HttpResponse:
    kept, is_mine = token.kept(), False
    if kept is not None:
        answer = _remembered(_key(request, (own, kept)), request)
        if isinstance(answer, HttpResponse):
            return answer
        is_mine = answer is _MINE
    now = token.anew()
    if now is None:
        return make()
    key = _key(request, (own, now))
    if is_mine and now == kept:
        return _make(key, request, make)
    return _answer(key, request, make)


def _answer(key: str, request: HttpRequest, make: Callable[[], HttpResponse]) -> HttpResponse:
    answer = _remembered(key, request)
    return answer if isinstance(answer, HttpResponse) else _make(key, request, make)


def _remembered(key: str, request: HttpRequest) -> HttpResponse | object | None:
    """The page from memory; ``_MINE`` when it is old and this process shall make it anew."""
    made = recall(f"{key}:made")
    if made is None:
        return None
    if _is_mine_to_make(key, made):
        return _MINE
    if unchanged := _not_modified(request, made.digest):
        return unchanged
    if page := recall(f"{key}:page"):
        return _with_validators(_response(request, page), request, made.digest)
    return None


def _make(key: str, request: HttpRequest, make: Callable[[], HttpResponse]) -> HttpResponse:
    response = make()
    if response.status_code != 200 or response.streaming or response.cookies:
        return response
    digest = hashlib.sha256(_FORM_TOKEN.sub(b"", response.content)).hexdigest()
    remember(
        {f"{key}:page": _without_tokens(response), f"{key}:made": _Made(digest, time.time())},
        FRESH_SECONDS + MAKING_SECONDS,
    )
    return _not_modified(request, digest) or _with_validators(response, request, digest)


def _is_mine_to_make(key: str, made: _Made) -> bool:
    """Whether the page is a minute old and no other process makes it anew already."""
    is_old = time.time() - made.at >= FRESH_SECONDS
    return is_old and claim(f"{key}:making", MAKING_SECONDS)


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
        furniture.sign(request),  # menus and banners
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
