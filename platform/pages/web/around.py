"""What is around pages: closing a banner, logos of partners."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from documents.serving import file_response
from pages.furniture import CLOSED_COOKIE, MOST_CLOSED, closed_banners
from pages.models import Partner

YEAR = 365 * 24 * 60 * 60


@require_POST
def close_banner(request: HttpRequest, key: int) -> HttpResponse:
    """Remember in the reader's own cookie that a banner was read; back to where they were."""
    closed = [*(one for one in closed_banners(request) if one != key), key][-MOST_CLOSED:]
    wanted = request.POST.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, request.is_secure())
    response = redirect(wanted if is_ours else "pages:home")
    response.set_cookie(
        CLOSED_COOKIE,
        ".".join(map(str, closed)),
        max_age=YEAR,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    return response


@require_safe
def partner_logo(request: HttpRequest, key: int) -> HttpResponseBase:
    """The logo of a partner who is shown."""
    partner = get_object_or_404(Partner.objects.select_related("logo"), pk=key, is_shown=True)
    if partner.logo is None:
        raise Http404
    return file_response(partner.logo, request=request, as_attachment=False)
