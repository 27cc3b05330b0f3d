"""Standards and bodies for search engines."""

from __future__ import annotations

from datetime import datetime

from django.contrib.sitemaps import Sitemap
from django.db.models import QuerySet

from open_data.public_api import EVERYBODY
from standards.models import Material, Practice, Standard, WorkingGroup


class StandardSitemap(Sitemap):
    """Standards that everybody may read."""

    limit = 10_000

    def items(self) -> QuerySet[Standard]:
        """In an order that new standards do not disturb."""
        return Standard.objects.visible_to(EVERYBODY).only("slug", "updated_at").order_by("pk")

    def lastmod(self, item: Standard) -> datetime:
        """When the page changed."""
        return item.updated_at


class GroupSitemap(Sitemap):
    """Bodies that everybody may see."""

    limit = 10_000

    def items(self) -> QuerySet[WorkingGroup]:
        """In an order that new bodies do not disturb."""
        return WorkingGroup.objects.visible_to(EVERYBODY).only("slug", "updated_at").order_by("pk")

    def lastmod(self, item: WorkingGroup) -> datetime:
        """When the page changed."""
        return item.updated_at


class MaterialSitemap(Sitemap):
    """Materials of the library that everybody may read."""

    limit = 10_000

    def items(self) -> QuerySet[Material]:
        """In an order that new materials do not disturb."""
        return Material.objects.visible_to(EVERYBODY).only("slug", "updated_at").order_by("pk")

    def lastmod(self, item: Material) -> datetime:
        """When it changed."""
        return item.updated_at


class PracticeSitemap(Sitemap):
    """Practices of offices that everybody may read."""

    limit = 10_000

    def items(self) -> QuerySet[Practice]:
        """In an order that new practices do not disturb."""
        return Practice.objects.visible_to(EVERYBODY).only("slug", "updated_at").order_by("pk")

    def lastmod(self, item: Practice) -> datetime:
        """When it changed."""
        return item.updated_at
