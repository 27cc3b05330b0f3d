"""Starting an assessment, gathering its team, and its deadline."""

from __future__ import annotations

from datetime import date
from typing import Any

from allauth.account.models import EmailAddress
from django.db import IntegrityError, transaction
from django.utils import timezone

from accounts.models import User
from organizations.models import PublicBody
from quality_index.domain import evidence, notices
from quality_index.domain.errors import (
    DeadlineTooEarly,
    StageNotAllowed,
    TeamClosed,
    YearTaken,
)
from quality_index.models import Assessment, AssessmentStageChange, Seat, Stage
from quality_index.models.team import new_link_key

TEAM_STAGES = (Stage.PREPARATION, Stage.SCORING)


def start_assessment(*, assessment: Assessment, actor: Any) -> Assessment:
    """Keep a new assessment; evidence of the year before is carried over for confirmation."""
    assessment.coordinator = actor
    try:
        with transaction.atomic():
            assessment.save()
            evidence.carry_over(assessment)
    except IntegrityError as error:
        raise YearTaken from error
    return assessment


@transaction.atomic
def add_seat(*, seat: Seat, actor: Any) -> Seat:
    """A new member; once scoring has begun they are invited at once."""
    assessment = _lock_team(seat.assessment)
    seat.user = _owner_of(seat.email)
    seat.save()
    if assessment.stage == Stage.SCORING:
        send_invitation(seat, actor)
    return seat


@transaction.atomic
def remove_seat(*, seat: Seat) -> None:
    """Let a member go, unless they have handed in their scores."""
    _lock_team(seat.assessment)
    locked = Seat.objects.select_for_update().get(pk=seat.pk)
    if locked.submitted_at is not None:
        raise TeamClosed
    locked.delete()


@transaction.atomic
def renew_link(*, seat: Seat, actor: Any) -> None:
    """A new personal link; the old one stops working."""
    _lock_team(seat.assessment)
    seat.link_key = new_link_key()
    send_invitation(seat, actor)


def send_invitation(seat: Seat, actor: Any) -> None:
    """Mail the personal link, inside the caller's transaction."""
    seat.invited_at = timezone.now()
    seat.save(update_fields=["invited_at", "link_key"])
    notices.invite(seat, actor)


def take_seat(*, link_key: str, user: Any) -> Seat | None:
    """The seat of a personal link; whoever signed in keeps it in their account."""
    seat = Seat.objects.select_related("assessment").filter(link_key=link_key).first()
    if seat is not None and seat.user_id is None and isinstance(user, User):
        Seat.objects.filter(pk=seat.pk, user=None).update(user=user)
    return seat


@transaction.atomic
def extend_deadline(*, assessment: Assessment, until: date, reason: str, actor: Any) -> Assessment:
    """Move the last day of scoring forward; the team reads why."""
    locked = Assessment.objects.select_for_update(no_key=True).get(pk=assessment.pk)
    if locked.stage != Stage.SCORING:
        raise StageNotAllowed
    too_early = locked.scores_until_on is not None and until <= locked.scores_until_on
    if too_early or until < timezone.localdate():
        raise DeadlineTooEarly
    locked.scores_until_on = until
    locked.reminded_at = None
    locked.save()
    AssessmentStageChange.objects.create(
        assessment=locked,
        source=locked.stage,
        target=locked.stage,
        actor=actor,
        reason=reason.strip(),
    )
    return locked


def years_of(body: PublicBody) -> list[int]:
    """Years that have an assessment."""
    taken = body.index_assessments.exclude(stage=Stage.CANCELLED)
    return list(taken.order_by("-year").values_list("year", flat=True))


def _lock_team(assessment: Assessment) -> Assessment:
    locked = Assessment.objects.select_for_update(no_key=True).get(pk=assessment.pk)
    if locked.stage not in TEAM_STAGES:
        raise TeamClosed
    return locked


def _owner_of(email: str) -> User | None:
    """The account whose owner has shown that the address is theirs."""
    address = EmailAddress.objects.filter(email__iexact=email, verified=True).first()
    return User.objects.filter(pk=address.user_id, is_active=True).first() if address else None
