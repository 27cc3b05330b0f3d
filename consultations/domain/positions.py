"""The office's positions on remarks."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils import timezone

from consultations.domain.errors import PositionConflict, StageNotAllowed
from consultations.models import (
    Consultation,
    Position,
    PositionState,
    Remark,
    RemarkState,
    Stage,
    Verdict,
)


@transaction.atomic
def save_position(
    *,
    remark: Remark,
    verdict: Verdict,
    reasons: str,
    actor: Any,
    revision: int = 0,
    approve: bool = False,
) -> Position:
    """Write or change a position.

    ``revision`` is the one the official saw (0 for none yet). Raises PositionConflict when
    somebody saved in between, StageNotAllowed outside opening and analysis.
    """
    _lock_for_answers(remark.consultation_id)
    locked_remark = Remark.objects.select_for_update().get(pk=remark.pk)
    if locked_remark.state != RemarkState.SUBMITTED:
        raise StageNotAllowed
    position = Position.objects.filter(remark=locked_remark).first()
    if (position.revision if position else 0) != revision:
        raise PositionConflict
    position = position or Position(remark=locked_remark, revision=0)
    position.verdict = verdict
    position.reasons = reasons
    position.prepared_by = actor
    position.revision += 1
    _set_state(position, approve, actor)
    position.save()
    return position


@transaction.atomic
def approve_positions(*, positions: Iterable[Position], actor: Any) -> int:
    """Approve prepared positions; returns how many changed."""
    ids = [position.pk for position in positions]
    consultations = Consultation.objects.filter(remarks__position__in=ids)
    for consultation_id in sorted(set(consultations.values_list("pk", flat=True))):
        _lock_for_answers(consultation_id)
    prepared = Position.objects.select_for_update().filter(pk__in=ids, state=PositionState.PREPARED)
    count = 0
    for position in prepared:
        position.revision += 1
        _set_state(position, True, actor)
        position.save()
        count += 1
    return count


def _set_state(position: Position, approve: bool, actor: Any) -> None:
    """An edited text needs approval anew unless the same save approves it."""
    position.state = PositionState.APPROVED if approve else PositionState.PREPARED
    position.approved_by = actor if approve else None
    position.approved_at = timezone.now() if approve else None


def _lock_for_answers(consultation_id: int) -> None:
    """Hold the stage still: no result is published while a position is being saved."""
    answering = Consultation.objects.select_for_update(no_key=True).filter(
        pk=consultation_id, stage__in=(Stage.OPEN, Stage.ANALYSIS)
    )
    if not answering.exists():
        raise StageNotAllowed
