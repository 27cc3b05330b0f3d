"""Consultations as open data."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from consultations import api
from consultations.domain import queries
from consultations.models import Consultation
from consultations.sitemaps import ConsultationSitemap
from open_data.datasets import Dataset, Record, register_dataset
from open_data.public_api import EVERYBODY, register_router
from open_data.sitemaps import register_sitemap

CHUNK = 500
_REMARK_COLUMNS = tuple(name for name in api.RemarkOut.model_fields if name != "position")


def register_open_data() -> None:
    """Answer in the API, give consultations and remarks as files, and let engines find them."""
    register_sitemap("konsultacje", ConsultationSitemap)
    register_router("/consultations", api.router, "consultations")
    register_dataset(
        Dataset(
            key="consultations",
            title=_("Konsultacje"),
            description=_("Wszystkie ogłoszone konsultacje: przedmiot, urząd, terminy, etap."),
            keywords=(_("konsultacje społeczne"), _("prawo miejscowe")),
            columns=tuple(api.ConsultationOut.model_fields),
            records=_consultations,
            api_path="/consultations",
        )
    )
    register_dataset(
        Dataset(
            key="remarks",
            title=_("Uwagi z konsultacji i stanowiska urzędów"),
            description=_(
                "Uwagi zgłoszone w konsultacjach, podpisane tak jak na stronach, a po ogłoszeniu "
                "wyników także stanowiska z uzasadnieniem."
            ),
            keywords=(_("konsultacje społeczne"), _("uwagi")),
            columns=("consultation", *_REMARK_COLUMNS, "verdict", "reasons"),
            records=_remarks,
            api_path="/consultations",
        )
    )


def _consultations() -> Iterator[Record]:
    rows = queries.consultations_for_list(EVERYBODY).order_by("pk")
    return (api.describe_consultation(row) for row in rows.iterator(chunk_size=CHUNK))


def _remarks() -> Iterator[Record]:
    for consultation in Consultation.objects.visible_to(EVERYBODY).order_by("pk"):
        for remark in api.public_remarks(consultation).iterator(chunk_size=CHUNK):
            described = api.describe_remark(remark, consultation)
            position = described.pop("position") or {"verdict": "", "reasons": ""}
            yield {"consultation": consultation.slug} | described | position
