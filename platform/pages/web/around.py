"""What is around pages: closing a banner, logos of partners, the portal's icons."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.templatetags.static import static
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_POST, require_safe

from accounts.way_back import leads_back
from documents.serving import file_response
from pages.furniture import CLOSED_COOKIE, MOST_CLOSED, closed_banners
from pages.models import Partner

YEAR = 365 * 24 * 60 * 60
HOUR = 60 * 60
MOST_LETTERS = 13
ICONS = (("icon-192", 192), ("icon-512", 512), ("icon-maskable-512", 512))
DESCRIPTION = _(
    "Portal współpracy organizacji pozarządowych i administracji publicznej województwa opolskiego."
)


@require_POST
def close_banner(request: HttpRequest, key: int) -> HttpResponse:
    """Remember in the reader's own cookie that a banner was read; back to where they were."""
    closed = [*(one for one in closed_banners(request) if one != key), key][-MOST_CLOSED:]
    wanted = request.POST.get("next", "")
    response = redirect(wanted if leads_back(wanted) else "pages:home")
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
@cache_control(max_age=HOUR)
def manifest(request: HttpRequest) -> HttpResponse:
    """How the portal looks on a phone's screen, in the reader's language."""
    content = {
        "name": settings.SITE_NAME,
        "short_name": settings.SITE_NAME[:MOST_LETTERS].rstrip(" ."),
        "description": str(DESCRIPTION),
        "lang": get_language(),
        "start_url": reverse("pages:home"),
        "scope": "/",
        "display": "browser",
        "background_color": "#fbfaf6",
        "theme_color": "#102653",
        "icons": [
            {"src": static(f"img/{name}.png"), "sizes": f"{size}x{size}", "type": "image/png"}
            | ({"purpose": "maskable"} if "maskable" in name else {})
            for name, size in ICONS
        ],
    }
    response = JsonResponse(content, content_type="application/manifest+json")
    patch_vary_headers(response, ["Accept-Language", "Cookie"])
    return response


@require_safe
@cache_control(max_age=HOUR, public=True)
def favicon(request: HttpRequest) -> HttpResponse:
    """Programs that read no HTML ask for the icon at the root."""
    return redirect(static("img/favicon.ico"))


@require_safe
def partner_logo(request: HttpRequest, key: int) -> HttpResponseBase:
    """The logo of a partner who is shown."""
    partner = get_object_or_404(Partner.objects.select_related("logo"), pk=key, is_shown=True)
    if partner.logo is None:
        raise Http404
    return file_response(partner.logo, request=request, as_attachment=False)
