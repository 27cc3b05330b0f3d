"""How offices keep their word, for search engines."""

from __future__ import annotations

from django.contrib.sitemaps import Sitemap
from django.urls import reverse

from insight.models import KeptPromise


class WordSitemap(Sitemap):
    """The page over all and one for each office that has matters."""

    limit = 10_000

    def items(self) -> list[str]:
        """Slugs of offices; "" is the page over all."""
        rows = KeptPromise.objects.order_by("office_slug").values_list("office_slug", flat=True)
        return ["", *rows.distinct()]

    def location(self, item: str) -> str:
        """Where the page is."""
        return reverse("insight:word_office", args=[item]) if item else reverse("insight:word")
