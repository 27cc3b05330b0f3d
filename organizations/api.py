"""Organizations and public bodies in the public API; it shows what their pages show."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext_noop
from ninja import Router, Schema

from open_data.listing import Listing, PageQuery, filter_parameters, filtered, listing
from open_data.public_api import EVERYBODY, Problem
from organizations.domain.queries import (
    directory,
    listed,
    profile,
    public_bodies,
    read_profile,
    target_of_merge,
)
from organizations.models import (
    LegalForm,
    Organization,
    OrganizationStatus,
    Plenipotentiary,
    PublicBody,
    PublicBodyKind,
)
from organizations.web.filters import OrganizationFilter
from organizations.web.public_bodies import PublicBodyFilter

LIKE_THE_PAGE = gettext_noop(
    "Przyjmuje te same filtry co lista na stronie, pod tymi samymi nazwami."
)

organizations_router = Router()
bodies_router = Router()


class OrganizationOut(Schema):
    """An organization on a list; fields of public benefit are points of art. 4 sec. 1."""

    slug: str
    url: str
    name: str
    short_name: str
    legal_form: LegalForm
    status: OrganizationStatus
    krs: str
    nip: str
    regon: str
    registered_on: date | None
    struck_off_on: date | None
    opp_since: date | None
    opp_until: date | None
    mission: str
    benefit_fields: list[str]
    county: str | None
    gmina: str | None
    street_address: str
    postal_code: str
    town: str
    latitude: float | None
    longitude: float | None
    email: str
    phone: str
    website: str
    source: str
    updated_at: datetime


class ProjectOut(Schema):
    """A project that the organization carried out."""

    title: str
    year_from: int
    year_to: int | None
    funder: str
    summary: str
    website: str


class OrganizationDetailOut(OrganizationOut):
    """All that the profile says of the organization, without people."""

    description: str
    former_names: list[str]
    reach: str
    languages: list[str]
    target_groups: list[str]
    areas_of_action: list[str]
    social_profile: str
    opening_hours: str
    accessibility: str
    confirmed_at: datetime | None
    projects: list[ProjectOut]


class PlenipotentiaryOut(Schema):
    """Whom NGOs may call in the office."""

    name: str
    function: str
    since: date | None
    until: date | None
    email: str
    phone: str
    office_hours: str
    substitute: str
    confirmed_on: date | None


class PublicBodyOut(Schema):
    """An office and its plenipotentiaries of today; consultations are filtered by `id`."""

    id: int
    slug: str
    url: str
    name: str
    kind: PublicBodyKind
    area: str
    street_address: str
    postal_code: str
    town: str
    email: str
    phone: str
    website: str
    bip_website: str
    plenipotentiaries: list[PlenipotentiaryOut]


@organizations_router.get(
    "",
    response={200: Listing[OrganizationOut], 422: Problem},
    summary=gettext_noop("Spis organizacji"),
    description=LIKE_THE_PAGE,
    openapi_extra=filter_parameters(OrganizationFilter),
)
def organizations(request: HttpRequest, page: PageQuery) -> dict[str, Any]:
    """Takes the filters of the portal's own list, under the names they have in its address."""
    filterset = filtered(OrganizationFilter(request.GET, queryset=directory(EVERYBODY)))
    return listing(request, listed(filterset.ordered()), page, describe_organization)


@organizations_router.get(
    "/{slug:slug}",
    response={200: OrganizationDetailOut, 404: Problem},
    summary=gettext_noop("Jedna organizacja"),
    description=gettext_noop("Po połączeniu profili stary adres przekierowuje na nowy."),
    openapi_extra={"responses": {301: {"description": "Merged with the one at Location."}}},
)
def organization(request: HttpRequest, slug: str) -> Any:
    """A profile that took over another one answers at its old address with a redirect."""
    merged_into = target_of_merge(slug)
    if merged_into:
        if not profile(EVERYBODY, merged_into.slug).exists():
            raise Http404
        return HttpResponsePermanentRedirect(
            reverse("api-v1:organization", args=[merged_into.slug])
        )
    found = read_profile(EVERYBODY, slug)
    if found is None:
        raise Http404
    return describe_profile(found)


@bodies_router.get(
    "",
    response={200: Listing[PublicBodyOut], 422: Problem},
    summary=gettext_noop("Urzędy i ich pełnomocnicy ds. organizacji pozarządowych"),
    description=LIKE_THE_PAGE,
    openapi_extra=filter_parameters(PublicBodyFilter),
)
def bodies(request: HttpRequest, page: PageQuery) -> dict[str, Any]:
    """Takes the filters of the portal's own list, under the names they have in its address."""
    filterset = filtered(PublicBodyFilter(request.GET, queryset=visible_bodies()))
    return listing(request, filterset.qs.order_by("name", "pk"), page, describe_body)


@bodies_router.get(
    "/{slug:slug}",
    response={200: PublicBodyOut, 404: Problem},
    summary=gettext_noop("Jeden urząd"),
    description=gettext_noop("Dane urzędu i osoby, które teraz pełnią funkcję pełnomocnika."),
)
def body(request: HttpRequest, slug: str) -> dict[str, Any]:
    """The office and whom to call there."""
    return describe_body(get_object_or_404(visible_bodies(), slug=slug))


def visible_bodies() -> QuerySet[PublicBody]:
    """Offices that everybody sees, with their people."""
    return public_bodies().filter(pk__in=PublicBody.objects.visible_to(EVERYBODY).values("pk"))


def describe_organization(row: Organization) -> dict[str, Any]:
    """An organization as lists and files show it; benefit fields are prefetched."""
    plain = OrganizationOut.model_fields.keys() - {"url", "benefit_fields", "county", "gmina"}
    described = {name: getattr(row, name) for name in plain}
    described["url"] = f"{settings.BASE_URL}{row.get_absolute_url()}"
    described["benefit_fields"] = [field.code for field in row.benefit_fields.all()]
    described["county"] = row.county_id
    described["gmina"] = row.gmina_id
    return {name: described[name] for name in OrganizationOut.model_fields}


def describe_profile(row: Organization) -> dict[str, Any]:
    """An organization with all that its page says."""
    return describe_organization(row) | {
        "description": row.description,
        "former_names": row.former_names,
        "reach": row.reach,
        "languages": row.languages,
        "target_groups": [group.code for group in row.target_groups.all()],
        "areas_of_action": [area.teryt for area in row.areas_of_action.all()],
        "social_profile": row.social_profile,
        "opening_hours": row.opening_hours,
        "accessibility": row.accessibility,
        "confirmed_at": row.confirmed_at,
        "projects": [
            {name: getattr(project, name) for name in ProjectOut.model_fields}
            for project in row.projects.all()
        ],
    }


def describe_body(row: PublicBody) -> dict[str, Any]:
    """An office with its people; plenipotentiaries are prefetched."""
    plain = PublicBodyOut.model_fields.keys() - {"url", "area", "plenipotentiaries"}
    described = {name: getattr(row, name) for name in plain}
    described["url"] = f"{settings.BASE_URL}{row.get_absolute_url()}"
    described["area"] = row.area_id
    described["plenipotentiaries"] = [describe_person(person) for person in row.current_people]
    return described


def describe_person(person: Plenipotentiary) -> dict[str, Any]:
    """Somebody who holds the function."""
    return {
        "name": person.person_name,
        "function": person.function,
        "since": person.since,
        "until": person.until,
        "email": person.email,
        "phone": person.phone,
        "office_hours": person.office_hours,
        "substitute": person.substitute_name,
        "confirmed_on": person.confirmed_on,
    }
