"""What the portal's search finds of the index."""

from __future__ import annotations

from datetime import date

from django.urls import reverse
from django.utils.formats import number_format
from django.utils.translation import gettext_lazy as _

from open_data.public_api import EVERYBODY
from quality_index.models import Assessment
from search import registry
from search.registry import Entry, Indexed


def register_found() -> None:
    """Make published indexes findable."""
    registry.register(
        Indexed(
            key="indeksy",
            label=_("Indeks jakości współpracy"),
            model=Assessment,
            public_rows=lambda: Assessment.objects.visible_to(EVERYBODY).select_related("body"),
            entry=_assessment,
            order=60,
            note=_index,
        )
    )


def _assessment(row: Assessment) -> Entry:
    return Entry(
        title=str(row),
        url=reverse("quality_index:results", args=[row.pk]),
        summary=row.purpose,
        owner=row.body.name,
        names=("LIJW", "Lokalny Indeks Jakości Współpracy"),
        county_id=row.body.county_id,
        happens_on=date(row.year, 12, 31),
    )


def _index(row: Assessment) -> str:
    if row.total is None:  # the database keeps this from what is public
        return ""
    points = number_format(row.total, decimal_pos=1)
    return _("%(points)s na 100 punktów") % {"points": points}
