"""What search engines should find of static pages, news and calls; the portal registers it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.contrib.sitemaps import Sitemap
from django.db.models import QuerySet

from pages.models import Call, News, StaticPage

EVERYBODY = AnonymousUser()


class PageSitemap(Sitemap):
    """Pages that everybody may read."""

    def items(self) -> QuerySet[StaticPage]:
        """All that are shown."""
        return StaticPage.objects.visible_to(EVERYBODY).order_by("pk")

    def lastmod(self, row: StaticPage) -> datetime:
        """When the page changed."""
        return row.updated_at


class _PublicationSitemap(Sitemap):
    model: type[News] | type[Call]

    def items(self) -> QuerySet[Any]:
        """All that are shown."""
        return self.model.objects.visible_to(EVERYBODY).order_by("pk")

    def lastmod(self, row: Any) -> datetime:
        """When the text changed, or when it appeared if that was later."""
        return max(row.updated_at, row.publish_at)


class NewsSitemap(_PublicationSitemap):
    """News that everybody may read."""

    model = News


class CallSitemap(_PublicationSitemap):
    """Calls that everybody may read."""

    model = Call
