"""The schedule editor: by dragging, and entirely by forms."""

from __future__ import annotations

from itertools import zip_longest
from typing import Any, cast

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.posted_from import posted_from
from accounts.typed_numbers import typed_number
from documents.uploads import CheckedUpload
from events.domain import permissions, programme, schedule_import, scheduling
from events.domain.errors import EventError
from events.models import Event, Room, Session
from events.web.access import find_own_event
from events.web.frame import backstage_frame
from pages.forms import DateTimeInput

LARGEST_SCHEDULE = 20 * 1024 * 1024


class PlaceForm(forms.Form):
    """Where and when a session is."""

    room = forms.ModelChoiceField(label=_("Sala"), queryset=Room.objects.none(), required=False)
    starts_at = forms.DateTimeField(label=_("Początek"), required=False, widget=DateTimeInput())
    minutes = forms.IntegerField(label=_("Minuty"), min_value=5, max_value=1440)

    def __init__(self, *args: Any, event: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.ModelChoiceField, self.fields["room"]).queryset = event.rooms.all()


class PublishForm(forms.Form):
    """A new version of the programme."""

    note = forms.CharField(
        label=_("Co się zmieniło (nieobowiązkowo)"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class ScheduleFileForm(forms.Form):
    """A schedule from another system."""

    schedule = forms.FileField(
        label=_("Plik z programem"), help_text=_("frab: JSON lub XML, do 20 MB.")
    )

    def clean_schedule(self) -> bytes:
        """The bytes, not too many."""
        upload = self.cleaned_data["schedule"]
        if isinstance(upload, CheckedUpload) or upload.size > LARGEST_SCHEDULE:
            raise forms.ValidationError(_("Ten plik jest za duży."))
        data: bytes = upload.read()
        return data


@login_required
@require_safe
def editor(request: HttpRequest, slug: str) -> HttpResponse:
    """One day as a grid of rooms and quarters of hours."""
    event = find_own_event(request, slug, permissions.can_edit_programme)
    return _editor_page(request, event, PublishForm())


def _editor_page(request: HttpRequest, event: Event, form: PublishForm) -> HttpResponse:
    number = typed_number(request.GET.get("dzien")) or 0
    found = scheduling.editor_of(event, number)
    return render(
        request,
        "events/editor.html",
        backstage_frame(request, event, "programme")
        | {
            "editor": found,
            "number": found.days.index(found.day),
            "form": form,
            "version": event.programme,
        },
    )


@login_required
@require_POST
def place(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Move one session."""
    event = find_own_event(request, slug, permissions.can_edit_programme)
    session = get_object_or_404(Session, pk=pk, event=event)
    form = PlaceForm(request.POST, event=event)
    if form.is_valid():
        scheduling.place(session=session, **form.cleaned_data)
        messages.success(request, _now("Przeniesiono: %(title)s.") % {"title": session.title})
    else:
        messages.error(request, _now("Sprawdź salę, początek i liczbę minut."))
    number = typed_number(request.POST.get("dzien")) or 0
    address = reverse("events:editor", args=[slug])
    return redirect(f"{address}?dzien={number}")


@login_required
@posted_from("events:editor")
def publish(request: HttpRequest, slug: str) -> HttpResponse:
    """Let everybody read the programme as it is now."""
    event = find_own_event(request, slug, permissions.can_edit_programme)
    form = PublishForm(request.POST)
    if not form.is_valid():
        return _editor_page(request, event, form)
    version = programme.publish(event=event, actor=request.user, note=form.cleaned_data["note"])
    if version is None:
        messages.info(request, _now("Program nie różni się od ogłoszonego."))
    else:
        messages.success(
            request,
            _now(
                "Ogłoszono program, wersja %(number)s. Osoby, których dotyczą zmiany, dostaną "
                "wiadomość."
            )
            % {"number": version.number},
        )
    return redirect("events:editor", event.slug)


@login_required
@require_safe
def versions(request: HttpRequest, slug: str) -> HttpResponse:
    """What changed from version to version."""
    event = find_own_event(request, slug, permissions.can_edit_programme)
    rows = list(event.programme_versions.select_related("published_by")[:50])
    lines = []
    for newer, older in zip_longest(rows, rows[1:]):
        changes = programme.differences(older.content, newer.content) if older else []
        lines.append({"version": newer, "changes": changes})
    context = backstage_frame(request, event, "programme") | {"lines": lines}
    return render(request, "events/versions.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def import_schedule(request: HttpRequest, slug: str) -> HttpResponse:
    """Bring a schedule in; repeated, it updates what it brought."""
    event = find_own_event(request, slug, permissions.can_edit_programme)
    form = ScheduleFileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            created, updated = schedule_import.import_schedule(
                event=event, data=form.cleaned_data["schedule"]
            )
        except EventError as refused:
            form.add_error("schedule", str(refused))
        else:
            count = created + updated
            messages.success(
                request,
                ngettext("Wczytano %(count)d sesję.", "Wczytano %(count)d sesji.", count)
                % {"count": count},
            )
            return redirect("events:editor", event.slug)
    return render(
        request,
        "layouts/form.html",
        {
            "form": form,
            "title": _now("Wczytaj program"),
            "lead": _now("Sesje trafią do szkicu programu; nic nie zostanie ogłoszone."),
            "submit": _now("Wczytaj"),
            "cancel_url": reverse("events:editor", args=[slug]),
        },
    )
