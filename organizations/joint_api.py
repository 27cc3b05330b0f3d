"""Initiatives and calls for partners in the public API and as files; as their pages show them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop
from ninja import Router, Schema

from open_data.datasets import Dataset, Record, register_dataset
from open_data.listing import Listing, PageQuery, filter_parameters, filtered, listing
from open_data.public_api import EVERYBODY, Problem, register_router
from organizations.models import (
    CallOutcome,
    CallState,
    Initiative,
    InitiativeStage,
    PartnershipCall,
    Publication,
)
from organizations.web.initiative_forms import InitiativeFilter
from organizations.web.partnership_forms import CallFilter

CHUNK = 500
LIKE_THE_PAGE = gettext_noop(
    "Przyjmuje te same filtry co lista na stronie, pod tymi samymi nazwami."
)
initiatives_router = Router()
calls_router = Router()


class InitiativeOut(Schema):
    """What somebody does, where, and with whom."""

    slug: str
    url: str
    title: str
    summary: str
    stage: InitiativeStage
    starts_on: date | None
    ends_on: date | None
    organizations: list[str]
    informal_group: str
    benefit_fields: list[str]
    county: str
    gmina: str
    place: str
    latitude: float
    longitude: float
    volunteers_needed: str
    updated_at: datetime


class PartnershipCallOut(Schema):
    """Who looks for partners of what; `outcome` is empty while the call is open."""

    slug: str
    url: str
    title: str
    caller: str
    idea: str
    offered: str
    sought: str
    benefit_fields: list[str]
    counties: list[str]
    closes_at: datetime
    state: CallState
    outcome: CallOutcome | None
    updated_at: datetime


def describe_initiative(row: Initiative) -> dict[str, Any]:
    """An initiative as the API shows it; makers that are not public are left out."""
    makers = [one.slug for one in row.organizations.all() if _is_public(one)]
    return {
        "slug": row.slug,
        "url": f"{settings.BASE_URL}{row.get_absolute_url()}",
        "title": row.title,
        "summary": row.summary,
        "stage": row.stage,
        "starts_on": row.starts_on,
        "ends_on": row.ends_on,
        "organizations": makers,
        "informal_group": row.informal_group,
        "benefit_fields": [field.code for field in row.benefit_fields.all()],
        "county": row.county_id,
        "gmina": row.gmina_id,
        "place": row.place,
        "latitude": row.latitude,
        "longitude": row.longitude,
        "volunteers_needed": row.volunteers_needed,
        "updated_at": row.updated_at,
    }


def describe_call(row: PartnershipCall) -> dict[str, Any]:
    """A call for partners as the API shows it."""
    return {
        "slug": row.slug,
        "url": f"{settings.BASE_URL}{row.get_absolute_url()}",
        "title": row.title,
        "caller": str(row.side),
        "idea": row.idea,
        "offered": row.offered,
        "sought": row.sought,
        "benefit_fields": [field.code for field in row.benefit_fields.all()],
        "counties": [area.pk for area in row.counties.all()],
        "closes_at": row.closes_at,
        "state": row.state,
        "outcome": row.outcome or None,
        "updated_at": row.updated_at,
    }


@initiatives_router.get(
    "",
    response={200: Listing[InitiativeOut], 422: Problem},
    summary=gettext_noop("Inicjatywy społeczne"),
    description=LIKE_THE_PAGE,
    openapi_extra=filter_parameters(InitiativeFilter),
)
def initiatives(request: HttpRequest, page: PageQuery) -> dict[str, Any]:
    """Takes the filters of the portal's own map."""
    filterset = filtered(InitiativeFilter(request.GET, queryset=_initiatives()))
    return listing(request, filterset.qs, page, describe_initiative)


@calls_router.get(
    "",
    response={200: Listing[PartnershipCallOut], 422: Problem},
    summary=gettext_noop("Poszukiwania partnerów"),
    description=LIKE_THE_PAGE,
    openapi_extra=filter_parameters(CallFilter),
)
def calls(request: HttpRequest, page: PageQuery) -> dict[str, Any]:
    """Takes the filters of the portal's own list."""
    filterset = filtered(CallFilter(request.GET, queryset=_calls()))
    return listing(request, filterset.qs, page, describe_call)


def register_open_data() -> None:
    """Answer in the API and give both as files."""
    register_router("/initiatives", initiatives_router, "initiatives")
    register_router("/partnership-calls", calls_router, "partnership-calls")
    register_dataset(
        Dataset(
            key="initiatives",
            title=_("Inicjatywy społeczne"),
            description=_(
                "Co, kto, gdzie i kiedy robi razem w regionie: inicjatywy z mapy portalu."
            ),
            keywords=(_("inicjatywy społeczne"), _("mapa")),
            columns=tuple(InitiativeOut.model_fields),
            records=lambda: _records(_initiatives(), describe_initiative),
            api_path="/initiatives",
        )
    )
    register_dataset(
        Dataset(
            key="partnership-calls",
            title=_("Poszukiwania partnerów"),
            description=_(
                "Pomysły, do których organizacje i urzędy szukały partnerów, i co z nich wyszło."
            ),
            keywords=(_("partnerstwa"), _("współpraca")),
            columns=tuple(PartnershipCallOut.model_fields),
            records=lambda: _records(_calls(), describe_call),
            api_path="/partnership-calls",
        )
    )


def _initiatives() -> QuerySet[Initiative]:
    rows = Initiative.objects.visible_to(EVERYBODY).prefetch_related(
        "organizations", "benefit_fields"
    )
    return rows.order_by("-confirmed_at", "pk")


def _calls() -> QuerySet[PartnershipCall]:
    rows = PartnershipCall.objects.visible_to(EVERYBODY).select_related(
        "organization", "public_body"
    )
    return rows.prefetch_related("benefit_fields", "counties").order_by("-created_at", "-pk")


def _records(rows: QuerySet[Any], describe: Any) -> Iterator[Record]:
    return (describe(row) for row in rows.order_by("pk").iterator(chunk_size=CHUNK))


def _is_public(organization: Any) -> bool:
    return bool(organization.publication == Publication.PUBLISHED)
