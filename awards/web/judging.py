"""The juror's pages: what is left, declarations, reading and scoring, the jury's own talk."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.in_person import in_person
from accounts.posted_from import posted_from
from accounts.told import Told
from awards.domain import evaluating, jury, permissions
from awards.domain.deliberating import cast_ballot, tally
from awards.domain.queries import with_details
from awards.models import (
    Ballot,
    Declaration,
    EditionStage,
    Evaluation,
    Juror,
    Motion,
    Nomination,
    NominationNote,
)
from awards.web.access import find_seat
from awards.web.forms import NoteForm
from awards.web.jury_forms import DeclareForm, ScoreForm
from awards.web.nominating import answers_of
from awards.web.notes import send_note

_READING = (
    EditionStage.JURY,
    EditionStage.DELIBERATION,
    EditionStage.SEALED,
    EditionStage.PUBLISHED,
)


@login_required
@require_safe
def own_list(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """The declaration first; then every nomination with what is left to do."""
    juror = find_seat(request, slug, year)
    rows = list(_before(juror)) if juror.is_sitting else []
    declared = {row.nomination_id: row for row in juror.declarations.all()}
    sheets = {row.nomination_id: row for row in juror.evaluations.all()}
    assigned = set(juror.assignments.values_list("nomination", flat=True))
    left = jury.left_to_do(juror).count() if juror.is_sitting else 0
    scored = sum(sheet.is_submitted for sheet in sheets.values())
    suggestions = jury.suggested_conflicts(juror, [row for row in rows if row.pk not in declared])
    lines: dict[Any, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        lines[row.category].append(
            {
                "nomination": row,
                "declaration": declared.get(row.pk),
                "sheet": sheets.get(row.pk),
                "is_assigned": row.pk in assigned,
                "suggestion": suggestions.get(row.pk, ""),
                "hides": permissions.hides_nominee(row),
            }
        )
    return render(
        request,
        "awards/jury.html",
        {
            "edition": juror.edition,
            "juror": juror,
            "groups": list(lines.items()),
            "left": left,
            "scored": scored,
            "total": scored + left,
            "motions": _open_motions(juror),
            "choices": Ballot.Choice.choices,
        },
    )


def _before(juror: Juror) -> QuerySet[Nomination]:
    """Nominations that the jury weighs; none before the formal check is over."""
    if juror.edition.stage not in _READING:
        return Nomination.objects.none()
    return (
        Nomination.objects.standing()
        .filter(category__edition=juror.edition)
        .select_related("category__edition__competition", "county")
        .order_by("category__position", "number")
    )


def _open_motions(juror: Juror) -> list[dict[str, Any]]:
    conflicts = juror.declarations.filter(answer=Declaration.Answer.CONFLICT)
    motions = (
        Motion.objects.filter(meeting__edition=juror.edition, meeting__present=juror)
        .exclude(nomination__in=conflicts.values("nomination"))
        .select_related("category", "nomination")
        .prefetch_related("ballots")
    )
    return [
        {
            "motion": motion,
            "own": next((b for b in motion.ballots.all() if b.juror_id == juror.pk), None),
            "tally": tally(motion) if motion.closed_at else None,
        }
        for motion in motions
    ]


@login_required
@in_person
@require_POST
def sign(request: HttpRequest, slug: str, year: int) -> HttpResponse:
    """The signature under the declaration of confidentiality."""
    juror = find_seat(request, slug, year)
    if request.POST.get("agree"):
        jury.sign_declaration(juror=juror)
        messages.success(request, _("Deklaracja podpisana."))
    else:
        messages.error(request, _("Zaznacz, że przyjmujesz deklarację."))
    return redirect("awards:jury", slug, year)


@login_required
@in_person
@require_http_methods(["GET", "POST"])
def declare(request: HttpRequest, slug: str, year: int, number: int) -> HttpResponse:
    """Whether the juror is connected with the nominee; asked before anything is read."""
    juror, nomination = _find(request, slug, year, number)
    suggestion = jury.suggested_conflicts(juror, [nomination]).get(nomination.pk, "")
    form = DeclareForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with Told(request, _("Oświadczenie zapisane."), form):
            declaration = jury.declare(juror=juror, nomination=nomination, **form.cleaned_data)
            if declaration.answer == Declaration.Answer.NO_CONFLICT:
                return redirect("awards:judge", slug, year, number)
            return redirect("awards:jury", slug, year)
    return render(
        request,
        "awards/declare.html",
        {
            "edition": juror.edition,
            "nomination": nomination,
            "form": form,
            "suggestion": suggestion,
        },
    )


@login_required
@in_person
@require_http_methods(["GET", "POST"])
def judge(request: HttpRequest, slug: str, year: int, number: int) -> HttpResponse:
    """Read and score; others' scores show once one's own are in."""
    juror, nomination = _find(request, slug, year, number)
    if juror.is_sitting and not juror.declarations.filter(nomination=nomination).exists():
        return redirect("awards:declare", slug, year, number)
    if not permissions.can_read_as_juror(juror, nomination):
        raise PermissionDenied
    submits = "submit" in request.POST
    sheet = evaluating.sheet_of(juror, nomination)
    form = _score_form(nomination, sheet, request.POST or None, complete=submits)
    if request.method == "POST" and form.is_valid():
        save = evaluating.submit_scores if submits else evaluating.keep_scores
        success = _("Ocena złożona.") if submits else _("Ocena robocza zapisana.")
        with Told(request, success, form):
            save(
                juror=juror,
                nomination=nomination,
                points=form.points,
                justification=form.cleaned_data["justification"],
            )
            return redirect("awards:judge", slug, year, number)
    return _page(request, juror, nomination, sheet, form)


def _next_to_score(juror: Juror, nomination: Nomination) -> dict[str, Any] | None:
    """What else waits for the juror, by name where the name may be seen."""
    waiting = jury.left_to_do(juror).exclude(pk=nomination.pk).first()
    if waiting is None:
        return None
    return {"nomination": waiting, "hides": permissions.hides_nominee(waiting)}


def _score_form(
    nomination: Nomination, sheet: Evaluation | None, data: Any = None, *, complete: bool = False
) -> ScoreForm:
    criteria = list(nomination.category.criteria.order_by("position", "pk"))
    return ScoreForm(data, criteria=criteria, complete=complete, initial=_initial(sheet))


def _page(
    request: HttpRequest,
    juror: Juror,
    nomination: Nomination,
    sheet: Evaluation | None,
    form: ScoreForm,
    *,
    note_form: NoteForm | None = None,
) -> HttpResponse:
    """The page of a nomination; forms that were refused keep what was typed."""
    is_assigned = juror.assignments.filter(nomination=nomination).exists()
    can_score = (
        is_assigned
        and nomination.edition.stage == EditionStage.JURY
        and not (sheet and sheet.is_submitted)
    )
    return render(
        request,
        "awards/judge.html",
        {
            "edition": juror.edition,
            "category": nomination.category,
            "nomination": nomination,
            "hide_nominee": permissions.hides_nominee(nomination),
            "answers": answers_of(nomination),
            "sheet": sheet,
            "form": form,
            "can_score": can_score or form.errors,
            "others": evaluating.others_sheets(juror, nomination),
            "can_talk": permissions.can_see_scores_of(juror, nomination),
            "notes": _talk(juror, nomination),
            "note_form": note_form or NoteForm(),
            "next": _next_to_score(juror, nomination),
        },
    )


def _initial(sheet: Evaluation | None) -> dict[str, Any]:
    if sheet is None:
        return {}
    points = {f"points_{row.criterion_id}": row.value for row in sheet.scores.all()}
    return {"justification": sheet.justification, **points}


def _talk(juror: Juror, nomination: Nomination) -> Any:
    """What the jury says of the nomination, after one's own scores are in."""
    if not permissions.can_see_scores_of(juror, nomination):
        return NominationNote.objects.none()
    return nomination.notes.filter(room=NominationNote.Room.JURY).select_related("author")


@login_required
@posted_from("awards:judge")
def talk(request: HttpRequest, slug: str, year: int, number: int) -> HttpResponse:
    """A word to the jury about a nomination."""
    juror, nomination = _find(request, slug, year, number)
    if not permissions.can_see_scores_of(juror, nomination):
        raise PermissionDenied
    if refused := send_note(request, nomination, NominationNote.Room.JURY):
        sheet = evaluating.sheet_of(juror, nomination)
        form = _score_form(nomination, sheet)
        return _page(request, juror, nomination, sheet, form, note_form=refused)
    return redirect("awards:judge", slug, year, number)


@login_required
@in_person
@require_POST
def ballot(request: HttpRequest, slug: str, year: int, pk: int) -> HttpResponse:
    """A vote on a motion."""
    juror = find_seat(request, slug, year)
    motion = get_object_or_404(Motion, pk=pk, meeting__edition=juror.edition)
    choice = request.POST.get("choice", "")
    if choice in Ballot.Choice.values:
        with Told(request, _("Głos zapisany.")):
            cast_ballot(motion=motion, juror=juror, choice=choice)
    return redirect("awards:jury", slug, year)


def _find(request: HttpRequest, slug: str, year: int, number: int) -> tuple[Juror, Nomination]:
    juror = find_seat(request, slug, year)
    if not juror.is_sitting:
        raise PermissionDenied
    rows = with_details(_before(juror))
    return juror, get_object_or_404(rows, number=number)
