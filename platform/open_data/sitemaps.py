"""The sitemap: activities register what of theirs search engines should find."""

from __future__ import annotations

from django.contrib.sitemaps import Sitemap, views
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

_sitemaps: dict[str, type[Sitemap] | Sitemap] = {}


def register_sitemap(name: str, sitemap: type[Sitemap]) -> None:
    """List ``sitemap`` under /sitemap-``name``.xml; its items are what everybody may see."""
    _sitemaps[name] = sitemap


class StaticPages(Sitemap):
    """Pages that belong to no activity."""

    changefreq = "weekly"

    def items(self) -> list[str]:
        """Names of their addresses."""
        return [
            "pages:home",
            "pages:about",
            "pages:accessibility",
            "pages:privacy",
            "pages:calendar",
            "pages:news",
            "pages:calls",
            "pages:contact",
            "open_data:catalogue",
            "open_data:api",
        ]

    def location(self, item: str) -> str:
        """Where the page is."""
        return reverse(item)


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """/sitemap.xml: one sitemap for each kind of content."""
    return views.index(request, _sitemaps, sitemap_url_name="sitemap-section")


@require_safe
def section(request: HttpRequest, section: str) -> HttpResponse:
    """The addresses of one kind."""
    return views.sitemap(request, _sitemaps, section=section)
