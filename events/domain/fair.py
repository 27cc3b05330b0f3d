"""The fair: applications, decisions, stands, load-in, votes."""

from __future__ import annotations

from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from events.domain import notices
from events.domain.clock import database_now
from events.domain.errors import (
    AlreadyRegistered,
    CallClosed,
    NotPossibleNow,
    ReasonRequired,
    SlotFull,
    StandTaken,
    VotedAlready,
)
from events.models import (
    APPLICATION_TRANSITIONS,
    ApplicationState,
    Event,
    EventStage,
    Exhibitor,
    LoadInSlot,
    Registration,
    RegistrationState,
    Stand,
    StandVote,
)


@transaction.atomic
def apply(*, exhibitor: Exhibitor, actor: Any) -> Exhibitor:
    """An organization applies for a stand, in time."""
    event = exhibitor.event
    if (
        event.stage != EventStage.PUBLISHED
        or event.exhibitors_until is None
        or event.exhibitors_until <= database_now()
    ):
        raise CallClosed
    exhibitor.submitted_by = actor
    try:
        with transaction.atomic():
            exhibitor.save(force_insert=True)
    except IntegrityError as error:
        raise AlreadyRegistered from error
    notices.applied(event, "exhibitor", str(exhibitor.organization), actor)
    return exhibitor


@transaction.atomic
def decide(*, exhibitor: Exhibitor, target: str, note: str, actor: Any) -> Exhibitor:
    """Accept, reject or take back; whoever applied hears of it."""
    locked = Exhibitor.objects.select_for_update(of=("self",)).get(pk=exhibitor.pk)
    move = next(
        (m for m in APPLICATION_TRANSITIONS if m.source == locked.state and m.target == target),
        None,
    )
    if move is None:
        raise NotPossibleNow
    if move.needs_reason and not note.strip():
        raise ReasonRequired
    if target != ApplicationState.ACCEPTED:
        locked.stand = None
        _leave_slot(locked)
    locked.state = ApplicationState(target)
    locked.decision_note = note.strip()
    locked.decided_at = timezone.now()
    locked.save()
    notices.application_decided(locked, "exhibitor", actor)
    return locked


@transaction.atomic
def give_stand(*, exhibitor: Exhibitor, stand: Stand | None) -> Exhibitor:
    """Put an accepted exhibitor on a stand; the database lets nobody stand where another is."""
    locked = Exhibitor.objects.select_for_update(of=("self",)).get(pk=exhibitor.pk)
    if locked.state != ApplicationState.ACCEPTED:
        raise NotPossibleNow
    locked.stand = stand
    try:
        with transaction.atomic():
            locked.save(update_fields=["stand"])
    except IntegrityError as error:
        raise StandTaken from error
    return locked


@transaction.atomic
def choose_load_in(*, exhibitor: Exhibitor, slot: LoadInSlot | None) -> Exhibitor:
    """Take a place in a load-in slot, and leave the former one."""
    locked = Exhibitor.objects.select_for_update(of=("self",)).get(pk=exhibitor.pk)
    if locked.state != ApplicationState.ACCEPTED:
        raise NotPossibleNow
    if slot is not None and slot.pk == locked.load_in_id:
        return locked
    _leave_slot(locked)
    if slot is not None:
        free = LoadInSlot.objects.filter(pk=slot.pk, taken__lt=F("places"))
        if not free.update(taken=F("taken") + 1):
            raise SlotFull
        locked.load_in = slot
    locked.save(update_fields=["load_in"])
    return locked


@transaction.atomic
def vote(*, registration: Registration, exhibitor: Exhibitor) -> StandVote:
    """One vote for each ticket, while the fair goes on."""
    event = registration.event
    is_open = event.votes_for_stands and event.starts_at <= database_now() < event.ends_at
    may_vote = registration.state == RegistrationState.CONFIRMED
    if not is_open or not may_vote or exhibitor.event_id != event.pk:
        raise NotPossibleNow
    if exhibitor.state != ApplicationState.ACCEPTED:
        raise NotPossibleNow
    try:
        with transaction.atomic():
            given = StandVote.objects.create(
                event=event, registration=registration, exhibitor=exhibitor
            )
    except IntegrityError as error:
        raise VotedAlready from error
    Exhibitor.objects.filter(pk=exhibitor.pk).update(vote_count=F("vote_count") + 1)
    return given


def public_stands(event: Event) -> QuerySet[Exhibitor]:
    """Accepted exhibitors with their stands and organizations, as the plan lists them."""
    return (
        event.exhibitors.accepted()
        .select_related("organization", "stand")
        .order_by(F("stand__label").asc(nulls_last=True), "organization__name")
    )


def search(rows: QuerySet[Exhibitor], words: str) -> QuerySet[Exhibitor]:
    """Stands whose organization, label, zone or offer holds each word."""
    for word in words.split():
        rows = rows.filter(
            Q(organization__name__unaccent__icontains=word)
            | Q(offer__unaccent__icontains=word)
            | Q(stand__label__iexact=word)
            | Q(stand__zone__unaccent__icontains=word)
        )
    return rows


def applications(event: Event) -> QuerySet[Exhibitor]:
    """All applications, for the organiser."""
    return event.exhibitors.select_related("organization", "stand", "load_in").order_by(
        "submitted_at", "pk"
    )


def free_stands(event: Event, exhibitor: Exhibitor | None = None) -> QuerySet[Stand]:
    """Stands without an exhibitor (and the exhibitor's own)."""
    rows = event.stands.filter(exhibitor__isnull=True)
    if exhibitor is not None and exhibitor.stand_id:
        rows = rows | event.stands.filter(pk=exhibitor.stand_id)
    return rows.order_by("label")


def _leave_slot(exhibitor: Exhibitor) -> None:
    if exhibitor.load_in_id:
        LoadInSlot.objects.filter(pk=exhibitor.load_in_id).update(taken=F("taken") - 1)
        exhibitor.load_in = None
