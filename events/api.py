"""Events in the public API: list, facts, programme.

Each answer asks the same querysets as the pages do.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_noop
from ninja import Router, Schema

from events.domain import programme as programmes
from events.domain import queries
from events.domain.programme import Slot
from events.models import Event, EventKind, EventMode, EventStage, RegistrationMode
from events.web.filters import EventFilter
from open_data.listing import Listing, PageQuery, filter_parameters, filtered, listing
from open_data.public_api import EVERYBODY, Problem

router = Router()


class EventOut(Schema):
    """An event on a list; `free_places` is null where places are not limited."""

    slug: str
    url: str
    title: str
    kind: EventKind
    stage: EventStage
    mode: EventMode
    public_body: str
    public_body_name: str
    series: str | None
    summary: str
    starts_at: datetime
    ends_at: datetime
    venue: str
    town: str
    county: str | None
    registration_mode: RegistrationMode
    free_places: int | None
    updated_at: datetime


class SessionOut(Schema):
    """A session of the published programme."""

    id: int
    title: str
    kind: str
    language: str
    starts_at: datetime | None
    ends_at: datetime | None
    room: str
    track: str
    abstract: str
    people: list[str]


class ProgrammeOut(Schema):
    """The whole published programme."""

    count: int
    items: list[SessionOut]


@router.get(
    "",
    response={200: Listing[EventOut], 422: Problem},
    summary=gettext_noop("Wydarzenia według daty"),
    description=gettext_noop(
        "Przyjmuje te same filtry co lista na stronie, pod tymi samymi nazwami."
    ),
    openapi_extra=filter_parameters(EventFilter),
)
def events(request: HttpRequest, page: PageQuery) -> dict[str, Any]:
    """Takes the filters of the portal's own list, under the names they have in its address."""
    rows = queries.events_for_list(EVERYBODY).order_by("starts_at", "pk")
    filterset = filtered(EventFilter(request.GET, queryset=rows, request=request))
    return listing(request, filterset.qs, page, describe_event)


@router.get(
    "/{slug:slug}",
    response={200: EventOut, 404: Problem},
    summary=gettext_noop("Jedno wydarzenie"),
    description=gettext_noop("Co, kiedy, gdzie i ile jest wolnych miejsc."),
)
def event(request: HttpRequest, slug: str) -> dict[str, Any]:
    """What, when, where, and how many places are free."""
    return describe_event(get_object_or_404(queries.events_for_list(EVERYBODY), slug=slug))


@router.get(
    "/{slug:slug}/sessions",
    response={200: ProgrammeOut, 404: Problem},
    summary=gettext_noop("Ogłoszony program wydarzenia"),
    description=gettext_noop("Sesje w kolejności; pusta lista, zanim program jest ogłoszony."),
)
def sessions(request: HttpRequest, slug: str) -> dict[str, Any]:
    """Sessions in order; none before the programme is published."""
    rows = Event.objects.visible_to(EVERYBODY).select_related("programme")
    found = programmes.published(get_object_or_404(rows, slug=slug))
    items = [describe_session(slot) for slot in found.slots] if found else []
    return {"count": len(items), "items": items}


def describe_event(row: Event) -> dict[str, Any]:
    """An event as lists and files show it."""
    special = {"url", "public_body", "public_body_name", "series", "county"}
    described = {name: getattr(row, name) for name in EventOut.model_fields if name not in special}
    described["url"] = f"{settings.BASE_URL}{row.get_absolute_url()}"
    described["public_body"] = row.public_body.slug
    described["public_body_name"] = row.public_body.name
    described["series"] = row.series.slug if row.series else None
    described["county"] = row.county_id
    return {name: described[name] for name in EventOut.model_fields}


def describe_session(slot: Slot) -> dict[str, Any]:
    """A session as lists and files show it."""
    return {
        "id": slot.id,
        "title": slot.title,
        "kind": slot.kind,
        "language": slot.language,
        "starts_at": slot.starts,
        "ends_at": slot.ends,
        "room": slot.room,
        "track": slot.track,
        "abstract": slot.abstract,
        "people": [person.name for person in slot.people],
    }
