"""The region: who has published an index of a year, on a map and in a list without ranks."""

from __future__ import annotations

from django.db.models import QuerySet

from organizations.models import PublicBodyKind
from quality_index.models import Assessment, Stage

COUNTY_KINDS = (PublicBodyKind.COUNTY, PublicBodyKind.CITY_COUNTY)


def published_of(year: int, *, kind: str = "") -> QuerySet[Assessment]:
    """Published indexes of a year in the order of the alphabet: a league would shame."""
    rows = Assessment.objects.filter(stage=Stage.PUBLISHED, year=year)
    if kind in PublicBodyKind.values:
        rows = rows.filter(body__kind=kind)
    return rows.select_related("body").order_by("body__name", "pk")


def county_indexes(year: int) -> dict[str, int]:
    """The index of each county's own office, in whole points by TERYT code."""
    rows = Assessment.objects.filter(stage=Stage.PUBLISHED, year=year, body__kind__in=COUNTY_KINDS)
    found = rows.order_by().values_list("body__area_id", "total")
    return {area[:4]: int(total) for area, total in found if total is not None}
