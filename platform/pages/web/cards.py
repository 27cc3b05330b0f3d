"""The picture of a shared link."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from pages.cards import picture_of

MINUTES = 5 * 60


@require_safe
@cache_control(public=True, max_age=MINUTES)
def card(request: HttpRequest, kind: str, key: int) -> HttpResponse:
    """What networks show beside a link to a public page; the same for everybody."""
    picture = picture_of(kind, key)
    if picture is None:
        raise Http404
    etag = f'"{picture.digest}"'
    response = HttpResponse(picture.content, content_type="image/png", headers={"ETag": etag})
    return get_conditional_response(request, etag=etag, response=response) or response
