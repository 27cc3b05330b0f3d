"""Standards, bodies and adoptions as open data."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from open_data.datasets import Dataset, Record, register_dataset
from open_data.public_api import EVERYBODY, register_router
from standards import api
from standards.domain.adoption import adoptions_in_force
from standards.models import Standard

CHUNK = 500


def register_open_data() -> None:
    """Answer in the API and give standards and adoptions as files."""
    register_router("/standards", api.router, "standards")
    register_dataset(
        Dataset(
            key="standards",
            title=_("Standardy współpracy"),
            description=_("Standardy współpracy urzędów i organizacji: przedmiot, urząd, etap."),
            keywords=(_("standardy współpracy"), _("organizacje pozarządowe")),
            columns=tuple(api.StandardOut.model_fields),
            records=_standards,
            api_path="/standards",
        )
    )
    register_dataset(
        Dataset(
            key="standard-adoptions",
            title=_("Przyjęcia standardów przez urzędy"),
            description=_("Który powiat i która gmina przyjęły który standard i jakim aktem."),
            keywords=(_("standardy współpracy"), _("prawo miejscowe")),
            columns=tuple(api.AdoptionOut.model_fields),
            records=_adoptions,
            api_path="/standards/adoptions",
        )
    )


def _standards() -> Iterator[Record]:
    rows = Standard.objects.visible_to(EVERYBODY).select_related("public_body").order_by("pk")
    return (api.describe_standard(row) for row in rows.iterator(chunk_size=CHUNK))


def _adoptions() -> Iterator[Record]:
    rows = adoptions_in_force().select_related("standard", "public_body").order_by("pk")
    return (api.describe_adoption(row) for row in rows.iterator(chunk_size=CHUNK))
