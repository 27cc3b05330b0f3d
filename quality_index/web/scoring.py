"""A member's pages: coming by a personal link, scoring area by area, handing in."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.in_person import in_person
from quality_index.domain import assessing, scores
from quality_index.domain.errors import IndexRefusal
from quality_index.domain.evidence import evidence_for, hints_for
from quality_index.domain.results import index_of_member
from quality_index.models import IndexArea, Seat, Stage
from quality_index.web.access import find_reader, remember_seat, require
from quality_index.web.forms import AreaScoresForm
from quality_index.web.frame import frame


@require_safe
def join(request: HttpRequest, key: str) -> HttpResponse:
    """The personal link of a letter."""
    seat = assessing.take_seat(link_key=key, user=request.user)
    if seat is None or seat.assessment.stage == Stage.PREPARATION:
        return render(request, "quality_index/stale_link.html", status=404)
    remember_seat(request, seat)
    opened = seat.assessment.is_opened
    return redirect(
        "quality_index:gaps" if opened else "quality_index:own_scores", seat.assessment_id
    )


@in_person
@require_safe
def own_scores(request: HttpRequest, pk: int) -> HttpResponse:
    """Where the member stands, and what they have scored."""
    reader = find_reader(request, pk)
    seat = _own(reader.seat)
    given = {row.indicator_id: row for row in seat.scores.all()}
    areas = [_with_progress(area, given) for area in _areas(reader.assessment)]
    return render(
        request,
        "quality_index/own_scores.html",
        frame(reader, "own_scores")
        | {
            "areas": areas,
            "given": len(given),
            "wanted": sum(area["wanted"] for area in areas),
            "index": index_of_member(seat) if reader.assessment.is_opened else None,
        },
    )


@in_person
@require_http_methods(["GET", "POST"])
def area_scores(request: HttpRequest, pk: int, area: str) -> HttpResponse:
    """All questions of one area; what was typed is kept when the term has passed."""
    reader = find_reader(request, pk)
    seat = _own(reader.seat)
    require(reader.scores)
    row = get_object_or_404(reader.assessment.version.areas.select_related("plane"), key=area)
    indicators = list(row.indicators.all())
    given = {score.indicator_id: score for score in seat.scores.filter(indicator__area=row)}
    form = AreaScoresForm(request.POST or None, indicators=indicators, scores=given)
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            scores.save_scores(seat=seat, answers=form.answers())
        except IndexRefusal as refused:
            form.add_error(None, str(refused))
            status = 409
        else:
            return _next(request, pk, row)
    hints = hints_for(reader.assessment)
    proofs: dict[str, list[Any]] = {}
    for proof in evidence_for(reader.assessment, seat):
        for indicator in proof.indicators.all():
            proofs.setdefault(indicator.key, []).append(proof)
    questions = [
        question
        | {
            "hints": hints.get(question["indicator"].key, []),
            "evidence": proofs.get(question["indicator"].key, []),
        }
        for question in form.questions
    ]
    context = {"area": row, "form": form, "questions": questions}
    return render(
        request,
        "quality_index/area_scores.html",
        frame(reader, "own_scores") | context,
        status=status,
    )


@in_person
@require_POST
def submit(request: HttpRequest, pk: int) -> HttpResponse:
    """Hand the scores in."""
    reader = find_reader(request, pk)
    seat = _own(reader.seat)
    try:
        scores.submit_scores(seat=seat)
    except IndexRefusal as refused:
        messages.error(request, str(refused))
    else:
        messages.success(
            request, _("Dziękujemy. Do końca terminu możesz jeszcze zmienić swoje oceny.")
        )
    return redirect("quality_index:own_scores", pk)


def _own(seat: Seat | None) -> Seat:
    if seat is None:
        raise Http404
    return seat


def _areas(assessment: Any) -> list[IndexArea]:
    areas = assessment.version.areas.select_related("plane").prefetch_related("indicators")
    return list(areas.order_by("position"))


def _with_progress(area: IndexArea, given: dict[int, Any]) -> dict[str, Any]:
    rows = list(area.indicators.all())
    done = sum(row.pk in given for row in rows)
    scored = [(row, given.get(row.pk)) for row in rows]
    return {"area": area, "wanted": len(rows), "done": done, "scores": scored}


def _next(request: HttpRequest, pk: int, area: IndexArea) -> HttpResponse:
    """On to the next area, or back to the overview after the last one."""
    messages.success(request, _("Zapisano oceny: %(area)s.") % {"area": area.label})
    following = area.version.areas.filter(position__gt=area.position).order_by("position").first()
    if following is None or "wroc" in request.POST:
        return redirect("quality_index:own_scores", pk)
    return redirect("quality_index:area_scores", pk, following.key)
