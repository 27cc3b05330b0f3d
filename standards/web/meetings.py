"""Pages of meetings."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.told import Told
from accounts.typed_numbers import typed_number
from documents.exports.calendar_file import (
    CONTENT_TYPE,
    CalendarEntry,
    EntryStatus,
    calendar_bytes,
)
from documents.serving import file_response
from notifications.domain.letters import absolute, mail_domain
from standards.domain import meetings, permissions, queries, workspace
from standards.domain.minutes import describe_minutes
from standards.models import Meeting, MeetingState, Side, WorkingGroup
from standards.web.access import find_group, require
from standards.web.files import report_response
from standards.web.groups import frame, group_form
from standards.web.meeting_forms import (
    ActionForm,
    AttendanceForm,
    DecisionForm,
    MeetingFileForm,
    MeetingForm,
)
from standards.web.uploads import stored

PAGE_SIZE = 20


@require_safe
def meeting_list(request: HttpRequest, slug: str) -> HttpResponse:
    """Meetings of the body, the newest first."""
    group = find_group(request, slug)
    page = Paginator(queries.meetings_for_list(group), PAGE_SIZE).get_page(request.GET.get("page"))
    return render(
        request, "standards/meetings.html", frame(request, group, "meetings") | {"page": page}
    )


@require_safe
def meeting_page(request: HttpRequest, slug: str, key: int) -> HttpResponse:
    """Time, place, agenda; afterwards who came, what was agreed, the minutes."""
    group, meeting = find_meeting(request, slug, key)
    context = frame(request, group, "meetings")
    files = meeting.files.select_related("file")
    minutes = meeting.minutes if context["can_work"] else None
    return render(
        request,
        "standards/meeting.html",
        context
        | {
            "meeting": meeting,
            "quorum": meetings.quorum_of(meeting) if meeting.state == MeetingState.HELD else None,
            "attendance": meeting.attendance.all(),
            "decisions": meeting.decisions.all(),
            "actions": meeting.actions.select_related("owner"),
            "files": files if context["can_work"] else files.filter(is_public=True),
            "current_minutes": workspace.current_version(minutes) if minutes else None,
            "today": timezone.localdate(),
        },
    )


@login_required
@require_http_methods(["GET", "POST"])
def plan(request: HttpRequest, slug: str) -> HttpResponse:
    """A new meeting."""
    group = find_group(request, slug)
    require(permissions.can_lead_group(request.user, group))
    form = MeetingForm(request.POST or None, instance=Meeting(group=group))
    if request.method == "POST" and form.is_valid():
        meeting = meetings.plan_meeting(meeting=form.save(commit=False), actor=request.user)
        messages.success(request, _("Spotkanie zapisane. Teraz wyślij zaproszenie."))
        return redirect(meeting)
    return group_form(request, form, group, title=_("Nowe spotkanie"), submit=_("Zapisz"))


@login_required
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, slug: str, key: int) -> HttpResponse:
    """Another time, place or agenda."""
    _group, meeting = _led(request, slug, key)
    form = MeetingForm(request.POST or None, instance=meeting)
    if request.method == "POST" and form.is_valid():
        meetings.change_meeting(meeting=form.save(commit=False), actor=request.user)
        messages.success(request, _("Zmiany zapisane."))
        return redirect(meeting)
    return _form(request, form, meeting, title=_("Zmień spotkanie"), submit=_("Zapisz"))


@login_required
@require_POST
def invite(request: HttpRequest, slug: str, key: int) -> HttpResponse:
    """Send the invitation."""
    _group, meeting = _led(request, slug, key)
    with Told(request, _("Zaproszenia zostały wysłane.")):
        meetings.invite(meeting=meeting, actor=request.user)
    return redirect(meeting)


@login_required
@require_POST
def cancel(request: HttpRequest, slug: str, key: int) -> HttpResponse:
    """Call it off."""
    _group, meeting = _led(request, slug, key)
    with Told(request, _("Spotkanie odwołane.")):
        meetings.cancel_meeting(meeting=meeting, actor=request.user)
    return redirect(meeting)


@login_required
@require_http_methods(["GET", "POST"])
def attendance(request: HttpRequest, slug: str, key: int) -> HttpResponse:
    """Who came, and how long it took."""
    _group, meeting = _led(request, slug, key)
    form = AttendanceForm(request.POST or None, meeting=meeting)
    if request.method == "POST" and form.is_valid():
        with Told(request, _("Obecność zapisana."), form):
            meetings.record_attendance(
                meeting=meeting,
                presences=form.presences(),
                guests=[
                    meetings.Guest(name, side) for side in Side for name in form.guest_names(side)
                ],
                hours=form.cleaned_data["hours"],
            )
            return redirect(meeting)
    return _form(request, form, meeting, title=_("Obecność i godziny"), submit=_("Zapisz"))


@login_required
@require_http_methods(["GET", "POST"])
def add_decision(request: HttpRequest, slug: str, key: int) -> HttpResponse:
    """What was decided."""
    _group, meeting = _led(request, slug, key)
    form = DecisionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        meetings.add_decision(meeting=meeting, text=form.cleaned_data["text"])
        return redirect(meeting)
    return _form(request, form, meeting, title=_("Dodaj ustalenie"), submit=_("Dodaj"))


@login_required
@require_http_methods(["GET", "POST"])
def add_action(request: HttpRequest, slug: str, key: int) -> HttpResponse:
    """Who does what until when."""
    group, meeting = _led(request, slug, key)
    form = ActionForm(request.POST or None, group=group)
    if request.method == "POST" and form.is_valid():
        meetings.add_action(meeting=meeting, actor=request.user, **form.cleaned_data)
        return redirect(meeting)
    return _form(request, form, meeting, title=_("Dodaj zadanie"), submit=_("Dodaj"))


@login_required
@require_POST
def finish_action(request: HttpRequest, slug: str, key: int, action: int) -> HttpResponse:
    """Say that it is done: the owner, or whoever leads."""
    group, meeting = find_meeting(request, slug, key)
    found = get_object_or_404(meeting.actions.select_related("owner"), pk=action)
    require(
        found.owner.user_id == request.user.pk or permissions.can_lead_group(request.user, group)
    )
    meetings.finish_action(action=found)
    return redirect(meeting)


@login_required
@require_http_methods(["GET", "POST"])
def add_file(request: HttpRequest, slug: str, key: int) -> HttpResponse:
    """A file of the meeting."""
    _group, meeting = _led(request, slug, key)
    form = MeetingFileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        with stored(data["upload"], request.user, is_public=data["is_public"]) as file:
            meetings.add_file(
                meeting=meeting, title=data["title"], file=file, is_public=data["is_public"]
            )
        return redirect(meeting)
    return _form(request, form, meeting, title=_("Dodaj plik"), submit=_("Dodaj"), multipart=True)


@require_safe
def meeting_file(request: HttpRequest, slug: str, key: int, file: int) -> HttpResponseBase:
    """The file: public ones for everybody, others for the team."""
    group, meeting = find_meeting(request, slug, key)
    found = get_object_or_404(meeting.files.select_related("file"), pk=file)
    if not found.is_public:
        require(permissions.can_use_workspace(request.user, group))
    return file_response(found.file, request=request, as_attachment=False)


@login_required
@require_POST
def begin_minutes(request: HttpRequest, slug: str, key: int) -> HttpResponse:
    """Open the minutes, prepared from what the record knows."""
    group, meeting = _led(request, slug, key)
    document = workspace.begin_minutes(meeting=meeting, actor=request.user)
    return redirect("standards:edit_document", group.slug, document.pk)


@login_required
@require_POST
def approve_minutes(request: HttpRequest, slug: str, key: int) -> HttpResponse:
    """Approve the version that the person has read."""
    _group, meeting = _led(request, slug, key)
    number = typed_number(request.POST.get("number")) or 0
    with Told(request, _("Protokół zatwierdzony. Jest teraz publiczny.")):
        workspace.approve_minutes(meeting=meeting, number=number, actor=request.user)
    return redirect(meeting)


@require_safe
def minutes_file(request: HttpRequest, slug: str, key: int, format: str) -> HttpResponseBase:
    """The approved minutes as a file."""
    _group, meeting = find_meeting(request, slug, key)
    if meeting.approved_minutes is None:
        raise Http404
    with override("pl"):
        report = describe_minutes(meeting)
    return report_response(report, format, f"protokol-{meeting.group.slug}-{meeting.number}")


@require_safe
def meeting_calendar(request: HttpRequest, slug: str, key: int) -> HttpResponse:
    """One meeting for a calendar program."""
    group, meeting = find_meeting(request, slug, key)
    is_team = permissions.can_use_workspace(request.user, group)
    return _calendar([_entry(meeting, with_link=is_team)], meeting.title)


@require_safe
def group_calendar(request: HttpRequest, slug: str) -> HttpResponse:
    """All meetings of the body, to subscribe to; without links that only the team may have."""
    group = find_group(request, slug)
    rows = group.meetings.order_by("-starts_at")[:200]
    return _calendar([_entry(row, with_link=False) for row in rows], group.name)


def find_meeting(request: HttpRequest, slug: str, key: int) -> tuple[WorkingGroup, Meeting]:
    """A meeting of a body that the person may see, or 404."""
    group = find_group(request, slug)
    meeting: Meeting = get_object_or_404(
        group.meetings.select_related("county", "minutes", "approved_minutes"), pk=key
    )
    meeting.group = group
    return group, meeting


def _led(request: HttpRequest, slug: str, key: int) -> tuple[WorkingGroup, Meeting]:
    group, meeting = find_meeting(request, slug, key)
    require(permissions.can_lead_group(request.user, group))
    return group, meeting


def _form(request: HttpRequest, form: Any, meeting: Meeting, **texts: Any) -> HttpResponse:
    return group_form(
        request, form, meeting.group, back=meeting.get_absolute_url(), lead=meeting.title, **texts
    )


def _entry(meeting: Meeting, *, with_link: bool) -> CalendarEntry:
    is_cancelled = meeting.state == MeetingState.CANCELLED
    text = meeting.agenda
    if with_link and meeting.online_link:
        text = f"{text}\n\n{meeting.online_link}"
    return CalendarEntry(
        uid=f"spotkanie-{meeting.pk}@{mail_domain()}",
        title=meeting.title,
        starts=meeting.starts_at,
        ends=meeting.ends_at,
        url=absolute(meeting.get_absolute_url()),
        text=text,
        place=meeting.place,
        categories=(meeting.group.name,),
        status=EntryStatus.CANCELLED if is_cancelled else EntryStatus.CONFIRMED,
        changed_at=meeting.updated_at,
        changes=meeting.changes,
    )


def _calendar(entries: list[CalendarEntry], name: str) -> HttpResponse:
    title = f"{name} – {settings.SITE_NAME}"
    response = HttpResponse(calendar_bytes(entries, title), content_type=CONTENT_TYPE)
    response["Content-Disposition"] = 'attachment; filename="spotkania.ics"'
    return response
