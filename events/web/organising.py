"""The organiser's pages about the event as a whole."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from accounts.told import Told
from events.domain import dashboard, organising, permissions, queries, reporting
from events.domain.errors import EventError
from events.models import Event, EventStage, Series
from events.web.access import find_own_event, require
from events.web.downloads import report_response
from events.web.forms import CopyForm, EventForm, ReasonForm, SeriesEventsForm, SeriesForm
from events.web.frame import backstage_frame
from events.web.words import MOVE_CONSEQUENCES, MOVE_KINDS, MOVE_LABELS


@login_required
@require_http_methods(["GET", "POST"])
def create(request: HttpRequest) -> HttpResponse:
    """A new event; templates of the office stand beside."""
    require(permissions.can_create_event(request.user))
    form = EventForm(request.POST or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        event = organising.create_event(event=form.save(commit=False), actor=request.user)
        messages.success(request, _("Zapisano. Teraz możesz dodać program i ogłosić wydarzenie."))
        return redirect("events:backstage", event.slug)
    templates = Event.objects.organised_by(request.user).filter(is_template=True)
    return render(
        request,
        "events/create.html",
        {"form": form, "templates": templates.order_by("title")},
    )


@login_required
@require_safe
def backstage(request: HttpRequest, slug: str) -> HttpResponse:
    """What stands, what waits, what to do next."""
    event = find_own_event(request, slug, permissions.is_backstage)
    return render(
        request,
        "events/backstage.html",
        backstage_frame(request, event, "dashboard")
        | {
            "board": dashboard.board_of(event),
            "moves": [
                {
                    "target": move.target,
                    "label": MOVE_LABELS[(move.source, move.target)],
                    "kind": MOVE_KINDS[EventStage(move.target)],
                }
                for move in organising.allowed_moves(event)
                if not event.is_template
            ],
        },
    )


@login_required
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, slug: str) -> HttpResponse:
    """Settings; those who registered hear of another time or place."""
    event = find_own_event(request, slug, permissions.can_manage_event)
    form = EventForm(request.POST or None, instance=event, user=request.user)
    if request.method == "POST" and form.is_valid():
        try:
            organising.save_changes(
                event=form.save(commit=False), changed=form.changed_data, actor=request.user
            )
        except EventError as refused:
            form.add_error("capacity", str(refused))
        else:
            messages.success(request, _("Zmiany zapisane."))
            return redirect("events:backstage", event.slug)
    context = backstage_frame(request, event, "settings") | {"form": form}
    return render(request, "events/settings.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def copy(request: HttpRequest, slug: str) -> HttpResponse:
    """A new event made of this one (or of a template)."""
    event = find_own_event(request, slug, permissions.can_manage_event)
    initial = {"title": event.title, "starts_at": event.starts_at}
    form = CopyForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        made = organising.copy_event(event=event, actor=request.user, **form.cleaned_data)
        messages.success(request, _("Powstała kopia. Sprawdź daty i ogłoś ją, gdy będzie gotowa."))
        return redirect("events:backstage", made.slug)
    return render(
        request,
        "layouts/form.html",
        {
            "form": form,
            "title": _("Kopia wydarzenia"),
            "lead": event.title,
            "submit": _("Utwórz kopię"),
            "cancel_url": reverse("events:backstage", args=[event.slug]),
        },
    )


@login_required
@require_http_methods(["GET", "POST"])
def change_stage(request: HttpRequest, slug: str, target: str) -> HttpResponse:
    """Says what will happen, asks for a reason where one is due, then moves."""
    event = find_own_event(request, slug, permissions.can_manage_event)
    move = next((m for m in organising.allowed_moves(event) if m.target == target), None)
    if move is None:
        raise Http404
    form = ReasonForm(
        request.POST if request.method == "POST" else None, needs_reason=move.needs_reason
    )
    if request.method == "POST" and form.is_valid():
        with Told(request, _("Etap: %(stage)s.") % {"stage": EventStage(target).label}, form):
            organising.change_stage(
                event=event,
                target=target,
                actor=request.user,
                reason=form.cleaned_data.get("reason", ""),
            )
            return redirect("events:backstage", event.slug)
    return render(
        request,
        "layouts/confirm.html",
        {
            "title": MOVE_LABELS[(move.source, move.target)],
            "text": MOVE_CONSEQUENCES[EventStage(target)],
            "confirm": MOVE_LABELS[(move.source, move.target)],
            "kind": "danger" if target == EventStage.CANCELLED else "",
            "cancel_url": reverse("events:backstage", args=[event.slug]),
            "form": form if move.needs_reason else None,
        },
    )


@login_required
@require_safe
def own_events(request: HttpRequest) -> HttpResponse:
    """Everything that the person organises, templates apart."""
    events = queries.organised_by(request.user)
    templates = Event.objects.organised_by(request.user).filter(is_template=True)
    return render(
        request,
        "events/own.html",
        {
            "events": list(events[:200]),
            "templates": list(templates.order_by("title")),
            "can_create": permissions.can_create_event(request.user),
        },
    )


@login_required
@require_http_methods(["GET", "POST"])
def create_series(request: HttpRequest) -> HttpResponse:
    """A new series."""
    require(permissions.can_create_event(request.user))
    form = SeriesForm(request.POST or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        series = organising.create_series(series=form.save(commit=False))
        messages.success(request, _("Cykl zapisany. Wybierz go w ustawieniach wydarzeń."))
        return redirect(series)
    return _form_page(request, form, _("Nowy cykl"), reverse("events:list"))


@login_required
@require_http_methods(["GET", "POST"])
def edit_series(request: HttpRequest, slug: str) -> HttpResponse:
    """What is said of the series."""
    series = get_object_or_404(Series, slug=slug)
    require(permissions.can_edit_series(request.user, series))
    form = SeriesForm(request.POST or None, instance=series, user=request.user)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Zmiany zapisane."))
        return redirect(series)
    return _form_page(request, form, _("Cykl wydarzeń"), series.get_absolute_url())


@login_required
@require_http_methods(["GET", "POST"])
def edit_series_events(request: HttpRequest, slug: str) -> HttpResponse:
    """Settings for all coming events of the series at once."""
    series = get_object_or_404(Series, slug=slug)
    require(permissions.can_edit_series(request.user, series))
    form = SeriesEventsForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        count = organising.edit_series(series=series, changes=form.changes(), actor=request.user)
        messages.success(
            request,
            ngettext("Zmieniono %(count)d wydarzenie.", "Zmieniono %(count)d wydarzeń.", count)
            % {"count": count},
        )
        return redirect(series)
    return render(
        request,
        "layouts/form.html",
        {
            "form": form,
            "title": _("Zmień wszystkie nadchodzące"),
            "lead": _("Wypełnij tylko to, co ma się zmienić. Puste pola zostają, jak były."),
            "submit": _("Zmień wszystkie"),
            "cancel_url": series.get_absolute_url(),
        },
    )


@login_required
@require_safe
def series_report(request: HttpRequest, slug: str, format: str) -> HttpResponseBase:
    """The whole series against its plan, as a file."""
    series = get_object_or_404(Series.objects.select_related("public_body"), slug=slug)
    require(permissions.can_edit_series(request.user, series))
    return report_response(reporting.series_report(series), format, f"raport-{slug}")


def _form_page(request: HttpRequest, form: object, title: str, back: str) -> HttpResponse:
    return render(
        request,
        "layouts/form.html",
        {"form": form, "title": title, "submit": _("Zapisz"), "cancel_url": back},
    )
