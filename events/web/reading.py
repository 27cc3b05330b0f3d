"""What everybody reads: the event, its programme, a session, one's own programme."""

from __future__ import annotations

from typing import Any

from csp.decorators import csp_replace
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_POST, require_safe

import notifications
from documents.serving import file_response
from events.domain import fair, participants, permissions, queries, signups
from events.domain import programme as programmes
from events.exports import schema_org
from events.models import Event, Session
from events.web.access import find_event, sign_in_first
from events.web.frame import frame
from events.web.freshness import of_event
from pages.fragments import remembered
from pages.freshness import fresh_for_anonymous


@require_safe
@fresh_for_anonymous(of_event)
def detail(request: HttpRequest, slug: str) -> HttpResponse:
    """What, when, where, for whom; how to come."""
    event = find_event(request, slug)
    programme = programmes.published(event)
    return render(
        request,
        "events/detail.html",
        frame(request, event, "about")
        | {
            "structured": schema_org.describe(event),
            "now": programme.now() if programme and event.is_going_on else [],
            "next": programme.next() if programme and event.is_going_on else [],
            "nearest": list(queries.nearest_to(event)),
            "materials": list(queries.materials_of(event)),
            "pools": list(event.pools.all()),
            "participants": participants.listed(event),
            "stands": fair.public_stands(event).count(),
            "own": participants.own_registrations(request.user, event),
        },
    )


@require_safe
@fresh_for_anonymous(of_event)
def programme(request: HttpRequest, slug: str) -> HttpResponse:
    """The published programme as a list or as a grid; the team may look at the draft."""
    event = find_event(request, slug)
    return render(request, "events/programme.html", _programme_context(request, event))


@require_safe
@xframe_options_exempt
@csp_replace({"frame-ancestors": ["*"]})  # type: ignore[arg-type] # knows plain views only
def embedded_programme(request: HttpRequest, slug: str) -> HttpResponse:
    """The programme alone, for an iframe on somebody's own page."""
    event = find_event(request, slug)
    context = _programme_context(request, event, bare=True)
    return render(request, "events/embedded.html", context)


@require_safe
@fresh_for_anonymous(of_event)
def session(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """One session of the published programme."""
    event = find_event(request, slug)
    published = programmes.published(event)
    slot = published.find(pk) if published else None
    if slot is None:
        raise Http404
    context = frame(request, event, "programme")
    return render(
        request,
        "events/session.html",
        context
        | {
            "slot": slot,
            "materials": [row for row in queries.materials_of(event) if row.session_id == pk],
            "is_mine": pk in queries.my_session_ids(request.user, event),
            "free": signups.free_in_session(pk) if slot.capacity else None,
            "own": participants.own_registrations(request.user, event),
        },
    )


@login_required
@require_safe
def my_programme(request: HttpRequest, slug: str) -> HttpResponse:
    """Sessions that the person chose."""
    event = find_event(request, slug)
    published = programmes.published(event)
    mine = queries.my_session_ids(request.user, event)
    slots = [slot for slot in published.slots if slot.id in mine] if published else []
    return render(
        request,
        "events/my_programme.html",
        frame(request, event, "mine") | {"programme": programmes.arranged(slots), "mine": mine},
    )


@require_POST
def star(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Put a session into one's own programme, or take it out."""
    event = find_event(request, slug)
    if not request.user.is_authenticated:
        return sign_in_first(request)
    found = get_object_or_404(Session, pk=pk, event=event)
    signups.star(session=found, user=request.user, on="stop" not in request.POST)
    return redirect("events:session", event.slug, pk)


@require_POST
def follow(request: HttpRequest, slug: str) -> HttpResponse:
    """Follow or stop following."""
    event = find_event(request, slug)
    if not request.user.is_authenticated:
        return sign_in_first(request)
    if "stop" in request.POST:
        notifications.unfollow(request.user, event)
    else:
        notifications.follow(request.user, event)
    return redirect(event)


@require_safe
def material(request: HttpRequest, slug: str, pk: int) -> HttpResponseBase:
    """A file of the event."""
    event = find_event(request, slug)
    found = get_object_or_404(queries.materials_of(event), pk=pk)
    if found.file is None:
        raise Http404
    return file_response(found.file, as_attachment=not found.is_photo, request=request)


def _programme_context(request: HttpRequest, event: Event, *, bare: bool = False) -> dict[str, Any]:
    wants_draft = "szkic" in request.GET and permissions.can_edit_programme(request.user, event)
    if wants_draft:
        found: programmes.Programme | None = programmes.read(programmes.content_of(event))
    else:
        found = programmes.published(event)
    track = request.GET.get("sciezka", "")
    tracks = sorted({slot.track for slot in found.slots if slot.track}) if found else []
    if found and track:
        found = programmes.arranged(slot for slot in found.slots if slot.track == track)
    as_grid = request.GET.get("widok") == "siatka"
    mine = queries.my_session_ids(request.user, event)
    look = {"event": event, "as_grid": as_grid, "mine": mine, "bare": bare}
    return frame(request, event, "programme") | {
        "programme": found,
        "body": _body(found, look, track, is_draft=wants_draft) if found else "",
        "is_draft": wants_draft,
        "tracks": tracks,
        "track": track,
        "as_grid": as_grid,
    }


def _body(
    found: programmes.Programme, look: dict[str, Any], track: str, *, is_draft: bool
) -> SafeString:
    """Hundreds of sessions as HTML: made once for each version and choice of sessions."""

    def make() -> SafeString:
        return render_to_string("events/_programme.html", {"programme": found} | look)

    if is_draft:
        return make()
    event = look["event"]
    facts = (
        event.slug, event.programme_id, track, look["as_grid"], look["bare"],
        sorted(look["mine"]), [slot.id for slot in found.now()],
    )  # fmt: skip
    return remembered("programme", facts, make)
