"""Laureates as open data, once everybody may know."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from awards import api
from awards.domain.queries import laureates
from awards.sitemaps import EditionSitemap, LaureateSitemap
from open_data.datasets import Dataset, Record, register_dataset
from open_data.public_api import register_router
from open_data.sitemaps import register_sitemap

CHUNK = 500


def register_open_data() -> None:
    """Answer in the API, give laureates as a file, and let engines find the pages."""
    register_sitemap("nagrody", EditionSitemap)
    register_sitemap("laureaci", LaureateSitemap)
    register_router("/awards", api.router, "awards")
    register_dataset(
        Dataset(
            key="laureates",
            title=_("Laureaci nagród"),
            description=_("Kogo, kiedy i za co wyróżniono w konkursach, ze wszystkich lat."),
            keywords=(_("nagrody"), _("laureaci")),
            columns=tuple(api.LaureateOut.model_fields),
            records=_laureates,
            api_path="/awards/laureates",
        )
    )


def _laureates() -> Iterator[Record]:
    return (api.describe_laureate(row) for row in laureates().iterator(chunk_size=CHUNK))
