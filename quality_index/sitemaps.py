"""Published indexes for search engines."""

from __future__ import annotations

from datetime import datetime

from django.contrib.sitemaps import Sitemap
from django.db.models import QuerySet
from django.urls import reverse

from open_data.public_api import EVERYBODY
from quality_index.models import Assessment, Stage


class AssessmentSitemap(Sitemap):
    """Results that everybody may read."""

    limit = 10_000

    def items(self) -> QuerySet[Assessment]:
        """In an order that new ones do not disturb."""
        public = Assessment.objects.visible_to(EVERYBODY).filter(stage=Stage.PUBLISHED)
        return public.only("updated_at").order_by("pk")

    def lastmod(self, item: Assessment) -> datetime:
        """When the page changed."""
        return item.updated_at

    def location(self, item: Assessment) -> str:
        """The page of results."""
        return reverse("quality_index:results", args=[item.pk])
