"""The organiser's pages about those who registered, and what is printed for them."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts import access_log
from accounts.typed_numbers import typed_number
from documents.exports import FORMATS
from events.domain import papers, participants, permissions, registering, reporting
from events.domain.errors import EventError
from events.exports.printing import BADGE_SIZES
from events.models import Event, Registration
from events.web.access import find_own_event
from events.web.downloads import bytes_response, report_response
from events.web.filters import RegistrationFilter
from events.web.forms import ReasonForm
from events.web.frame import backstage_frame
from surveys.domain.answering import shown_answers

PAGE_SIZE = 50
KIND = "events.participants"
# Typesetting takes about a second for a hundred badges.
MOST_BADGES = 1000


@login_required
@require_safe
def table(request: HttpRequest, slug: str) -> HttpResponse:
    """Everybody, with filters."""
    event = find_own_event(request, slug, permissions.can_see_participants)
    filters = RegistrationFilter(request.GET, queryset=participants.for_organiser(event))
    page = Paginator(filters.qs, PAGE_SIZE).get_page(request.GET.get("page"))
    access_log.record(request, KIND, [row.user_id for row in page], about=event)
    return render(
        request,
        "events/participants.html",
        backstage_frame(request, event, "participants")
        | {
            "filter": filters,
            "page": page,
            "formats": [name for name in ("xlsx", "csv", "ods", "pdf") if name in FORMATS],
            "sizes": list(BADGE_SIZES),
        },
    )


@login_required
@require_safe
def participant(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """One person: details, needs, answers, and what happened to the registration."""
    event = find_own_event(request, slug, permissions.can_see_participants)
    found = _find(event, pk)
    access_log.record(request, KIND, [found.user_id], about=event)
    answered = found.questions
    return render(
        request,
        "events/participant.html",
        backstage_frame(request, event, "participants")
        | {
            "registration": found,
            "needs": getattr(found, "needs", None),
            "changes": list(found.changes.select_related("actor")),
            "answers": shown_answers(answered, found.answers) if answered else [],
            "form": ReasonForm(),
        },
    )


@login_required
@require_POST
def approve(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Yes to somebody who waits for it."""
    return _act(
        request, slug, pk, lambda row: registering.approve(registration=row, actor=request.user)
    )


@login_required
@require_POST
def reject(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """No, and why."""
    reason = request.POST.get("reason", "")[:2000]
    return _act(
        request,
        slug,
        pk,
        lambda row: registering.reject(registration=row, actor=request.user, reason=reason),
    )


@login_required
@require_POST
def cancel(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Somebody called that they do not come."""
    return _act(
        request, slug, pk, lambda row: registering.cancel(registration=row, actor=request.user)
    )


@login_required
@require_safe
def export(request: HttpRequest, slug: str, format: str) -> HttpResponseBase:
    """The table as a file, with the filters of the page."""
    event = find_own_event(request, slug, permissions.can_see_participants)
    rows = RegistrationFilter(request.GET, queryset=participants.for_organiser(event)).qs
    _taken(request, event, rows)
    return report_response(reporting.people_table(event, rows), format, f"uczestnicy-{slug}")


@login_required
@require_safe
def needs(request: HttpRequest, slug: str, format: str) -> HttpResponseBase:
    """Diet and accessibility, for those who arrange the place."""
    event = find_own_event(request, slug, permissions.can_see_participants)
    _taken(request, event, event.registrations.confirmed(), kind="events.needs")
    return report_response(reporting.needs_table(event), format, f"potrzeby-{slug}")


@login_required
@require_safe
def attendance(request: HttpRequest, slug: str, format: str) -> HttpResponseBase:
    """The list to be signed; of one session when asked so."""
    event = find_own_event(request, slug, permissions.can_check_in)
    text = request.GET.get("sesja", "")
    session = None
    if text:
        session = get_object_or_404(event.sessions, pk=typed_number(text))
    report = papers.attendance_list(event, session)
    _taken(request, event, event.registrations.confirmed())
    return report_response(report, format, f"obecnosc-{slug}")


@login_required
@require_safe
def badges(request: HttpRequest, slug: str) -> HttpResponse:
    """Badges of all who come, in one of the sizes."""
    event = find_own_event(request, slug, permissions.can_see_participants)
    size = request.GET.get("rozmiar", "a6")
    if size not in BADGE_SIZES:
        raise Http404
    rows = event.registrations.confirmed().order_by("full_name")[:MOST_BADGES]
    if not rows:
        messages.info(request, _("Nikt nie ma jeszcze miejsca."))
        return redirect("events:participants", slug)
    data = papers.badges_pdf(event, rows, size)
    _taken(request, event, event.registrations.confirmed())
    return bytes_response(data, "application/pdf", f"identyfikatory-{slug[:60]}.pdf")


@login_required
@require_http_methods(["GET", "POST"])
def certificates(request: HttpRequest, slug: str) -> HttpResponse:
    """Give certificates to those who came (POST), or print those given (GET)."""
    event = find_own_event(request, slug, permissions.can_see_participants)
    if request.method == "POST":
        count = len(papers.issue_certificates(event=event))
        messages.success(
            request,
            ngettext("Wydano %(count)d zaświadczenie.", "Wydano %(count)d zaświadczeń.", count)
            % {"count": count},
        )
        return redirect("events:door", slug)
    rows = list(event.certificates.select_related("registration"))
    if not rows:
        messages.info(request, _("Nie wydano jeszcze zaświadczeń."))
        return redirect("events:door", slug)
    data = papers.certificates_pdf(event, rows)
    _taken(request, event, event.registrations.filter(certificate__isnull=False))
    return bytes_response(data, "application/pdf", f"zaswiadczenia-{slug[:60]}.pdf")


def _taken(
    request: HttpRequest, event: Event, rows: QuerySet[Registration], kind: str = KIND
) -> None:
    people = rows.order_by().values_list("user_id", flat=True)
    access_log.record(request, kind, people, about=event, was_taken=True)


def _act(
    request: HttpRequest, slug: str, pk: int, action: Callable[[Registration], Registration]
) -> HttpResponse:
    event = find_own_event(request, slug, permissions.can_see_participants)
    found = _find(event, pk)
    try:
        changed = action(found)
    except EventError as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("Stan: %(state)s.") % {"state": changed.get_state_display()})
    return redirect(reverse("events:participant", args=[slug, pk]))


def _find(event: Event, pk: int) -> Registration:
    rows = participants.for_organiser(event).select_related(
        "county", "pool", "organization", "needs", "questions"
    )
    found = get_object_or_404(rows, pk=pk)
    found.event = event
    return found
