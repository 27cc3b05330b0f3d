"""Events for feed readers, calendars and conference apps.

Lists hold what everybody may see, whoever asks: a program fetches them without signing in.
"""

from __future__ import annotations

from django.conf import settings
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import feedgenerator
from django.utils.text import slugify
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from documents.exports.calendar_file import (
    CONTENT_TYPE,
    CalendarEntry,
    EntryStatus,
    calendar_bytes,
)
from events.domain import programme as programmes
from events.domain import queries
from events.domain.programme import Slot
from events.exports import frab
from events.models import Event, EventStage
from events.web.access import find_event, sign_in_first
from events.web.filters import EventFilter
from notifications.domain.letters import absolute, mail_domain
from open_data.public_api import EVERYBODY
from pages.fragments import remembered

NEWEST = 100


@require_safe
def atom(request: HttpRequest) -> HttpResponse:
    """The newest announced events, narrowed by the filters of the list."""
    feed = feedgenerator.Atom1Feed(
        title=_("Wydarzenia – %(site)s") % {"site": settings.SITE_NAME},
        link=absolute(reverse("events:list")),
        description="",
        language=get_language(),
        feed_url=absolute(request.get_full_path()),
    )
    for event in _chosen(request).order_by("-created_at")[:NEWEST]:
        feed.add_item(
            title=event.title,
            link=absolute(event.get_absolute_url()),
            description=event.summary,
            unique_id=f"tag:{mail_domain()},2026:event:{event.pk}",
            pubdate=event.created_at,
            updateddate=event.updated_at,
            author_name=str(event.public_body),
            categories=[str(event.get_kind_display())],
        )
    return HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type)


@require_safe
def calendar(request: HttpRequest) -> HttpResponse:
    """All coming events, to subscribe to."""
    rows = _chosen(request).order_by("starts_at", "pk")[:NEWEST]
    name = _("Wydarzenia – %(site)s") % {"site": settings.SITE_NAME}
    return calendar_response([entry_of(row) for row in rows], name, "wydarzenia.ics")


@require_safe
def event_file(request: HttpRequest, slug: str) -> HttpResponse:
    """One event as a whole."""
    event = find_event(request, slug)
    return calendar_response([entry_of(event)], event.title, f"{slug}.ics")


@require_safe
def programme_file(request: HttpRequest, slug: str) -> HttpResponse:
    """All sessions, those of one track, or (for the signed-in) one's own."""
    event = find_event(request, slug)
    programme = programmes.published(event)
    if programme is None:
        raise Http404
    slots = programme.slots
    name = event.title
    if track := request.GET.get("sciezka"):
        slots = [slot for slot in slots if slot.track == track]
        name = f"{event.title}: {track}"
    if "moj" in request.GET:
        if not request.user.is_authenticated:
            return sign_in_first(request)
        mine = queries.my_session_ids(request.user, event)
        slots = [slot for slot in slots if slot.id in mine]
        name = _("Mój program: %(title)s") % {"title": event.title}
    entries = [slot_entry(event, slot) for slot in slots]
    return calendar_response(entries, name, f"{slugify(name)[:60] or slug}.ics")


@require_safe
def schedule(request: HttpRequest, slug: str, format: str) -> HttpResponse:
    """The published programme for conference apps."""
    event = find_event(request, slug)
    if event.programme is None:
        raise Http404
    write = {"json": frab.as_json, "xml": frab.as_xml}[format]
    content_type = {"json": frab.JSON_TYPE, "xml": frab.XML_TYPE}[format]
    version = event.programme
    facts = (event.slug, event.updated_at, version.pk, format)
    content = remembered(
        "schedule", facts, lambda: write(event, version.content, version.number).decode()
    )
    response = HttpResponse(content, content_type=content_type)
    response["Access-Control-Allow-Origin"] = "*"  # apps in browsers read it too; all is public
    return response


def entry_of(event: Event) -> CalendarEntry:
    """The event as an entry of a calendar."""
    is_cancelled = event.stage == EventStage.CANCELLED
    return CalendarEntry(
        uid=f"wydarzenie-{event.pk}@{mail_domain()}",
        title=event.title,
        starts=event.starts_at,
        ends=event.ends_at,
        url=absolute(event.get_absolute_url()),
        text=event.summary,
        place=event.place,
        categories=(str(event.get_kind_display()),),
        status=EntryStatus.CANCELLED if is_cancelled else EntryStatus.CONFIRMED,
        changed_at=event.updated_at,
        changes=int((event.updated_at - event.created_at).total_seconds()),
    )


def slot_entry(event: Event, slot: Slot) -> CalendarEntry:
    """A session as an entry of a calendar."""
    changed = event.programme.published_at if event.programme else event.updated_at
    return CalendarEntry(
        uid=f"wydarzenie-{event.pk}-sesja-{slot.id}@{mail_domain()}",
        title=slot.title,
        starts=slot.starts or event.starts_at,
        ends=slot.ends,
        url=absolute(reverse("events:session", args=[event.slug, slot.id])),
        text="\n".join([", ".join(person.name for person in slot.people), slot.abstract]).strip(),
        place=", ".join(part for part in (slot.room, event.venue, event.town) if part),
        categories=tuple(part for part in (slot.track, slot.kind_label) if part),
        status=(
            EntryStatus.CANCELLED if event.stage == EventStage.CANCELLED else EntryStatus.CONFIRMED
        ),
        changed_at=changed,
        changes=event.programme.number if event.programme else 0,
    )


def calendar_response(entries: list[CalendarEntry], name: str, file_name: str) -> HttpResponse:
    """A calendar file to download."""
    response = HttpResponse(calendar_bytes(entries, name), content_type=CONTENT_TYPE)
    response["Content-Disposition"] = f'attachment; filename="{file_name}"'
    return response


def _chosen(request: HttpRequest) -> QuerySet[Event]:
    data = request.GET.copy()
    data.setdefault("when", "coming")
    rows = queries.events_for_list(EVERYBODY)
    return EventFilter(data, queryset=rows, request=request).qs
