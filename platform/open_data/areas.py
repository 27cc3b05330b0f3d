"""Counties and gminas in the API."""

from __future__ import annotations

from typing import Annotated, Any

from django.http import HttpRequest
from django.utils.translation import gettext_noop
from ninja import Query, Router, Schema

from open_data.listing import Listing, PageQuery, listing
from open_data.public_api import Problem
from territory.models import Area, AreaKind

router = Router()
KindQuery = Annotated[
    AreaKind | None,
    Query(
        description=gettext_noop(
            "Rodzaj: voivodeship, county, city_county, urban_gmina, rural_gmina, mixed_gmina."
        )
    ),
]
ParentQuery = Annotated[str, Query(description=gettext_noop("Kod TERYT jednostki nadrzędnej."))]


class AreaOut(Schema):
    """A unit of the territorial division."""

    teryt: str
    kind: AreaKind
    name: str
    parent: str | None
    seat: str
    latitude: float | None
    longitude: float | None


def describe_area(area: Area) -> dict[str, Any]:
    """An area as the API shows it."""
    return {
        "teryt": area.teryt,
        "kind": area.kind,
        "name": area.name,
        "parent": area.parent_id,
        "seat": area.seat,
        "latitude": area.latitude,
        "longitude": area.longitude,
    }


@router.get(
    "",
    response={200: Listing[AreaOut], 422: Problem},
    summary=gettext_noop("Województwo, powiaty i gminy"),
    description=gettext_noop("Jednostki z rejestru TERC."),
)
def areas(
    request: HttpRequest, page: PageQuery, kind: KindQuery = None, parent: ParentQuery = ""
) -> dict[str, Any]:
    """Units of the register TERC in the order of their codes."""
    rows = Area.objects.order_by("teryt")
    if kind:
        rows = rows.filter(kind=kind)
    if parent:
        # Nothing longer than a code can match, and the database refuses the null character.
        rows = rows.filter(parent=parent) if parent.isdecimal() else rows.none()
    return listing(request, rows, page, describe_area)
