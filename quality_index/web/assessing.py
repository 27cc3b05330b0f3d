"""The office's pages: starting an assessment, its team, and moving it on."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts import access_log
from accounts.told import Told
from quality_index.domain import assessing, permissions, stages
from quality_index.domain.errors import IndexRefusal, YearTaken
from quality_index.models import Assessment, Seat, Side, Stage
from quality_index.models.stages import Transition
from quality_index.web.access import find_reader, require
from quality_index.web.forms import AssessmentForm, DeadlineForm, ReasonForm, SeatForm
from quality_index.web.frame import frame
from quality_index.web.words import move_label


@login_required
@require_http_methods(["GET", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """A new assessment; its team is gathered in the next step."""
    require(permissions.can_start_assessment(request.user))
    form = AssessmentForm(request.POST or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        try:
            assessment = assessing.start_assessment(
                assessment=form.save(commit=False), actor=request.user
            )
        except YearTaken as refused:
            form.add_error("year", str(refused))
        else:
            messages.success(request, _("Zapisano. Teraz zaproś zespół z obu stron."))
            return redirect("quality_index:team", assessment.pk)
    return render(request, "quality_index/start.html", {"form": form})


@login_required
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Settings of an assessment, until scoring begins."""
    reader = find_reader(request, pk)
    require(reader.manages and reader.assessment.stage == Stage.PREPARATION)
    form = AssessmentForm(request.POST or None, instance=reader.assessment, user=request.user)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Zmiany zapisane."))
        return redirect(reader.assessment)
    return render(
        request, "quality_index/start.html", {"form": form, "assessment": reader.assessment}
    )


@require_safe
def assessment(request: HttpRequest, pk: int) -> HttpResponse:
    """How far the assessment is, and what comes next."""
    reader = find_reader(request, pk)
    row = reader.assessment
    if row.is_public and not reader.manages and reader.seat is None:
        return redirect("quality_index:results", row.pk)
    return render(
        request,
        "quality_index/assessment.html",
        frame(reader, "assessment")
        | {
            "moves": _moves(row) if reader.manages else [],
            "sides": _progress(row),
            "surveys": row.broad_surveys.select_related("body"),
            "changes": row.stage_changes.select_related("actor"),
            "indicator_count": row.version.indicators.count(),
            "agreed_count": row.agreed_scores.count(),
        },
    )


@login_required
@require_http_methods(["GET", "POST"])
def team(request: HttpRequest, pk: int) -> HttpResponse:
    """The members, and a form for the next one; who scored what is not here."""
    reader = find_reader(request, pk)
    require(reader.manages)
    seat = Seat(assessment=reader.assessment)
    form = SeatForm(request.POST or None, instance=seat)
    if request.method == "POST" and form.is_valid():
        try:
            assessing.add_seat(seat=form.save(commit=False), actor=request.user)
        except IndexRefusal as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("Dodano do zespołu: %(name)s.") % {"name": seat.name})
            return redirect("quality_index:team", pk)
    rows = list(reader.assessment.seats.order_by("side", "name"))
    members = [row.user_id for row in rows]
    access_log.record(request, "quality_index.team", members, about=reader.assessment)
    is_open = reader.assessment.stage in assessing.TEAM_STAGES
    return render(
        request,
        "quality_index/team.html",
        frame(reader, "team")
        | {"form": form, "seats": rows, "sides": _progress(reader.assessment), "is_open": is_open},
    )


@login_required
@require_POST
def remove_seat(request: HttpRequest, pk: int, seat: int) -> HttpResponse:
    """Let a member go."""
    row = _seat(request, pk, seat)
    return _after(request, pk, lambda: assessing.remove_seat(seat=row), _("Usunięto z zespołu."))


@login_required
@require_POST
def renew_link(request: HttpRequest, pk: int, seat: int) -> HttpResponse:
    """Mail a new personal link."""
    row = _seat(request, pk, seat)
    return _after(
        request,
        pk,
        lambda: assessing.renew_link(seat=row, actor=request.user),
        _("Wysłano nowy odnośnik; poprzedni przestał działać."),
    )


@login_required
@require_http_methods(["GET", "POST"])
def change_stage(request: HttpRequest, pk: int, target: str) -> HttpResponse:
    """Says what will happen, asks for a reason where one is due, then moves."""
    reader = find_reader(request, pk)
    require(reader.manages)
    move = _move_to(reader.assessment, target)
    form = ReasonForm(
        request.POST if request.method == "POST" else None, needs_reason=move.needs_reason
    )
    if request.method == "POST" and form.is_valid():
        with Told(request, _("Etap: %(stage)s.") % {"stage": move.target.label}, form):
            stages.change_stage(
                assessment=reader.assessment,
                target=move.target,
                actor=request.user,
                reason=form.cleaned_data.get("reason", ""),
            )
            return redirect("quality_index:assessment", pk)
    context = {"move": move, "form": form, "refusal": stages.refusal(reader.assessment, move)}
    return render(request, "quality_index/change_stage.html", frame(reader, "") | context)


@login_required
@require_http_methods(["GET", "POST"])
def deadline(request: HttpRequest, pk: int) -> HttpResponse:
    """A later last day, with the reason."""
    reader = find_reader(request, pk)
    require(reader.manages)
    form = DeadlineForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            assessing.extend_deadline(
                assessment=reader.assessment, actor=request.user, **form.cleaned_data
            )
        except IndexRefusal as refused:
            form.add_error("until", str(refused))
        else:
            messages.success(request, _("Termin oceny przedłużony."))
            return redirect(reader.assessment)
    return render(
        request,
        "layouts/form.html",
        {
            "form": form,
            "title": _("Przedłuż termin oceny"),
            "lead": str(reader.assessment),
            "submit": _("Przedłuż"),
            "cancel_url": reader.assessment.get_absolute_url(),
        },
    )


def _seat(request: HttpRequest, pk: int, seat: int) -> Seat:
    reader = find_reader(request, pk)
    require(reader.manages)
    return get_object_or_404(Seat.objects.select_related("assessment__body", "user"),
                             assessment=pk, pk=seat)  # fmt: skip


def _after(request: HttpRequest, pk: int, act: Callable[[], None], done: str) -> HttpResponse:
    try:
        act()
    except IndexRefusal as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, done)
    return redirect("quality_index:team", pk)


def _move_to(assessment: Assessment, target: str) -> Transition:
    for move in stages.allowed_moves(assessment):
        if move.target == target:
            return move
    raise Http404


def _moves(assessment: Assessment) -> list[dict[str, object]]:
    return [
        {
            "target": move.target,
            "label": move_label(move),
            "refusal": stages.refusal(assessment, move),
            "kind": "quiet" if move.needs_reason else "",
        }
        for move in stages.allowed_moves(assessment)
    ]


def _progress(assessment: Assessment) -> list[dict[str, object]]:
    """Numbers of each side; whoever reads them learns nothing of any score."""
    submitted = stages.submitted_by_side(assessment)
    rows = list(assessment.seats.values_list("side", flat=True))
    return [
        {
            "label": side.label,
            "members": rows.count(side),
            "submitted": submitted[side],
            "least": stages.minimum_of(assessment, side),
        }
        for side in Side
    ]
