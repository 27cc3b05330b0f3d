"""Taking a standard from step to step, each with its evidence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from consultations.domain.adopted_text import UnreadableAdoptedText, record_adopted_text
from consultations.models import Consultation, DraftVersion
from documents.models import StoredFile
from standards.domain import notices
from standards.domain.errors import (
    EvidenceMissing,
    ReasonRequired,
    StepNotAllowed,
    UnreadableText,
)
from standards.models import (
    TRANSITIONS,
    DocumentVersion,
    Evidence,
    EvidenceKind,
    Opinion,
    Stage,
    StageChange,
    Standard,
    StepPlan,
    Training,
    Transition,
    evidence_after,
)

STEP_HAS_EVIDENCE = "step_has_evidence"


@dataclass(frozen=True, kw_only=True)
class Proof:
    """What an official shows for a step; which parts are needed depends on the step."""

    dated_on: date
    number: str = ""
    note: str = ""
    url: str = ""
    file: StoredFile | None = None
    document: DocumentVersion | None = None
    consultation: Consultation | None = None
    opinion: Opinion | None = None
    training: Training | None = None
    replacement: Standard | None = None
    is_public: bool = True


def allowed_moves(standard: Standard) -> list[Transition]:
    """Moves from the present stage, in the order of the table."""
    return [move for move in TRANSITIONS if move.source == standard.stage]


def find_move(standard: Standard, target: str) -> Transition:
    """The move to ``target``; raises StepNotAllowed when there is none from here."""
    move = next((move for move in allowed_moves(standard) if move.target == target), None)
    if move is None:
        raise StepNotAllowed
    return move


@transaction.atomic
def take_step(
    *,
    standard: Standard,
    target: str,
    actor: Any,
    proof: Proof | None = None,
    reason: str = "",
    adopted_source: StoredFile | None = None,
) -> Standard:
    """Move to ``target`` with the evidence given now or kept before.

    ``adopted_source`` is the file of the adopted text, when it differs from the consulted one.
    The row lock makes two officials take turns; the database refuses a step without evidence
    (EvidenceMissing).
    """
    locked = Standard.objects.select_for_update(no_key=True).get(pk=standard.pk)
    move = find_move(locked, target)
    if move.needs_reason and not reason.strip():
        raise ReasonRequired
    if proof is not None and move.evidence is not None:
        keep_evidence(standard=locked, kind=move.evidence, proof=proof, actor=actor)
    evidence = valid_evidence(locked, move.evidence) if move.evidence else None
    if move.is_back:
        _supersede(locked, evidence_after(move.target))
    locked.stage = move.target
    if move.target == Stage.ADOPTED:
        locked.adopted_text = _adopted_text(locked, adopted_source, evidence, actor)
    _save_stage(locked)
    StageChange.objects.create(
        standard=locked,
        source=move.source,
        target=move.target,
        evidence=evidence,
        actor=actor,
        reason=reason.strip(),
    )
    notices.stage_changed(locked, actor, reason.strip())
    standard.stage, standard.adopted_text = locked.stage, locked.adopted_text
    return locked


def keep_evidence(*, standard: Standard, kind: EvidenceKind, proof: Proof, actor: Any) -> Evidence:
    """Keep a document or fact; it takes the place of an earlier one of its kind."""
    _supersede(standard, [kind])
    return Evidence.objects.create(
        standard=standard,
        kind=kind,
        number=proof.number.strip(),
        dated_on=proof.dated_on,
        note=proof.note.strip(),
        url=proof.url,
        file=proof.file,
        document=proof.document,
        consultation=proof.consultation,
        opinion=proof.opinion,
        training=proof.training,
        replacement=proof.replacement,
        is_public=proof.is_public,
        added_by=actor,
    )


def valid_evidence(standard: Standard, kind: EvidenceKind) -> Evidence | None:
    """The evidence of a kind that counts now."""
    return standard.evidence.filter(kind=kind, superseded_at__isnull=True).first()


@transaction.atomic
def plan_steps(*, standard: Standard, dates: dict[str, date | None]) -> None:
    """Set when steps are due; a step without a date has no plan."""
    Standard.objects.select_for_update(no_key=True).get(pk=standard.pk)
    for stage, day in dates.items():
        if day is None:
            standard.plans.filter(stage=stage).delete()
        else:
            plan, is_new = StepPlan.objects.get_or_create(
                standard=standard, stage=stage, defaults={"due_on": day}
            )
            if not is_new and plan.due_on != day:
                plan.due_on, plan.reminded_on = day, None
                plan.save(update_fields=["due_on", "reminded_on"])
    standard.save(update_fields=["updated_at"])


def _save_stage(standard: Standard) -> None:
    """The trigger has the last word about evidence."""
    try:
        with transaction.atomic():
            standard.save(update_fields=["stage", "adopted_text", "updated_at"])
    except IntegrityError as error:
        diagnosis = getattr(error.__cause__, "diag", None)
        if diagnosis is not None and diagnosis.constraint_name == STEP_HAS_EVIDENCE:
            raise EvidenceMissing from error
        raise


def _supersede(standard: Standard, kinds: Any) -> None:
    standard.evidence.filter(kind__in=list(kinds), superseded_at__isnull=True).update(
        superseded_at=timezone.now()
    )


def _adopted_text(
    standard: Standard, source: StoredFile | None, resolution: Evidence | None, actor: Any
) -> DraftVersion | None:
    """The text in force: the consulted one, or the one that the board changed."""
    consulted = valid_evidence(standard, EvidenceKind.CONSULTATION)
    if consulted is None or consulted.consultation is None or resolution is None:
        raise EvidenceMissing
    if source is None:
        return consulted.consultation.current_version
    try:
        return record_adopted_text(
            consultation=consulted.consultation,
            source=source,
            note=str(resolution),
            actor=actor,
        )
    except UnreadableAdoptedText as error:
        raise UnreadableText from error
