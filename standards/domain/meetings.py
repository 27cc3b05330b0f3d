"""Calling meetings, closing them, and what they agreed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from math import ceil
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

import notifications
from documents.models import StoredFile
from standards.domain.errors import StandardsError
from standards.models import (
    ActionPoint,
    Attendance,
    Decision,
    Meeting,
    MeetingFile,
    MeetingState,
    Member,
    Presence,
    Side,
    WorkingGroup,
)


@dataclass(frozen=True)
class Guest:
    """Somebody who came without having a seat."""

    name: str
    side: Side


@dataclass(frozen=True)
class Quorum:
    """How many voting members must come, and how many did."""

    needed: int
    present: int

    @property
    def is_met(self) -> bool:
        """Whether the meeting could decide."""
        return self.present >= self.needed


@transaction.atomic
def plan_meeting(*, meeting: Meeting, actor: Any) -> Meeting:
    """Save a new meeting with the next number of its body."""
    group = WorkingGroup.objects.select_for_update(no_key=True).get(pk=meeting.group_id)
    last = group.meetings.aggregate(last=Max("number"))["last"] or 0
    meeting.number = last + 1
    meeting.save()
    return meeting


@transaction.atomic
def change_meeting(*, meeting: Meeting, actor: Any) -> Meeting:
    """Save a changed time, place or agenda; those invited already hear of it."""
    meeting.changes += 1
    meeting.save()
    if meeting.invited_at is not None and meeting.is_planned:
        _tell("standards.meeting_changed", meeting, actor)
    return meeting


@transaction.atomic
def invite(*, meeting: Meeting, actor: Any) -> Meeting:
    """Send the invitation with the agenda to all members with an account."""
    locked = _locked(meeting)
    if not locked.is_planned:
        raise StandardsError
    locked.invited_at = timezone.now()
    locked.save(update_fields=["invited_at", "updated_at"])
    _tell("standards.meeting_invitation", locked, actor)
    return locked


@transaction.atomic
def cancel_meeting(*, meeting: Meeting, actor: Any) -> Meeting:
    """Call a planned meeting off."""
    locked = _locked(meeting)
    if not locked.is_planned:
        raise StandardsError
    locked.state = MeetingState.CANCELLED
    locked.changes += 1
    locked.save(update_fields=["state", "changes", "updated_at"])
    if locked.invited_at is not None:
        _tell("standards.meeting_cancelled", locked, actor)
    return locked


@transaction.atomic
def record_attendance(
    *,
    meeting: Meeting,
    presences: Mapping[Member, str],
    guests: Iterable[Guest],
    hours: Decimal,
) -> Meeting:
    """Say who came and how long it took; the meeting took place. May be corrected later."""
    locked = _locked(meeting)
    if locked.state == MeetingState.CANCELLED:
        raise StandardsError
    locked.attendance.all().delete()
    Attendance.objects.bulk_create(
        [
            *(
                Attendance(
                    meeting=locked,
                    member=member,
                    name=member.name,
                    side=member.side,
                    presence=presence,
                )
                for member, presence in presences.items()
            ),
            *(
                Attendance(
                    meeting=locked, name=guest.name, side=guest.side, presence=Presence.PRESENT
                )
                for guest in guests
            ),
        ]
    )
    locked.state = MeetingState.HELD
    locked.hours = hours
    locked.save(update_fields=["state", "hours", "updated_at"])
    return locked


@transaction.atomic
def add_decision(*, meeting: Meeting, text: str) -> Decision:
    """Add what was decided, numbered within the meeting."""
    locked = _locked(meeting)
    last = locked.decisions.aggregate(last=Max("number"))["last"] or 0
    return Decision.objects.create(meeting=locked, number=last + 1, text=text)


@transaction.atomic
def add_action(
    *, meeting: Meeting, text: str, owner: Member, due_on: date, actor: Any
) -> ActionPoint:
    """Add who does what until when; the owner hears of it."""
    action = ActionPoint.objects.create(meeting=meeting, text=text, owner=owner, due_on=due_on)
    notifications.publish(
        "standards.action_given",
        action,
        actor=actor,
        context={"text": text, "due_on": due_on.isoformat(), "group": meeting.group.name},
    )
    return action


def add_file(
    *, meeting: Meeting, title: str, file: StoredFile | None, is_public: bool
) -> MeetingFile:
    """Keep a file with the meeting."""
    if file is None:
        raise StandardsError
    return MeetingFile.objects.create(meeting=meeting, title=title, file=file, is_public=is_public)


def finish_action(*, action: ActionPoint) -> None:
    """Say that it is done; a second time changes nothing."""
    ActionPoint.objects.filter(pk=action.pk, done_on__isnull=True).update(
        done_on=timezone.localdate()
    )


def quorum_of(meeting: Meeting) -> Quorum:
    """The quorum on the day of the meeting."""
    day = timezone.localdate(meeting.starts_at)
    voting = [m for m in meeting.group.members.voting() if m.is_current_on(day)]
    present = set(
        meeting.attendance.filter(presence=Presence.PRESENT).values_list("member", flat=True)
    )
    needed = ceil(len(voting) * meeting.group.quorum_percent / 100)
    return Quorum(needed, sum(member.pk in present for member in voting))


def _locked(meeting: Meeting) -> Meeting:
    return Meeting.objects.select_for_update(no_key=True, of=("self",)).get(pk=meeting.pk)


def _tell(kind: str, meeting: Meeting, actor: Any) -> None:
    notifications.publish(
        kind,
        meeting,
        actor=actor,
        context={
            "title": meeting.title,
            "group": meeting.group.name,
            "starts_at": meeting.starts_at.isoformat(),
            "place": meeting.place,
            "agenda": meeting.agenda,
        },
    )
