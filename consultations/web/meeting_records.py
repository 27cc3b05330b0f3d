"""What is written down of a meeting: the protocol and who came."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts import access_log
from accounts.told import Told
from consultations.domain import meetings as domain
from consultations.domain import permissions
from consultations.models import ConsultationMeeting
from consultations.web.access import find_consultation, require
from consultations.web.meeting_forms import AttendanceForm, ProtocolForm, attendance_text
from consultations.web.meetings import find_meeting
from documents.serving import file_response
from documents.storing import store_upload


@login_required
@require_http_methods(["GET", "POST"])
def protocol(request: HttpRequest, slug: str, key: int) -> HttpResponse:
    """The text or file of the protocol, for everybody to read."""
    consultation = find_consultation(request, slug)
    require(permissions.can_manage_consultation(request.user, consultation))
    meeting = find_meeting(consultation, key)
    form = ProtocolForm(
        request.POST or None,
        request.FILES or None,
        has_file=meeting.protocol_file_id is not None,
        initial={"text": meeting.protocol_text},
    )
    if request.method == "POST" and form.is_valid():
        checked = form.cleaned_data["file"]
        with Told(request, _("Protokół zapisany."), form):
            with transaction.atomic():
                file = checked and store_upload(checked, uploaded_by=request.user, is_public=True)
                domain.record_protocol(
                    meeting=meeting, text=form.cleaned_data["text"], file=file or None
                )
            return redirect(meeting)
    return render(
        request,
        "consultations/meeting_protocol.html",
        {"consultation": consultation, "meeting": meeting, "form": form},
    )


@require_safe
def protocol_file(request: HttpRequest, slug: str, key: int) -> HttpResponseBase:
    """The protocol as it was signed."""
    meeting = find_meeting(find_consultation(request, slug), key)
    if meeting.protocol_file is None:
        raise Http404
    return file_response(meeting.protocol_file, request=request, as_attachment=False)


@login_required
@require_http_methods(["GET", "POST"])
def attendance(request: HttpRequest, slug: str, key: int) -> HttpResponse:
    """Who came: names for the office, numbers for everybody."""
    consultation = find_consultation(request, slug)
    require(permissions.can_manage_consultation(request.user, consultation))
    meeting = find_meeting(consultation, key)
    form = AttendanceForm(request.POST or None, initial=_recorded(meeting))
    if request.method == "POST" and form.is_valid():
        with Told(request, _("Obecność zapisana."), form):
            domain.record_attendance(
                meeting=meeting, lines=form.cleaned_data["people"], people=form.counts
            )
            return redirect(meeting)
    names = meeting.attendees.count()
    access_log.record(request, "consultations.attendance", [], others=names, about=meeting)
    return render(
        request,
        "consultations/meeting_attendance.html",
        {"consultation": consultation, "meeting": meeting, "form": form},
    )


def _recorded(meeting: ConsultationMeeting) -> dict[str, object]:
    counts = {f"count_{row.sector}": row.people for row in meeting.headcounts.all()}
    return {"people": attendance_text(meeting), **counts}
