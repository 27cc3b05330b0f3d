"""Small answers for programs."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from open_data.public_api import refusal

# Pages of one person, of the office, or with endless combinations of words.
NOT_FOR_ROBOTS = ["/admin/", "/konto/", "/powiadomienia/", "/jezyk/", "/szukaj/", "/zdrowie/"]


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """What robots should leave alone, and where the sitemap is."""
    lines = ["User-agent: *", *(f"Disallow: {place}" for place in NOT_FOR_ROBOTS)]
    lines += ["", f"Sitemap: {settings.BASE_URL}{reverse('sitemap')}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


def unknown_address(request: HttpRequest) -> HttpResponse:
    """404 as a program expects it."""
    return refusal(request, _("Nie ma takiego adresu w API."), 404)
