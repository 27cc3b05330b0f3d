"""The one way in which a nomination changes its state."""

from __future__ import annotations

from typing import Any

from awards.domain import notices
from awards.domain.errors import ConsentMissing, ReasonRequired, StateNotAllowed
from awards.models import (
    NOMINATION_MOVES,
    Consent,
    Nomination,
    NominationChange,
    NominationMove,
    NominationState,
)
from search import registry


def allowed_moves(nomination: Nomination, by: str) -> list[NominationMove]:
    """Moves of one side from the present state."""
    return [move for move in NOMINATION_MOVES if move.source == nomination.state and move.by == by]


def move_nomination(
    nomination: Nomination, target: NominationState, *, by: str, actor: Any, reason: str = ""
) -> Nomination:
    """Move a locked nomination inside the caller's transaction; logs, saves and tells.

    Raises StateNotAllowed, ReasonRequired, or ConsentMissing when it would be accepted without
    the nominee's word.
    """
    move = next((m for m in allowed_moves(nomination, by) if m.target == target), None)
    if move is None:
        raise StateNotAllowed
    if move.needs_reason and not reason.strip():
        raise ReasonRequired
    if target == NominationState.ACCEPTED and nomination.consent != Consent.GIVEN:
        raise ConsentMissing
    nomination.state = target
    nomination.save()
    NominationChange.objects.create(
        nomination=nomination,
        source=move.source,
        target=target,
        actor=actor,
        reason=reason.strip(),
    )
    notices.nomination_moved(nomination, actor, reason.strip())
    registry.touch("nagrody", [nomination.category.edition_id])
    return nomination
