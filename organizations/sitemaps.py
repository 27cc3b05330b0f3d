"""Profiles and offices for search engines."""

from __future__ import annotations

from datetime import datetime

from django.contrib.sitemaps import Sitemap
from django.db.models import QuerySet

from open_data.public_api import EVERYBODY
from organizations.domain.queries import directory, directory_changed_at, initiatives_changed_at
from organizations.models import (
    Initiative,
    NeedsEdition,
    Organization,
    PartnershipCall,
    PublicBody,
)


class OrganizationSitemap(Sitemap):
    """Published profiles."""

    limit = 10_000

    def items(self) -> QuerySet[Organization]:
        """In an order that new profiles do not disturb."""
        return directory(EVERYBODY).only("slug", "updated_at").order_by("pk")

    def lastmod(self, item: Organization) -> datetime:
        """When the profile changed."""
        return item.updated_at

    def get_latest_lastmod(self) -> datetime | None:
        """By one look into an index; Django would read every profile."""
        return directory_changed_at()


class PublicBodySitemap(Sitemap):
    """Offices."""

    def items(self) -> QuerySet[PublicBody]:
        """In an order that new offices do not disturb."""
        return PublicBody.objects.visible_to(EVERYBODY).only("slug", "updated_at").order_by("pk")

    def lastmod(self, item: PublicBody) -> datetime:
        """When the page changed."""
        return item.updated_at


class NeedsSitemap(Sitemap):
    """Editions of the needs analysis."""

    limit = 10_000

    def items(self) -> QuerySet[NeedsEdition]:
        """Those that everybody may see."""
        editions = NeedsEdition.objects.visible_to(EVERYBODY)
        return editions.select_related("survey").order_by("pk")

    def lastmod(self, item: NeedsEdition) -> datetime:
        """When the survey or its results changed."""
        return item.survey.updated_at


class InitiativeSitemap(Sitemap):
    """Initiatives of the map."""

    limit = 10_000

    def items(self) -> QuerySet[Initiative]:
        """In an order that new initiatives do not disturb."""
        visible = Initiative.objects.visible_to(EVERYBODY)
        return visible.only("slug", "updated_at").order_by("pk")

    def lastmod(self, item: Initiative) -> datetime:
        """When it changed."""
        return item.updated_at

    def get_latest_lastmod(self) -> datetime | None:
        """By one look into an index; Django would read every initiative."""
        return initiatives_changed_at()


class PartnershipCallSitemap(Sitemap):
    """Calls for partners."""

    limit = 10_000

    def items(self) -> QuerySet[PartnershipCall]:
        """In an order that new calls do not disturb."""
        visible = PartnershipCall.objects.visible_to(EVERYBODY)
        return visible.only("slug", "updated_at").order_by("pk")

    def lastmod(self, item: PartnershipCall) -> datetime:
        """When it changed."""
        return item.updated_at
