"""Events for search engines."""

from __future__ import annotations

from datetime import datetime

from django.contrib.sitemaps import Sitemap
from django.db.models import QuerySet

from events.models import Event
from open_data.public_api import EVERYBODY


class EventSitemap(Sitemap):
    """Events that everybody may read."""

    limit = 10_000

    def items(self) -> QuerySet[Event]:
        """In an order that new events do not disturb."""
        return Event.objects.visible_to(EVERYBODY).only("slug", "updated_at").order_by("pk")

    def lastmod(self, item: Event) -> datetime:
        """When the page changed."""
        return item.updated_at
