"""Meetings of a consultation: announcing, cancelling, and recording what happened there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from consultations.domain import notices_of_procedure as notices
from consultations.domain.errors import (
    FewerThanListed,
    MeetingNotOver,
    ReasonRequired,
    StageNotAllowed,
)
from consultations.domain.public_changes import note_public_change
from consultations.models import (
    Consultation,
    ConsultationMeeting,
    MeetingAttendee,
    MeetingHeadcount,
    Mode,
    RemarkState,
    Sector,
    Stage,
)
from documents.models import StoredFile
from documents.storing import delete_stored_file

# Meetings are arranged until the results are out; after them only records may be completed.
ARRANGING = (Stage.DRAFT, Stage.ANNOUNCED, Stage.OPEN, Stage.ANALYSIS)
_TELLS = (Stage.ANNOUNCED, Stage.OPEN, Stage.ANALYSIS)


@dataclass(frozen=True, slots=True)
class AttendanceLine:
    """One line of an attendance list."""

    name: str
    represents: str
    sector: Sector


def meetings_of(consultation: Consultation) -> QuerySet[ConsultationMeeting]:
    """Meetings in order of time with all that a list shows."""
    counted = Q(remarks__state=RemarkState.SUBMITTED)
    return (
        ConsultationMeeting.objects.filter(consultation=consultation)
        .select_related("protocol_file", "consultation")
        .prefetch_related("headcounts")
        .annotate(remark_count=Count("remarks", filter=counted))
    )


def can_arrange(consultation: Consultation) -> bool:
    """Whether meetings may be added or moved; only the extended mode has them."""
    return consultation.mode == Mode.EXTENDED and consultation.stage in ARRANGING


@transaction.atomic
def add_meeting(*, meeting: ConsultationMeeting, actor: Any) -> ConsultationMeeting:
    """Announce a meeting in the present round, and tell followers when the public sees it."""
    consultation = _lock(meeting.consultation_id)
    if not can_arrange(consultation):
        raise StageNotAllowed
    meeting.round_number = consultation.round_number
    meeting.created_by = actor
    meeting.save()
    note_public_change(consultation.pk)
    if consultation.stage in _TELLS and meeting.starts_at > timezone.now():
        notices.meeting_announced(meeting, actor)
    return meeting


@transaction.atomic
def change_meeting(*, meeting: ConsultationMeeting, actor: Any) -> ConsultationMeeting:
    """Save a changed description; a new time or place is told to followers."""
    consultation = _lock(meeting.consultation_id)
    before = ConsultationMeeting.objects.select_for_update().get(pk=meeting.pk)
    if not can_arrange(consultation) or before.cancelled_at:
        raise StageNotAllowed
    meeting.save()
    note_public_change(consultation.pk)
    is_moved = (before.starts_at, before.place, before.online_url) != (
        meeting.starts_at,
        meeting.place,
        meeting.online_url,
    )
    if is_moved and consultation.stage in _TELLS and meeting.starts_at > timezone.now():
        notices.meeting_moved(meeting, actor)
    return meeting


@transaction.atomic
def cancel_meeting(*, meeting: ConsultationMeeting, reason: str, actor: Any) -> ConsultationMeeting:
    """Call a meeting off; it stays on the page with the reason."""
    consultation = _lock(meeting.consultation_id)
    locked = ConsultationMeeting.objects.select_for_update().get(pk=meeting.pk)
    if locked.cancelled_at or locked.is_over:
        raise StageNotAllowed
    if not reason.strip():
        raise ReasonRequired
    locked.cancelled_at, locked.cancel_reason = timezone.now(), reason.strip()
    locked.save(update_fields=["cancelled_at", "cancel_reason", "updated_at"])
    note_public_change(consultation.pk)
    if consultation.stage in _TELLS:
        notices.meeting_cancelled(locked, actor)
    return locked


def call_off(consultation: Consultation, reason: str, *, round_number: int | None = None) -> int:
    """Call off meetings to come (of one round) together with what they were for.

    Call it inside the move that tells followers; how many were called off.
    """
    coming = consultation.meetings.filter(cancelled_at=None, ends_at__gt=timezone.now())
    if round_number is not None:
        coming = coming.filter(round_number=round_number)
    now = timezone.now()
    return coming.update(cancelled_at=now, cancel_reason=reason, updated_at=now)


@transaction.atomic
def record_protocol(
    *, meeting: ConsultationMeeting, text: str, file: StoredFile | None = None
) -> ConsultationMeeting:
    """Publish what was said there; a new ``file`` replaces the earlier one."""
    consultation = _lock(meeting.consultation_id)
    locked = _lock_held(meeting)
    replaced = locked.protocol_file if file else None
    locked.protocol_text = text
    locked.protocol_file = file or locked.protocol_file
    locked.protocol_at = locked.protocol_at or timezone.now()
    locked.save()
    if replaced:
        delete_stored_file(replaced)
    note_public_change(consultation.pk)
    return locked


@transaction.atomic
def record_attendance(
    *,
    meeting: ConsultationMeeting,
    lines: Sequence[AttendanceLine],
    people: Mapping[Sector, int],
) -> ConsultationMeeting:
    """Keep the signed list and how many people of each sector came.

    Not everybody signs, so counts may be larger than the list; smaller is FewerThanListed.
    """
    consultation = _lock(meeting.consultation_id)
    locked = _lock_held(meeting)
    listed = Counter(line.sector for line in lines)
    if any(people.get(sector, 0) < count for sector, count in listed.items()):
        raise FewerThanListed
    locked.attendees.all().delete()
    MeetingAttendee.objects.bulk_create(
        MeetingAttendee(
            meeting=locked,
            position=position,
            name=line.name,
            represents=line.represents,
            sector=line.sector,
        )
        for position, line in enumerate(lines, start=1)
    )
    locked.headcounts.all().delete()
    MeetingHeadcount.objects.bulk_create(
        MeetingHeadcount(meeting=locked, sector=sector, people=people[sector])
        for sector in Sector
        if people.get(sector)
    )
    note_public_change(consultation.pk)
    return locked


def _lock(consultation_id: int) -> Consultation:
    return Consultation.objects.select_for_update(no_key=True).get(pk=consultation_id)


def _lock_held(meeting: ConsultationMeeting) -> ConsultationMeeting:
    locked = ConsultationMeeting.objects.select_for_update(of=("self",)).get(pk=meeting.pk)
    if not locked.is_over:
        raise MeetingNotOver
    return locked
