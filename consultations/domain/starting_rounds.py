"""Opening a consultation again as a new round."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from consultations.domain import opening, rounds, stages
from consultations.domain.errors import (
    ReasonRequired,
    RoundNeedsText,
    StageNotAllowed,
    TermTooEarly,
)
from consultations.models import Consultation, Stage


def can_start(consultation: Consultation) -> bool:
    """Whether the stage lets a further round begin."""
    return any(move.starts_round for move in stages.allowed_moves(consultation))


@transaction.atomic
def start_round(
    *,
    consultation: Consultation,
    opens_on: date,
    closes_on: date,
    reason: str,
    actor: Any,
    same_text: bool = False,
) -> Consultation:
    """Announce the next round, and open it at once when its day has come.

    Remarks and positions of earlier rounds stay as they are. Raises StageNotAllowed,
    ReasonRequired, TermTooEarly, or RoundNeedsText when the text is the one of the round
    before and ``same_text`` does not say that it is meant.
    """
    locked = Consultation.objects.select_for_update(no_key=True).get(pk=consultation.pk)
    move = next((m for m in stages.allowed_moves(locked) if m.starts_round), None)
    if move is None:
        raise StageNotAllowed
    if not reason.strip():
        raise ReasonRequired
    if opening.term_errors(opens_on, closes_on) or opens_on < timezone.localdate():
        raise TermTooEarly
    if rounds.is_same_text(locked) and not same_text:
        raise RoundNeedsText
    rounds.begin(locked, opens_on=opens_on, closes_on=closes_on, reason=reason, actor=actor)
    stages.enter_stage(locked, move, actor=actor, reason=reason.strip())
    if locked.opens_at <= timezone.now():
        locked = stages.change_stage(consultation=locked, target=Stage.OPEN)
    return locked
