"""The official's pages: a new standard, its settings, steps, plans, consultation."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.views.signed_in import SignedInRequest
from documents.models import StoredFile
from standards.domain import opening, permissions, road
from standards.domain.errors import StandardsError, StepNotAllowed
from standards.domain.road import Proof
from standards.models import EvidenceKind, Standard, Transition
from standards.templatetags.standard_words import move_label
from standards.web.access import find_standard, require
from standards.web.form_page import form_page
from standards.web.forms import PlanForm, StandardForm, StartConsultationForm, StepForm
from standards.web.uploads import stored

_LINKS = ("document", "consultation", "opinion", "training", "replacement")


@login_required
@require_http_methods(["GET", "POST"])
def create(request: HttpRequest) -> HttpResponse:
    """A new standard at the beginning of its road."""
    require(permissions.can_create(request.user))
    form = StandardForm(request.POST or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        standard = opening.create_standard(standard=form.save(commit=False), actor=request.user)
        messages.success(request, _("Zapisano. Teraz zaplanuj kroki."))
        return redirect("standards:plan", standard.slug)
    return form_page(
        request,
        form,
        title=_("Nowy standard"),
        lead=_("Opisz, czego dotyczy. Kroki i dokumenty dodasz potem, jeden po drugim."),
        submit=_("Zapisz"),
        back="/standardy/",
        parent=_("Standardy"),
    )


@login_required
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, slug: str) -> HttpResponse:
    """What was said of the standard."""
    standard = find_standard(request, slug)
    require(permissions.can_manage_standard(request.user, standard))
    form = StandardForm(request.POST or None, instance=standard, user=request.user)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Zmiany zapisane."))
        return redirect(standard)
    return _page(request, form, standard, title=_("Ustawienia standardu"), submit=_("Zapisz"))


@login_required
@require_http_methods(["GET", "POST"])
def plan(request: HttpRequest, slug: str) -> HttpResponse:
    """When steps are due."""
    standard = find_standard(request, slug)
    require(permissions.can_manage_standard(request.user, standard))
    form = PlanForm(request.POST or None, standard=standard)
    if request.method == "POST" and form.is_valid():
        road.plan_steps(standard=standard, dates=form.cleaned_data)
        messages.success(request, _("Terminy kroków zapisane."))
        return redirect(standard)
    return _page(
        request,
        form,
        standard,
        title=_("Terminy kroków"),
        lead=_("Krok po terminie widać na osi czasu, dopóki nie zostanie zrobiony."),
        submit=_("Zapisz terminy"),
    )


@login_required
@require_http_methods(["GET", "POST"])
def step(request: SignedInRequest, slug: str, target: str) -> HttpResponse:
    """Take a step: show its evidence, or say why the standard goes back."""
    standard = find_standard(request, slug)
    move = _move_to(standard, target)
    require(permissions.can_pass(request.user, standard, move))
    form = StepForm(request.POST or None, request.FILES or None, standard=standard, move=move)
    if request.method == "POST" and form.is_valid():
        try:
            _take(request, form, standard, move)
        except StandardsError as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(
                request, _("Etap: %(stage)s.") % {"stage": standard.get_stage_display()}
            )
            return redirect(standard)
    return _page(
        request,
        form,
        standard,
        title=move_label(move),
        lead=_needs(move),
        submit=_("Zwróć") if move.is_back else _("Potwierdź krok"),
        multipart=True,
    )


@login_required
@require_http_methods(["GET", "POST"])
def start_consultation(request: SignedInRequest, slug: str) -> HttpResponse:
    """Open a real consultation, prefilled with the draft and linked both ways."""
    standard = find_standard(request, slug)
    require(permissions.can_manage_standard(request.user, standard))
    if opening.draft_to_consult(standard) is None:
        messages.error(request, _("Najpierw dodaj projekt standardu."))
        return redirect(standard)
    form = StartConsultationForm(
        request.POST or None, instance=opening.prefilled_consultation(standard, request.user)
    )
    if request.method == "POST" and form.is_valid():
        link = opening.start_consultation(
            standard=standard, consultation=form.save(commit=False), actor=request.user
        )
        messages.success(request, _("Konsultacje są w przygotowaniu. Sprawdź tekst i ogłoś je."))
        return redirect("consultations:draft", link.consultation.slug)
    return _page(
        request,
        form,
        standard,
        title=_("Rozpocznij konsultacje standardu"),
        lead=_("Projekt standardu przeniesiemy do konsultacji. Tu uzupełnij resztę."),
        submit=_("Przygotuj konsultacje"),
    )


def _take(request: SignedInRequest, form: StepForm, standard: Standard, move: Transition) -> None:
    data = form.cleaned_data
    is_public = data.get("is_public", True)
    with (
        stored(data.get("file"), request.user, is_public=is_public) as file,
        stored(data.get("adopted_source"), request.user) as adopted,
    ):
        road.take_step(
            standard=standard,
            target=move.target,
            actor=request.user,
            reason=data.get("reason", ""),
            proof=None if move.is_back else _proof(data, standard, move, file),
            adopted_source=adopted,
        )


def _proof(
    data: dict[str, Any], standard: Standard, move: Transition, file: StoredFile | None
) -> Proof:
    if file is None and move.evidence == EvidenceKind.APPOINTMENT and standard.group:
        file = standard.group.appointment_file
    return Proof(
        dated_on=data["dated_on"],
        number=data.get("number", ""),
        note=data.get("note", ""),
        url=data.get("url", ""),
        file=file,
        is_public=data.get("is_public", True),
        **{name: data.get(name) for name in _LINKS},
    )


def _needs(move: Transition) -> str:
    if move.evidence is None:
        return ""
    return _("Ten krok potwierdza: %(evidence)s. Bez tego baza danych go nie przyjmie.") % {
        "evidence": move.evidence.label
    }


def _move_to(standard: Standard, target: str) -> Transition:
    try:
        return road.find_move(standard, target)
    except StepNotAllowed as error:
        raise Http404 from error


def _page(request: HttpRequest, form: Any, standard: Standard, **texts: Any) -> HttpResponse:
    return form_page(
        request, form, back=standard.get_absolute_url(), parent=standard.title, **texts
    )
