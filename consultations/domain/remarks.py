"""Remarks: submitting, changing, withdrawing, supporting, entering from paper."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from consultations.domain import notices
from consultations.domain.attachments import attach, detach
from consultations.domain.clock import ClockTimestamp, refusing_late
from consultations.domain.errors import (
    ConsultationClosed,
    ConsultationNotOpenYet,
    RemarkNotEditable,
    StageNotAllowed,
)
from consultations.domain.public_changes import note_public_change
from consultations.domain.remark_drafts import forget_draft
from consultations.models import (
    Channel,
    Consultation,
    ConsultationMeeting,
    Provision,
    Remark,
    RemarkState,
    RemarkSupport,
    Stage,
)
from documents.models import StoredFile
from organizations.models import Organization


@dataclass(frozen=True, slots=True)
class RemarkContent:
    """What the author wrote."""

    text: str
    proposed_wording: str = ""
    justification: str = ""
    selection: list[dict[str, Any]] | None = None


@refusing_late
def submit_remark(
    *,
    consultation: Consultation,
    author: Any,
    content: RemarkContent,
    provision: Provision | None = None,
    organization: Organization | None = None,
    submission_key: uuid.UUID | None = None,
    files: Sequence[StoredFile] = (),
) -> Remark:
    """Store a remark from the portal.

    The database decides by its own clock whether it came in time. Repeating the same
    ``submission_key`` returns the remark stored first, and its draft is done with. Raises
    ConsultationClosed or ConsultationNotOpenYet.
    """
    taken = _next_number_if_open(consultation)
    if taken is None or consultation.current_version is None:
        raise _not_open(consultation)
    number, round_number = taken
    # One person's key never meets another's, whatever a form was made to send.
    key = uuid.uuid5(submission_key, str(author.pk)) if submission_key else None
    if key and (stored := Remark.objects.filter(submission_key=key).first()):
        # The number goes back under the lock that gave it, so that numbers have no gaps.
        Consultation.objects.filter(pk=consultation.pk).update(last_remark_number=number - 1)
        return stored
    remark = Remark.objects.create(
        consultation=consultation,
        number=number,
        version_id=provision.version_id if provision else consultation.current_version.pk,
        provision=provision,
        author=author,
        organization=organization,
        round_number=round_number,
        submitter_name=str(organization or author),
        submission_key=key,
        submitted_at=timezone.now(),
        **_fields(content),
    )
    attach(remark, files)
    forget_draft(user=author, consultation=consultation, unit=provision)
    notices.remark_submitted(remark)
    return remark


@transaction.atomic
def enter_remark(
    *,
    consultation: Consultation,
    entered_by: Any,
    content: RemarkContent,
    channel: Channel,
    received_on: date,
    submitter_name: str,
    provision: Provision | None = None,
    organization: Organization | None = None,
    submission_key: uuid.UUID | None = None,
    meeting: ConsultationMeeting | None = None,
) -> Remark:
    """Record a remark that came by letter, e-mail or at a meeting.

    The office may do so while it analyses, since paper posted in time arrives later. One made
    at a ``meeting`` belongs to the meeting's round. Raises StageNotAllowed otherwise.
    """
    if channel == Channel.PORTAL:
        raise ValueError("Remarks from the portal are submitted by their authors.")
    stages = (Stage.OPEN, Stage.ANALYSIS)
    taken = Consultation.objects.filter(pk=consultation.pk, stage__in=stages).update(
        last_remark_number=F("last_remark_number") + 1
    )
    if not taken or consultation.current_version is None:
        raise StageNotAllowed
    number, round_number = _number_and_round(consultation)
    return Remark.objects.create(
        consultation=consultation,
        number=number,
        round_number=meeting.round_number if meeting else round_number,
        meeting=meeting,
        version=consultation.current_version,
        provision=provision,
        organization=organization,
        submitter_name=submitter_name,
        channel=channel,
        received_on=received_on,
        submission_key=submission_key,
        entered_by=entered_by,
        submitted_at=timezone.now(),
        **_fields(content),
    )


@refusing_late
def change_remark(
    *,
    remark: Remark,
    content: RemarkContent,
    files: Sequence[StoredFile] = (),
    removed: Iterable[int] = (),
) -> Remark:
    """Change the author's own remark before the deadline; earlier texts stay in the history.

    ``files`` are added to it, the attachments with the keys ``removed`` go.
    """
    locked = _lock_open(remark)
    for name, value in _fields(content).items():
        setattr(locked, name, value)
    locked.save()
    note_public_change(locked.consultation_id)
    detach(locked, removed)
    attach(locked, files)
    return locked


@refusing_late
def withdraw_remark(*, remark: Remark, reason: str = "") -> Remark:
    """Take back the author's own remark before the deadline; its number is not used again."""
    locked = _lock_open(remark)
    locked.state = RemarkState.WITHDRAWN
    locked.state_reason = reason
    locked.save(update_fields=["state", "state_reason", "updated_at"])
    note_public_change(locked.consultation_id)
    return locked


@transaction.atomic
def support_remark(*, remark: Remark, user: Any) -> int:
    """Add the user's support once; returns the number of supports now."""
    note_public_change(remark.consultation_id)
    _support, created = RemarkSupport.objects.get_or_create(remark=remark, user=user)
    if created:
        Remark.objects.filter(pk=remark.pk).update(support_count=F("support_count") + 1)
    return Remark.objects.values_list("support_count", flat=True).get(pk=remark.pk)


@transaction.atomic
def stop_supporting_remark(*, remark: Remark, user: Any) -> int:
    """Take the user's support back; returns the number of supports now."""
    note_public_change(remark.consultation_id)
    deleted, _rows = RemarkSupport.objects.filter(remark=remark, user=user).delete()
    if deleted:
        Remark.objects.filter(pk=remark.pk).update(support_count=F("support_count") - 1)
    return Remark.objects.values_list("support_count", flat=True).get(pk=remark.pk)


def _next_number_if_open(consultation: Consultation) -> tuple[int, int] | None:
    """Take the next number, with the round it falls into, while open; or None.

    One statement decides and numbers: whoever waits for the row here has the condition
    checked again with the clock of the moment the lock was got.
    """
    taken = Consultation.objects.filter(
        pk=consultation.pk, stage=Stage.OPEN, closes_at__gt=ClockTimestamp()
    ).update(last_remark_number=F("last_remark_number") + 1)
    return _number_and_round(consultation) if taken else None


def _number_and_round(consultation: Consultation) -> tuple[int, int]:
    rows = Consultation.objects.values_list("last_remark_number", "round_number")
    number, round_number = rows.get(pk=consultation.pk)
    return number, round_number


def _not_open(consultation: Consultation) -> Exception:
    consultation.refresh_from_db(fields=["stage", "opens_at", "closes_at"])
    if consultation.stage in (Stage.DRAFT, Stage.ANNOUNCED):
        return ConsultationNotOpenYet()
    return ConsultationClosed()


def _lock_open(remark: Remark) -> Remark:
    """The remark, locked, with its consultation still taking remarks by the database's clock."""
    is_open = Consultation.objects.select_for_update(no_key=True).filter(
        pk=remark.consultation_id,
        stage=Stage.OPEN,
        closes_at__gt=ClockTimestamp(),
        round_number=remark.round_number,
    )
    if not is_open.exists():
        raise ConsultationClosed
    locked = Remark.objects.select_for_update().get(pk=remark.pk)
    if locked.state != RemarkState.SUBMITTED:
        raise RemarkNotEditable
    return locked


def _fields(content: RemarkContent) -> dict[str, Any]:
    return {
        "text": content.text,
        "proposed_wording": content.proposed_wording,
        "justification": content.justification,
        "selection": content.selection,
    }
