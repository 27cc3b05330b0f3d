"""Standards and their adoptions in the public API; each answer asks the pages' own querysets."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext_noop
from ninja import Router, Schema

from open_data.listing import Listing, PageQuery, filter_parameters, filtered, listing
from open_data.public_api import EVERYBODY, Problem
from standards.domain import queries
from standards.domain.adoption import adoptions_in_force
from standards.models import Adoption, AdoptionState, Standard, Subject
from standards.web.lists import StandardFilter

router = Router()


class StandardOut(Schema):
    """A standard on a list."""

    slug: str
    url: str
    title: str
    subject: Subject
    stage: str
    public_body: str
    public_body_name: str
    summary: str
    updated_at: datetime


class AdoptionOut(Schema):
    """That an office adopted a standard."""

    standard: str
    public_body: str
    public_body_name: str
    area: str
    state: AdoptionState
    number: str
    adopted_on: date
    deviations: str


@router.get(
    "",
    response={200: Listing[StandardOut], 422: Problem},
    summary=gettext_noop("Standardy współpracy"),
    description=gettext_noop("Z filtrami takimi jak na stronie standardów."),
    openapi_extra=filter_parameters(StandardFilter),
)
def standards(request: HttpRequest, page: PageQuery) -> dict[str, Any]:
    """Takes the filters of the portal's own list."""
    rows = queries.standards_for_list(EVERYBODY).prefetch_related(None)
    filterset = filtered(StandardFilter(request.GET, queryset=rows))
    return listing(request, filterset.qs, page, describe_standard)


@router.get(
    "/adoptions",
    response={200: Listing[AdoptionOut], 422: Problem},
    summary=gettext_noop("Przyjęcia standardów przez urzędy"),
    description=gettext_noop("Który urząd przyjął który standard i jakim aktem."),
)
def adoptions(request: HttpRequest, page: PageQuery) -> dict[str, Any]:
    """Adoptions in force, in the order in which they were declared."""
    rows = adoptions_in_force().select_related("standard", "public_body").order_by("pk")
    return listing(request, rows, page, describe_adoption)


def describe_standard(row: Standard) -> dict[str, Any]:
    """A standard as the API and the files tell of it."""
    return {
        "slug": row.slug,
        "url": f"{settings.BASE_URL}{row.get_absolute_url()}",
        "title": row.title,
        "subject": row.subject,
        "stage": row.stage,
        "public_body": row.public_body.slug,
        "public_body_name": row.public_body.name,
        "summary": row.summary,
        "updated_at": row.updated_at,
    }


def describe_adoption(row: Adoption) -> dict[str, Any]:
    """An adoption as the API and the files tell of it."""
    return {
        "standard": row.standard.slug,
        "public_body": row.public_body.slug,
        "public_body_name": row.public_body.name,
        "area": row.public_body.area_id,
        "state": row.state,
        "number": row.number,
        "adopted_on": row.adopted_on,
        "deviations": row.deviations,
    }
