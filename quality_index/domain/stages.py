"""Moving an assessment through its stages; the table of moves stands beside the model."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.translation import gettext as _

from quality_index.domain import assessing, notices, results
from quality_index.domain.errors import ReasonRequired, StageNotAllowed
from quality_index.domain.scores import is_in_time, passed
from quality_index.models import Assessment, AssessmentStageChange, Seat, Side, Stage
from quality_index.models.stages import TRANSITIONS, Transition

Guard = Callable[[Assessment], str | None]


def allowed_moves(assessment: Assessment) -> list[Transition]:
    """Moves that the office may try from the present stage, in the order of the table."""
    return [move for move in TRANSITIONS if move.source == assessment.stage]


def refusal(assessment: Assessment, move: Transition) -> str | None:
    """Why ``move`` is not possible now, or None."""
    for name in move.guards:
        if reason := GUARDS[name](assessment):
            return reason
    return None


@transaction.atomic
def change_stage(
    *, assessment: Assessment, target: Stage, actor: Any = None, reason: str = ""
) -> Assessment:
    """Move to ``target``; raises StageNotAllowed or ReasonRequired.

    The row lock waits for scores in flight and makes two officials take turns.
    """
    locked = Assessment.objects.select_for_update().get(pk=assessment.pk)
    move = next((m for m in allowed_moves(locked) if m.target == target), None)
    if move is None:
        raise StageNotAllowed
    if move.needs_reason and not reason.strip():
        raise ReasonRequired
    if why_not := refusal(locked, move):
        raise StageNotAllowed(why_not)
    locked.stage = target
    _AFTER.get((move.source, target), _nothing)(locked, actor)
    locked.save()
    AssessmentStageChange.objects.create(
        assessment=locked, source=move.source, target=target, actor=actor, reason=reason.strip()
    )
    assessment.refresh_from_db()
    return locked


def move_on_time() -> int:
    """End scoring wherever its deadline has passed and enough members scored; how many moved."""
    due = Assessment.objects.filter(stage=Stage.SCORING, scores_until_at__lte=Now())
    moved = 0
    for assessment in due:
        try:
            change_stage(assessment=assessment, target=Stage.CONSENSUS)
        except StageNotAllowed:
            continue  # too few scores: the office extends the term or cancels
        moved += 1
    return moved


def submitted_by_side(assessment: Assessment) -> dict[str, int]:
    """How many members of each side have handed in their scores."""
    rows = assessment.seats.filter(submitted_at__isnull=False).values_list("side", flat=True)
    sides = list(rows)
    return {side: sides.count(side) for side in Side.values}


def minimum_of(assessment: Assessment, side: str) -> int:
    """The fewest scores that ``side`` has to give."""
    if side == Side.NGO:
        return assessment.minimum_ngo
    return assessment.minimum_administration


def _nothing(assessment: Assessment, actor: Any) -> None:
    """Most moves need nothing more."""


def _invite_all(assessment: Assessment, actor: Any) -> None:
    for seat in assessment.seats.select_related("user"):
        seat.assessment = assessment
        assessing.send_invitation(seat, actor)


def _end_scoring(assessment: Assessment, actor: Any) -> None:
    # When all have handed in, the rest of the term would be waiting for nobody.
    if assessment.scores_until_at and assessment.scores_until_at > timezone.now():
        assessment.scores_until_on = None
        assessment.scores_until_at = timezone.now()
    seats = list(Seat.objects.filter(assessment=assessment).select_related("user"))
    for seat in seats:
        seat.assessment = assessment
    notices.scores_opened(assessment, seats)


def _settle(assessment: Assessment, actor: Any) -> None:
    results.settle(assessment)


def _unsettle(assessment: Assessment, actor: Any) -> None:
    results.unsettle(assessment)


def _publish(assessment: Assessment, actor: Any) -> None:
    assessment.published_at = timezone.now()
    notices.published(assessment, actor)


_AFTER: dict[tuple[Stage, Stage], Callable[[Assessment, Any], None]] = {
    (Stage.PREPARATION, Stage.SCORING): _invite_all,
    (Stage.SCORING, Stage.CONSENSUS): _end_scoring,
    (Stage.CONSENSUS, Stage.APPROVED): _settle,
    (Stage.APPROVED, Stage.CONSENSUS): _unsettle,
    (Stage.APPROVED, Stage.PUBLISHED): _publish,
}


def _team_from_both_sides(assessment: Assessment) -> str | None:
    for side in Side:
        least = minimum_of(assessment, side)
        have = assessment.seats.filter(side=side).count()
        if have < least:
            return _("Strona „%(side)s” ma za mało członków: %(have)d, potrzeba %(least)d.") % {
                "side": side.label,
                "have": have,
                "least": least,
            }
    return None


def _deadline_ahead(assessment: Assessment) -> str | None:
    if not is_in_time(assessment):
        return _("Najpierw ustal ostatni dzień oceny; nie może być z przeszłości.")
    return None


def _scoring_over(assessment: Assessment) -> str | None:
    if passed(assessment):
        return None
    if assessment.seats.filter(submitted_at__isnull=True).exists():
        return _("Oceny są zapieczętowane do końca terminu albo do chwili, gdy oddadzą je wszyscy.")
    return None


def _enough_scores(assessment: Assessment) -> str | None:
    submitted = submitted_by_side(assessment)
    for side in Side:
        least = minimum_of(assessment, side)
        if submitted[side] < least:
            return _("Strona „%(side)s” oddała za mało ocen: %(have)d, potrzeba %(least)d.") % {
                "side": side.label,
                "have": submitted[side],
                "least": least,
            }
    return None


def _everything_agreed(assessment: Assessment) -> str | None:
    missing = assessment.version.indicators.count() - assessment.agreed_scores.count()
    if missing:
        return _("Wskaźniki bez uzgodnionej oceny: %(count)d.") % {"count": missing}
    if not assessment.agreed_scores.filter(value__isnull=False).exists():
        return _("Żaden wskaźnik nie ma oceny, więc nie ma z czego policzyć indeksu.")
    return None


GUARDS: dict[str, Guard] = {
    "team_from_both_sides": _team_from_both_sides,
    "deadline_ahead": _deadline_ahead,
    "scoring_over": _scoring_over,
    "enough_scores": _enough_scores,
    "everything_agreed": _everything_agreed,
}
