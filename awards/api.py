"""Editions and laureates in the public API; it shows what their pages show, and no sooner."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext_noop
from ninja import Router, Schema

from awards.domain.queries import editions, laureates
from awards.models import Award, Distinction, Edition
from open_data.listing import Listing, PageQuery, listing
from open_data.public_api import EVERYBODY, Problem

router = Router()


class EditionOut(Schema):
    """An edition of a competition."""

    id: int
    url: str
    competition: str
    year: int
    public_body: str
    summary: str
    opens_on: date
    closes_on: date
    results_at: datetime


class LaureateOut(Schema):
    """Who was distinguished; `county` is a TERYT code."""

    id: int
    url: str
    competition: str
    year: int
    category: str
    distinction: Distinction
    place: int
    name: str
    citation: str
    prize: str
    county: str | None
    organization: str | None


@router.get(
    "/editions",
    response={200: Listing[EditionOut], 422: Problem},
    summary=gettext_noop("Edycje konkursów"),
    description=gettext_noop("Ogłoszone edycje, od najnowszych."),
)
def list_editions(request: HttpRequest, page: PageQuery) -> dict[str, Any]:
    """Announced editions, newest first."""
    rows = editions(EVERYBODY).order_by("-year", "pk")
    return listing(request, rows, page, describe_edition)


@router.get(
    "/laureates",
    response={200: Listing[LaureateOut], 422: Problem},
    summary=gettext_noop("Laureaci wszystkich lat"),
    description=gettext_noop("Dopiero od chwili ogłoszenia wyników."),
)
def list_laureates(request: HttpRequest, page: PageQuery) -> dict[str, Any]:
    """Laureates whose moment has come."""
    return listing(request, laureates(), page, describe_laureate)


def describe_edition(row: Edition) -> dict[str, Any]:
    """An edition as lists and files show it."""
    return {
        "id": row.pk,
        "url": f"{settings.BASE_URL}{row.get_absolute_url()}",
        "competition": row.competition.name,
        "year": row.year,
        "public_body": row.competition.public_body.slug,
        "summary": row.competition.summary,
        "opens_on": row.opens_on,
        "closes_on": row.closes_on,
        "results_at": row.results_at,
    }


def describe_laureate(row: Award) -> dict[str, Any]:
    """A laureate as lists and files show them."""
    return {
        "id": row.pk,
        "url": f"{settings.BASE_URL}{row.get_absolute_url()}",
        "competition": row.category.edition.competition.name,
        "year": row.category.edition.year,
        "category": row.category.name,
        "distinction": row.distinction,
        "place": row.place,
        "name": row.name,
        "citation": row.citation,
        "prize": row.prize,
        "county": row.county_id,
        "organization": row.organization.slug if row.organization else None,
    }
