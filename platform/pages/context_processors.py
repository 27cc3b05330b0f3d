"""What every page needs to know of the portal."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from pages.furniture import banners_for, furniture_of
from pages.navigation import footer_for, menu_for
from pages.operator import operator


def site(request: HttpRequest) -> dict[str, Any]:
    """``portal``: name, menus, banners, languages, operator, and the words in the search box."""
    return {
        "portal": {
            "name": settings.SITE_NAME,
            "navigation": SimpleLazyObject(
                lambda: menu_for(request.path, furniture_of(request).entries)
            ),
            "footer": SimpleLazyObject(
                lambda: footer_for(request.path, furniture_of(request).entries)
            ),
            "banners": SimpleLazyObject(lambda: banners_for(request)),
            "languages": [{"code": code, "name": name} for code, name in settings.LANGUAGES],
            "operator": operator(),
            "query": request.GET.get("q", ""),
        }
    }
