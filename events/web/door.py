"""The door: check-in on a phone, also offline; walk-ins; tickets; certificates to be checked."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.staticfiles import finders
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts import access_log
from accounts.typed_numbers import typed_number
from events.domain import checking_in, dashboard, papers, permissions, registering
from events.domain.errors import EventError
from events.exports import wallet
from events.models import Certificate, Event, Registration, RegistrationState, Session
from events.web.access import find_own_event, find_registration
from events.web.downloads import bytes_response
from events.web.frame import backstage_frame
from events.web.registration_forms import WalkInForm

MOST_AT_ONCE = 500


@login_required
@never_cache
@require_safe
def door(request: HttpRequest, slug: str) -> HttpResponse:
    """What the door needs: the scanner, a code typed by hand, lists, walk-ins."""
    event = find_own_event(request, slug, permissions.can_check_in)
    return render(
        request,
        "events/door.html",
        backstage_frame(request, event, "door")
        | {
            "present": dashboard.present_count(event),
            "expected": event.registrations.confirmed().count(),
            "sessions": list(event.sessions.filter(starts_at__isnull=False)),
            "certificates": event.certificates.count(),
        },
    )


@login_required
@never_cache
@require_safe
def scanner(request: HttpRequest, slug: str) -> HttpResponse:
    """The check-in page for a phone; a service worker keeps it for an hour without a network."""
    event = find_own_event(request, slug, permissions.can_check_in)
    session = _session(event, request.GET.get("sesja", ""))
    return render(request, "events/scanner.html", {"event": event, "session": session})


@login_required
@require_POST
def check_in(request: HttpRequest, slug: str) -> HttpResponse:
    """One code typed by hand or read by a reader, without JavaScript."""
    event = find_own_event(request, slug, permissions.can_check_in)
    answer = checking_in.check_in(
        event=event,
        text=request.POST.get("kod", "")[:300],
        actor=request.user,
        session=_session(event, request.POST.get("sesja", "")),
        device=_("stanowisko"),
    )
    show = {"accepted": messages.success, "known": messages.warning}
    show.get(answer.outcome, messages.error)(request, _sentence(answer))
    return redirect("events:door", slug)


@login_required
@never_cache
@require_safe
def door_data(request: HttpRequest, slug: str) -> HttpResponse:
    """Who is expected, for a phone that may lose its network."""
    event = find_own_event(request, slug, permissions.can_check_in)
    people = event.registrations.confirmed().order_by().values_list("user_id", flat=True)
    access_log.record(request, "events.participants", people, about=event, was_taken=True)
    return JsonResponse({"people": checking_in.door_list(event)})


@login_required
@require_POST
def sync(request: HttpRequest, slug: str) -> HttpResponse:
    """What a phone noted, at once or later; sent twice it changes nothing."""
    event = find_own_event(request, slug, permissions.can_check_in)
    try:
        noted = _noted(json.loads(request.body))
    except (ValueError, TypeError, KeyError):
        return JsonResponse({"error": _("Nieczytelne dane.")}, status=400)
    sessions = {row.pk: row for row in event.sessions.all()}
    answers = []
    for code, moment, session_id, device in noted:
        answer = checking_in.check_in(
            event=event,
            text=code,
            actor=request.user,
            session=sessions.get(session_id) if session_id else None,
            happened_at=moment,
            device=device,
        )
        answers.append(answer.as_json() | {"sentence": _sentence(answer)})
    return JsonResponse({"answers": answers})


@login_required
@require_http_methods(["GET", "POST"])
def walk_in(request: HttpRequest, slug: str) -> HttpResponse:
    """Somebody without a registration; let in at once when there is a place."""
    event = find_own_event(request, slug, permissions.can_check_in)
    form = WalkInForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            made = registering.add_walk_in(
                event=event, newcomer=form.newcomer(), actor=request.user
            )
        except EventError as refused:
            form.add_error(None, str(refused))
        else:
            checking_in.check_in(event=event, text=made.code, actor=request.user)
            messages.success(request, _("%(name)s: dopisano, wejście zapisane.") % {"name": made})
            return redirect("events:door", slug)
    return render(
        request,
        "layouts/form.html",
        {
            "form": form,
            "title": _("Osoba bez zapisu"),
            "lead": event.title,
            "submit": _("Dopisz i wpuść"),
            "cancel_url": f"{event.get_absolute_url()}organizacja/wejscie/",
        },
    )


@login_required
@require_POST
def undo(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Let in by mistake."""
    event = find_own_event(request, slug, permissions.can_check_in)
    found = get_object_or_404(event.registrations, pk=pk)
    checking_in.undo(event=event, registration=found)
    messages.success(request, _("Cofnięto wejście: %(name)s.") % {"name": found})
    return redirect("events:participant", slug, pk)


@require_safe
def door_worker(request: HttpRequest) -> HttpResponse:
    """The service worker, from an address above the pages that it keeps."""
    path = finders.find("js/door-worker.js") or settings.STATIC_ROOT / "js" / "door-worker.js"
    response = HttpResponse(Path(str(path)).read_bytes(), content_type="text/javascript")
    response["Cache-Control"] = "no-cache"
    return response


@require_safe
def ticket_code(request: HttpRequest, code: str) -> HttpResponse:
    """Where a QR code leads when a plain camera reads it: the team lets in, others see a word."""
    found = get_object_or_404(
        Registration.objects.select_related("event__public_body"), code=code.upper()
    )
    if permissions.can_check_in(request.user, found.event):
        return render(
            request,
            "events/let_in.html",
            backstage_frame(request, found.event, "door") | {"registration": found},
        )
    return render(request, "events/ticket_code.html", {"event": found.event})


@require_safe
def ticket_pdf(request: HttpRequest, key: str) -> HttpResponse:
    """The ticket to print."""
    found = _with_ticket(key)
    return bytes_response(
        papers.ticket_pdf(found), "application/pdf", f"bilet-{found.code}.pdf", inline=True
    )


@require_safe
def ticket_image(request: HttpRequest, key: str) -> HttpResponse:
    """The QR code as a picture."""
    found = _with_ticket(key)
    return bytes_response(
        papers.ticket_png(found), "image/png", f"bilet-{found.code}.png", inline=True
    )


@require_safe
def ticket_pass(request: HttpRequest, key: str) -> HttpResponse:
    """The ticket for the wallet of a phone, where the operator has a certificate for it."""
    found = _with_ticket(key)
    if not wallet.is_configured():
        raise Http404
    return bytes_response(
        papers.wallet_pass(found), wallet.CONTENT_TYPE, f"bilet-{found.code}.pkpass"
    )


@require_safe
def certificate_pdf(request: HttpRequest, key: str) -> HttpResponse:
    """The person's own certificate."""
    found = find_registration(key)
    row = Certificate.objects.filter(registration=found).first()
    if row is None:
        raise Http404
    row.registration = found
    data = papers.certificates_pdf(found.event, [row])
    return bytes_response(data, "application/pdf", f"zaswiadczenie-{row.number}.pdf", inline=True)


@require_safe
def certificate(request: HttpRequest, key: str) -> HttpResponse:
    """Anybody checks whether a certificate is true; the initials are enough for that."""
    row = (
        Certificate.objects.filter(key=key.lower())
        .select_related("registration", "event__public_body")
        .first()
    )
    name = ""
    if row:
        words = row.registration.full_name.split()
        name = " ".join([words[0], *(f"{word[0]}." for word in words[1:])]) if words else ""
    return render(
        request, "events/certificate.html", {"certificate": row, "name": name},
        status=200 if row else 404,
    )  # fmt: skip


def _with_ticket(key: str) -> Registration:
    found = find_registration(key)
    if found.state != RegistrationState.CONFIRMED:
        raise Http404
    return found


def _session(event: Event, text: str) -> Session | None:
    if not text:
        return None
    return get_object_or_404(event.sessions, pk=typed_number(text))


def _noted(data: Any) -> list[tuple[str, datetime | None, int | None, str]]:
    entries = data["entries"]
    if not isinstance(entries, list) or len(entries) > MOST_AT_ONCE:
        raise ValueError
    return [
        (
            str(entry["code"])[:300],
            parse_datetime(str(entry.get("at") or "")),
            int(entry["session"]) if entry.get("session") else None,
            str(entry.get("device") or "")[:60],
        )
        for entry in entries
    ]


def _sentence(answer: checking_in.Answer) -> str:
    from django.utils import timezone

    if answer.outcome == "accepted":
        return _("%(name)s: wejście zapisane.") % {"name": answer.name}
    if answer.outcome == "known":
        since = timezone.localtime(answer.since) if answer.since else None
        return _("%(name)s: ten bilet już wszedł o %(time)s (%(device)s).") % {
            "name": answer.name,
            "time": f"{since:%H:%M}" if since else "?",
            "device": answer.device or _("inne urządzenie"),
        }
    if answer.outcome == "refused":
        return _("%(name)s: bilet bez ważnego miejsca (%(state)s).") % {
            "name": answer.name,
            "state": answer.state,
        }
    return _("Nie ma takiego biletu na to wydarzenie.")
