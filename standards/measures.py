"""What of standards is measured: pages read."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from django.utils.translation import gettext_lazy as _

from insight import places
from insight.places import Place
from organizations.measures import county_of
from standards.models import Standard


def register_measures() -> None:
    """Tell the reports what standards know."""
    places.register(Place(view_name="standards:list", label=_("lista standardów")))
    places.register(
        Place(view_name="standards:detail", label=_("strona standardu"), counties_of=_counties)
    )


def _counties(slugs: Collection[str]) -> Mapping[str, str]:
    rows = Standard.objects.filter(slug__in=slugs, public_body__isnull=False)
    found = rows.select_related("public_body")
    return {row.slug: county for row in found if (county := county_of(row.public_body))}
