"""The index as open data."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from open_data.datasets import Dataset, Record, register_dataset
from open_data.public_api import register_router
from open_data.sitemaps import register_sitemap
from quality_index import api
from quality_index.models import Result, Stage
from quality_index.sitemaps import AssessmentSitemap

CHUNK = 500


def register_open_data() -> None:
    """Answer in the API, give indexes and their areas as files, and let engines find them."""
    register_sitemap("indeksy", AssessmentSitemap)
    register_router("/quality-index", api.router, "quality-index")
    register_dataset(
        Dataset(
            key="quality-index",
            title=_("Indeks jakości współpracy (LIJW)"),
            description=_("Opublikowane indeksy urzędów za kolejne lata, w punktach od 0 do 100."),
            keywords=(_("współpraca"), _("samoocena")),
            columns=tuple(api.IndexOut.model_fields),
            records=_indexes,
            api_path="/quality-index",
        )
    )
    register_dataset(
        Dataset(
            key="quality-index-areas",
            title=_("Indeks jakości współpracy: płaszczyzny i obszary"),
            description=_("Punkty płaszczyzn i obszarów każdego opublikowanego indeksu."),
            keywords=(_("współpraca"), _("samoocena")),
            columns=("index", "public_body", "year", "level", "key", "value"),
            records=_parts,
            api_path="/quality-index",
        )
    )


def _indexes() -> Iterator[Record]:
    return (api.describe_index(row) for row in api.published().iterator(chunk_size=CHUNK))


def _parts() -> Iterator[Record]:
    rows = Result.objects.filter(assessment__stage=Stage.PUBLISHED).order_by("pk")
    found = rows.values_list(
        "assessment_id", "assessment__body__slug", "assessment__year", "level", "key", "value"
    )
    names = ("index", "public_body", "year", "level", "key", "value")
    return (dict(zip(names, row, strict=True)) for row in found.iterator(chunk_size=CHUNK))
