"""Public threads for search engines."""

from __future__ import annotations

from datetime import datetime

from django.contrib.sitemaps import Sitemap
from django.db.models import QuerySet

from discussions.models import Thread
from open_data.public_api import EVERYBODY


class ThreadSitemap(Sitemap):
    """Threads of the forum that everybody may read."""

    limit = 10_000

    def items(self) -> QuerySet[Thread]:
        """In an order that new threads do not disturb."""
        return Thread.objects.in_forum().visible_to(EVERYBODY).order_by("pk")

    def lastmod(self, item: Thread) -> datetime:
        """When somebody wrote last."""
        return item.last_post_at
