"""The official's pages: creating a consultation and moving it on."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.told import Told
from consultations.domain import checklist, opening, permissions, stages
from consultations.domain.errors import ConsultationError
from consultations.models import Consultation, Stage
from consultations.models.stages import Transition
from consultations.web.access import find_consultation, require
from consultations.web.forms import ConsultationForm, ExtendTermForm, StageForm

EDITABLE_STAGES = (Stage.DRAFT, Stage.ANNOUNCED)


@login_required
@require_http_methods(["GET", "POST"])
def create(request: HttpRequest) -> HttpResponse:
    """A new consultation; its draft is added in the next step."""
    require(permissions.can_create_consultation(request.user))
    form = ConsultationForm(request.POST or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        consultation = opening.create_consultation(
            consultation=form.save(commit=False), actor=request.user
        )
        _warn_of_short_term(request, consultation)
        messages.success(request, _("Zapisano. Teraz dodaj projekt."))
        return redirect("consultations:draft", consultation.slug)
    return render(request, "consultations/form.html", {"form": form})


@login_required
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, slug: str) -> HttpResponse:
    """What was said of the consultation, until it opens."""
    consultation = find_consultation(request, slug)
    require(permissions.can_manage_consultation(request.user, consultation))
    if consultation.stage not in EDITABLE_STAGES or consultation.round_number > 1:
        messages.error(request, _("Po rozpoczęciu konsultacji można już tylko przedłużyć termin."))
        return redirect(consultation)
    form = ConsultationForm(request.POST or None, instance=consultation, user=request.user)
    if request.method == "POST" and form.is_valid():
        opening.change_consultation(consultation=form.save(commit=False), actor=request.user)
        _warn_of_short_term(request, consultation)
        messages.success(request, _("Zmiany zapisane."))
        return redirect(consultation)
    return render(request, "consultations/form.html", {"form": form, "consultation": consultation})


@login_required
@require_http_methods(["GET", "POST"])
def change_stage(request: HttpRequest, slug: str, target: str) -> HttpResponse:
    """Says what will happen, asks for a reason where one is due, then moves."""
    consultation = find_consultation(request, slug)
    require(permissions.can_manage_consultation(request.user, consultation))
    move = _move_to(consultation, target)
    missing = checklist.missing_parts(consultation) if move.target == Stage.ANNOUNCED else []
    form = StageForm(
        request.POST if request.method == "POST" else None,
        needs_reason=move.needs_reason or bool(missing),
    )
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data.get("reason", "")
        with Told(request, form=form):
            _make(move, consultation, request, reason)
            messages.success(request, _("Etap: %(stage)s.") % {"stage": _stage_name(consultation)})
            return redirect(consultation)
    return render(
        request,
        "consultations/change_stage.html",
        {
            "consultation": consultation,
            "form": form,
            "move": move,
            "target": Stage(move.target),
            "missing": missing,
            "refusal": stages.refusal(consultation, move),
        },
    )


@login_required
@require_http_methods(["GET", "POST"])
def extend_term(request: HttpRequest, slug: str) -> HttpResponse:
    """A later last day, with the reason."""
    consultation = find_consultation(request, slug)
    require(permissions.can_manage_consultation(request.user, consultation))
    form = ExtendTermForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            stages.extend_term(consultation=consultation, actor=request.user, **form.cleaned_data)
        except ConsultationError as refused:
            form.add_error("closes_on", str(refused))
        else:
            messages.success(request, _("Termin został przedłużony, uczestnicy dostaną wiadomość."))
            return redirect(consultation)
    return render(
        request, "consultations/extend_term.html", {"consultation": consultation, "form": form}
    )


def _move_to(consultation: Consultation, target: str) -> Transition:
    for move in stages.allowed_moves(consultation):
        if move.target == target and not move.starts_round:
            return move
    raise Http404


def _make(move: Transition, consultation: Consultation, request: HttpRequest, reason: str) -> None:
    if move.target == Stage.ANNOUNCED:
        checklist.announce_checked(consultation=consultation, actor=request.user, reason=reason)
    else:
        stages.change_stage(
            consultation=consultation, target=move.target, actor=request.user, reason=reason
        )


def _stage_name(consultation: Consultation) -> str:
    return str(Stage(consultation.stage).label)


def _warn_of_short_term(request: HttpRequest, consultation: Consultation) -> None:
    warning = opening.term_warning(consultation)
    if warning:
        messages.warning(request, warning)
