"""Pages of one meeting: for everybody to read, for the office to arrange."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.told import Told
from consultations.domain import meetings as domain
from consultations.domain import permissions
from consultations.models import Consultation, ConsultationMeeting
from consultations.terms import meeting_entry
from consultations.web.access import find_consultation, require
from consultations.web.feeds import calendar_response
from consultations.web.frame import frame
from consultations.web.meeting_forms import MeetingForm, ReasonForm


@require_safe
def detail(request: HttpRequest, slug: str, key: int) -> HttpResponse:
    """When, where, what about; afterwards the protocol, the numbers and the remarks made there."""
    consultation = find_consultation(request, slug)
    meeting = find_meeting(consultation, key)
    context = frame(request, consultation, "course")
    return render(
        request,
        "consultations/meeting.html",
        context
        | {
            "meeting": meeting,
            "remarks": meeting.remarks.counted().select_related("provision").order_by("number"),
            "attendees": meeting.attendees.all() if context["can_manage"] else [],
            "can_arrange": context["can_manage"] and domain.can_arrange(consultation),
            "can_answer": permissions.can_answer_remarks(request.user, consultation),
        },
    )


@require_safe
def calendar(request: HttpRequest, slug: str, key: int) -> HttpResponse:
    """The meeting for a calendar program."""
    meeting = find_meeting(find_consultation(request, slug), key)
    return calendar_response([meeting_entry(meeting)], meeting.title, f"spotkanie-{key}.ics")


@login_required
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest, slug: str) -> HttpResponse:
    """Announce a meeting."""
    consultation = find_consultation(request, slug)
    require(permissions.can_manage_consultation(request.user, consultation))
    if not domain.can_arrange(consultation):
        messages.error(request, _("Spotkania zapowiada się w trybie rozszerzonym, przed wynikami."))
        return redirect("consultations:mode", consultation.slug)
    form = MeetingForm(
        request.POST or None, instance=ConsultationMeeting(consultation=consultation)
    )
    if request.method == "POST" and form.is_valid():
        with Told(request, _("Spotkanie zapowiedziane."), form):
            meeting = domain.add_meeting(meeting=form.save(commit=False), actor=request.user)
            return redirect(meeting)
    return _form_page(request, consultation, form, None)


@login_required
@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, slug: str, key: int) -> HttpResponse:
    """Correct what was announced."""
    consultation = find_consultation(request, slug)
    require(permissions.can_manage_consultation(request.user, consultation))
    meeting = find_meeting(consultation, key)
    form = MeetingForm(request.POST or None, instance=meeting)
    if request.method == "POST" and form.is_valid():
        with Told(request, _("Zmiany zapisane."), form):
            domain.change_meeting(meeting=form.save(commit=False), actor=request.user)
            return redirect(meeting)
    return _form_page(request, consultation, form, meeting)


@login_required
@require_http_methods(["GET", "POST"])
def cancel(request: HttpRequest, slug: str, key: int) -> HttpResponse:
    """Call it off, with the reason."""
    consultation = find_consultation(request, slug)
    require(permissions.can_manage_consultation(request.user, consultation))
    meeting = find_meeting(consultation, key)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with Told(request, _("Spotkanie odwołane, obserwujący dostaną wiadomość."), form):
            domain.cancel_meeting(meeting=meeting, actor=request.user, **form.cleaned_data)
            return redirect(meeting)
    return render(
        request,
        "consultations/cancel_meeting.html",
        {"consultation": consultation, "meeting": meeting, "form": form},
    )


def find_meeting(consultation: Consultation, key: int) -> ConsultationMeeting:
    """A meeting of ``consultation``, or 404."""
    meeting = get_object_or_404(domain.meetings_of(consultation), pk=key)
    meeting.consultation = consultation
    return meeting


def _form_page(
    request: HttpRequest,
    consultation: Consultation,
    form: MeetingForm,
    meeting: ConsultationMeeting | None,
) -> HttpResponse:
    return render(
        request,
        "consultations/meeting_form.html",
        {"consultation": consultation, "meeting": meeting, "form": form},
    )
