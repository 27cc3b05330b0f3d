"""Lists and forms of the small rows of an event: one way for rooms, pools, stands and tasks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.told import Told
from events.domain import permissions, rows
from events.domain.errors import EventError
from events.models import (
    Event,
    Invitation,
    LoadInSlot,
    Material,
    Pool,
    Room,
    Session,
    Speaker,
    Stand,
    Task,
    Track,
)
from events.web import row_forms as forms
from events.web.access import Question, find_own_event
from events.web.frame import backstage_frame

PAGE_SIZE = 100


def _save_plainly(form: Any, actor: Any) -> Any:
    """Only what the form asks is written: counters beside it may have moved meanwhile."""
    row = form.save(commit=False)
    row.save(update_fields=list(form._meta.fields) if row.pk else None)
    return row


def _delete_plainly(row: Any) -> None:
    row.delete()


def _save_session(form: Any, actor: Any) -> Any:
    data = form.cleaned_data
    return rows.save_session(
        session=form.save(commit=False), speakers=data["speakers"], moderators=data["moderators"]
    )


def _save_pool(form: Any, actor: Any) -> Any:
    return rows.save_pool(pool=form.save(commit=False))


def _save_material(form: Any, actor: Any) -> Any:
    return rows.save_material(
        material=form.save(commit=False), upload=form.cleaned_data["upload"], actor=actor
    )


@dataclass(frozen=True)
class Kind:
    """One kind of row: who may, how it is edited, which columns its list shows."""

    model: type[Any]
    form: type[forms.RowForm]
    question: Question
    tab: str
    title: str | Promise
    add: str | Promise
    columns: tuple[str, ...]
    save: Callable[[Any, Any], Any] = _save_plainly
    delete: Callable[[Any], None] = _delete_plainly
    related: tuple[str, ...] = ()


_programme = permissions.can_edit_programme
_manage = permissions.can_manage_event
KINDS: dict[str, Kind] = {
    "sale": Kind(
        Room, forms.RoomForm, _programme, "programme", _("Sale i sceny"), _("Dodaj salę"),
        ("name", "capacity", "accessibility"),
    ),
    "sciezki": Kind(
        Track, forms.TrackForm, _programme, "programme", _("Ścieżki"), _("Dodaj ścieżkę"),
        ("name",),
    ),
    "osoby": Kind(
        Speaker, forms.SpeakerForm, _programme, "programme", _("Osoby w programie"),
        _("Dodaj osobę"), ("name", "affiliation", "not_before", "not_after"),
    ),
    "sesje": Kind(
        Session, forms.SessionForm, _programme, "programme", _("Sesje"), _("Dodaj sesję"),
        ("title", "kind", "room", "starts_at", "capacity"), _save_session,
        related=("room",),
    ),
    "pule": Kind(
        Pool, forms.PoolForm, _manage, "participants", _("Pule miejsc"), _("Dodaj pulę"),
        ("name", "sector_names", "places", "releases_at"), _save_pool,
        lambda row: rows.delete_pool(pool=row),
    ),
    "zaproszenia": Kind(
        Invitation, forms.InvitationForm, permissions.can_see_participants, "participants",
        _("Kody zaproszeń"), _("Dodaj kod"), ("code", "label", "limit", "used", "valid_until"),
    ),
    "zadania": Kind(
        Task, forms.TaskForm, permissions.is_backstage, "team", _("Zadania"),
        _("Dodaj zadanie"), ("title", "due_on", "assignee", "done_at"), related=("assignee",),
    ),
    "stoiska": Kind(
        Stand, forms.StandForm, _manage, "fair", _("Stoiska na planie"), _("Dodaj stoisko"),
        ("label", "zone", "x", "y", "width", "depth", "has_power"),
    ),
    "rozladunek": Kind(
        LoadInSlot, forms.LoadInForm, _manage, "fair", _("Okna rozładunku"), _("Dodaj okno"),
        ("starts_at", "ends_at", "places", "taken"),
    ),
    "materialy": Kind(
        Material, forms.MaterialForm, _programme, "programme", _("Materiały i zdjęcia"),
        _("Dodaj materiał"), ("title", "session", "is_photo"), _save_material,
        lambda row: rows.delete_material(material=row), related=("session", "file"),
    ),
}  # fmt: skip


@login_required
@require_safe
def row_list(request: HttpRequest, slug: str, kind: str) -> HttpResponse:
    """All rows of a kind."""
    chosen, event = _find(request, slug, kind)
    found = chosen.model.objects.filter(event=event).select_related(*chosen.related)
    page = Paginator(found, PAGE_SIZE).get_page(request.GET.get("page"))
    return render(
        request,
        "events/rows.html",
        backstage_frame(request, event, chosen.tab)
        | {
            "kind": chosen,
            "key": kind,
            "page": page,
            "columns": [_heading(chosen.model, name) for name in chosen.columns],
            "lines": [
                {"row": row, "cells": [_shown(row, name) for name in chosen.columns]}
                for row in page
            ],
        },
    )


@login_required
@require_http_methods(["GET", "POST"])
def add_row(request: HttpRequest, slug: str, kind: str) -> HttpResponse:
    """A new row."""
    chosen, event = _find(request, slug, kind)
    return _edit(request, chosen, kind, event, None)


@login_required
@require_http_methods(["GET", "POST"])
def edit_row(request: HttpRequest, slug: str, kind: str, pk: int) -> HttpResponse:
    """Change a row."""
    chosen, event = _find(request, slug, kind)
    row = get_object_or_404(chosen.model, pk=pk, event=event)
    return _edit(request, chosen, kind, event, row)


@login_required
@require_http_methods(["GET", "POST"])
def delete_row(request: HttpRequest, slug: str, kind: str, pk: int) -> HttpResponse:
    """Ask, then remove a row."""
    chosen, event = _find(request, slug, kind)
    row = get_object_or_404(chosen.model, pk=pk, event=event)
    back = reverse("events:rows", args=[slug, kind])
    if request.method == "POST":
        try:
            chosen.delete(row)
        except EventError as refused:
            messages.error(request, str(refused))
        else:
            messages.success(request, _now("Usunięto."))
        return redirect(back)
    return render(
        request,
        "layouts/confirm.html",
        {
            "title": _now("Usunąć?"),
            "text": f"{chosen.title}: {row}",
            "confirm": _now("Usuń"),
            "kind": "danger",
            "cancel_url": back,
        },
    )


def _find(request: HttpRequest, slug: str, kind: str) -> tuple[Kind, Event]:
    chosen = KINDS.get(kind)
    if chosen is None:
        raise Http404
    return chosen, find_own_event(request, slug, chosen.question)


def _edit(request: HttpRequest, chosen: Kind, key: str, event: Event, row: Any) -> HttpResponse:
    form = chosen.form(request.POST or None, request.FILES or None, instance=row, event=event)
    back = reverse("events:rows", args=[event.slug, key])
    if request.method == "POST" and form.is_valid():
        with Told(request, _now("Zapisano."), form):
            chosen.save(form, request.user)
            return redirect(back)
    return render(
        request,
        "layouts/form.html",
        {
            "form": form,
            "title": str(row) if row else chosen.add,
            "lead": event.title,
            "submit": _now("Zapisz"),
            "cancel_url": back,
        },
    )


def _heading(model: type[Any], name: str) -> str:
    found = getattr(model, name, None)
    if isinstance(found, property):
        return _now("dla kogo")
    return str(model._meta.get_field(name).verbose_name)


def _shown(row: Any, name: str) -> Any:
    display = getattr(row, f"get_{name}_display", None)
    return display() if display else getattr(row, name)
