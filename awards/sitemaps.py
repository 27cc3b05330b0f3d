"""Editions and laureates for search engines."""

from __future__ import annotations

from datetime import datetime

from django.contrib.sitemaps import Sitemap
from django.db.models import QuerySet

from awards.domain.queries import laureates
from awards.models import Award, Edition
from open_data.public_api import EVERYBODY


class EditionSitemap(Sitemap):
    """Announced editions."""

    def items(self) -> QuerySet[Edition]:
        """In an order that new editions do not disturb."""
        return Edition.objects.visible_to(EVERYBODY).select_related("competition").order_by("pk")

    def lastmod(self, item: Edition) -> datetime:
        """When the page changed."""
        return item.updated_at


class LaureateSitemap(Sitemap):
    """Laureates whose moment has come."""

    def items(self) -> QuerySet[Award]:
        """In an order that new laureates do not disturb."""
        return laureates().order_by("pk")

    def lastmod(self, item: Award) -> datetime:
        """When they became known."""
        return item.category.edition.results_at
