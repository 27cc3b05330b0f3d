"""The office's positions on remarks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from consultations.domain.errors import (
    ApprovalByAnother,
    PositionConflict,
    PositionPublished,
    StageNotAllowed,
)
from consultations.domain.rounds import results_out
from consultations.models import (
    Consultation,
    Position,
    PositionState,
    Remark,
    RemarkGroup,
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
    somebody saved in between, ApprovalByAnother when the consultation asks for two people,
    StageNotAllowed outside opening and analysis.
    """
    consultation = _lock_for_answers(remark.consultation_id)
    locked = Remark.objects.select_for_update().get(pk=remark.pk)
    position = Position.objects.filter(remark=locked).first()
    answer = Answer(verdict, reasons, actor, approve)
    return _write(consultation, locked, position, answer, revision)


@transaction.atomic
def save_group_position(
    *,
    group: RemarkGroup,
    verdict: Verdict,
    reasons: str,
    actor: Any,
    seen: Mapping[int, int],
    approve: bool = False,
) -> list[Position]:
    """Give every remark of the group the same position, or none of them.

    ``seen`` holds the revision of each remark's position by the remark's key, as the official
    saw them. Raises PositionConflict when a position or the group itself changed since.
    """
    consultation = _lock_for_answers(group.consultation_id)
    remarks = list(group.remarks.select_for_update().order_by("pk"))
    positions = {row.remark_id: row for row in Position.objects.filter(remark__in=remarks)}
    if set(seen) != {remark.pk for remark in remarks}:
        raise PositionConflict
    answer = Answer(verdict, reasons, actor, approve)
    return [
        _write(consultation, remark, positions.get(remark.pk), answer, seen[remark.pk])
        for remark in remarks
    ]


@transaction.atomic
def approve_positions(*, positions: Iterable[Position], actor: Any) -> int:
    """Approve prepared positions; returns how many changed.

    Where two people are asked for, the actor's own ones stay as they are.
    """
    ids = [position.pk for position in positions]
    consultations = Consultation.objects.filter(remarks__position__in=ids)
    for consultation_id in sorted(set(consultations.values_list("pk", flat=True))):
        _lock_for_answers(consultation_id)
    prepared = Position.objects.select_for_update().filter(pk__in=ids, state=PositionState.PREPARED)
    own = Q(remark__consultation__approval_by_another=True, prepared_by=actor)
    count = 0
    for position in prepared.exclude(own):
        position.revision += 1
        _set_state(position, True, actor)
        position.save()
        count += 1
    return count


@dataclass(frozen=True, slots=True)
class Answer:
    """What an official decided about one remark or several equal ones."""

    verdict: Verdict
    reasons: str
    actor: Any
    approve: bool


def _write(
    consultation: Consultation,
    remark: Remark,
    position: Position | None,
    answer: Answer,
    seen_revision: int,
) -> Position:
    if remark.state != RemarkState.SUBMITTED:
        raise StageNotAllowed
    if remark.round_number in results_out(consultation):
        raise PositionPublished
    if (position.revision if position else 0) != seen_revision:
        raise PositionConflict
    position = position or Position(remark=remark, revision=0)
    is_changed = (position.verdict, position.reasons) != (answer.verdict, answer.reasons)
    if is_changed or not answer.approve:
        position.prepared_by = answer.actor
    position.verdict, position.reasons = answer.verdict, answer.reasons
    needs_another = consultation.approval_by_another and position.prepared_by == answer.actor
    if answer.approve and needs_another:
        raise ApprovalByAnother
    position.revision += 1
    _set_state(position, answer.approve, answer.actor)
    position.save()
    return position


def _set_state(position: Position, approve: bool, actor: Any) -> None:
    """An edited text needs approval anew unless the same save approves it."""
    position.state = PositionState.APPROVED if approve else PositionState.PREPARED
    position.approved_by = actor if approve else None
    position.approved_at = timezone.now() if approve else None


def _lock_for_answers(consultation_id: int) -> Consultation:
    """Hold the stage still: no result is published while a position is being saved."""
    answering = Consultation.objects.select_for_update(no_key=True).filter(
        pk=consultation_id, stage__in=(Stage.OPEN, Stage.ANALYSIS)
    )
    consultation = answering.first()
    if consultation is None:
        raise StageNotAllowed
    return consultation
