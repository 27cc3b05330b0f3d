"""Consultations for search engines."""

from __future__ import annotations

from datetime import datetime

from django.contrib.sitemaps import Sitemap
from django.db.models import QuerySet

from consultations.models import Consultation
from open_data.public_api import EVERYBODY


class ConsultationSitemap(Sitemap):
    """Consultations that everybody may read."""

    limit = 10_000

    def items(self) -> QuerySet[Consultation]:
        """In an order that new consultations do not disturb."""
        visible = Consultation.objects.visible_to(EVERYBODY)
        return visible.only("slug", "updated_at").order_by("pk")

    def lastmod(self, item: Consultation) -> datetime:
        """When the page changed."""
        return item.updated_at
