"""Registering, confirming, changing one's mind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from django.db import IntegrityError, transaction
from django.db.models import F

from events.domain import notices, places, signups
from events.domain.clock import database_now
from events.domain.errors import (
    AlreadyRegistered,
    GroupTooLarge,
    InvitationInvalid,
    NoFreePlace,
    NothingToConfirm,
    NotPossibleNow,
    ReasonRequired,
    RegistrationClosed,
    RegistrationNotOpenYet,
)
from events.models import (
    Event,
    EventStage,
    Invitation,
    Needs,
    Registration,
    RegistrationChange,
    RegistrationMode,
    RegistrationState,
)

_NEEDS = ("diet", "ramp", "induction_loop", "sign_language", "assistant", "other")


@dataclass(frozen=True, slots=True)
class Newcomer:
    """What somebody said of themselves when they registered."""

    full_name: str
    email: str
    sector: str
    organization_name: str = ""
    phone: str = ""
    county: Any = None
    organization: Any = None
    gender: str = ""
    age_group: str = ""
    language: str = "pl"
    accepts_photos: bool = False
    accepts_listing: bool = False
    needs: dict[str, Any] = field(default_factory=dict)
    answers: dict[str, Any] = field(default_factory=dict)


@transaction.atomic
def register(
    *,
    event: Event,
    people: Sequence[Newcomer],
    user: Any = None,
    invitation_code: str = "",
) -> list[Registration]:
    """Register one person, or several of one organization, in the order in which they came.

    Each gets a place, a number on the waiting list, or waits for approval. Raises
    RegistrationClosed, RegistrationNotOpenYet, InvitationInvalid, GroupTooLarge or
    AlreadyRegistered; then nobody of the group is registered.
    """
    locked = places.lock_event(event)
    _require_open(locked)
    if len(people) > locked.group_limit:
        raise GroupTooLarge
    invitation = _use_invitation(locked, invitation_code, len(people))
    places.lapse_offers(locked)
    left = places.settle(locked)
    group_key = uuid4() if len(people) > 1 else None
    person = user if getattr(user, "is_authenticated", False) else None
    made = []
    for newcomer in people:
        registration = _new(locked, newcomer, invitation)
        registration.group_key = group_key
        registration.registered_by = person
        registration.user = person if len(people) == 1 else None
        _place_newcomer(locked, registration, left)
        _write_needs(registration, newcomer.needs)
        made.append(registration)
    places.remember(locked, left)
    event.free_places, event.waiting_count = locked.free_places, locked.waiting_count
    return made


@transaction.atomic
def add_walk_in(*, event: Event, newcomer: Newcomer, actor: Any) -> Registration:
    """Somebody who stands at the door; needs a free place like everybody else."""
    locked = places.lock_event(event)
    places.lapse_offers(locked)
    left = places.settle(locked)
    found = places.take_place(left, newcomer.sector)
    if found is None:
        raise NoFreePlace
    registration = _new(locked, newcomer, None)
    registration.is_walk_in = True
    registration.registered_by = actor
    registration.state, registration.pool = RegistrationState.CONFIRMED, found.pool
    _insert(registration, actor)
    _write_needs(registration, newcomer.needs)
    places.remember(locked, left)
    return registration


@transaction.atomic
def confirm_offer(*, registration: Registration) -> Registration:
    """The person from the waiting list says yes, in time."""
    locked = _locked(registration)
    is_late = locked.offer_expires_at is not None and locked.offer_expires_at <= database_now()
    if locked.state != RegistrationState.OFFERED or is_late:
        raise NothingToConfirm
    places.move(locked, RegistrationState.CONFIRMED)
    notices.registration_stands(locked)
    return locked


@transaction.atomic
def cancel(*, registration: Registration, actor: Any = None) -> Registration:
    """The person does not come; the place goes to the first who waits for it."""
    locked = _locked(registration)
    if locked.state in (RegistrationState.CANCELLED, RegistrationState.REJECTED):
        raise NotPossibleNow
    signups.leave_all(locked)
    places.move(locked, RegistrationState.CANCELLED, actor=actor)
    notices.registration_stands(locked)
    places.settle(locked.event)
    return locked


@transaction.atomic
def wait_again(*, registration: Registration) -> Registration:
    """Whoever let the offer lapse comes back at the end of the list."""
    locked = _locked(registration)
    if locked.state != RegistrationState.LAPSED:
        raise NotPossibleNow
    _require_open(locked.event)
    locked.number = _next_number(locked.event)
    try:
        with transaction.atomic():
            locked.save(update_fields=["number"])
            places.move(locked, RegistrationState.WAITING)
    except IntegrityError as error:
        raise AlreadyRegistered from error
    notices.registration_stands(locked)
    places.settle(locked.event)
    return locked


@transaction.atomic
def approve(*, registration: Registration, actor: Any) -> Registration:
    """The organiser says yes: a place if there is one, otherwise the waiting list."""
    locked = _locked(registration)
    if locked.state != RegistrationState.PENDING:
        raise NotPossibleNow
    left = places.settle(locked.event)
    found = places.take_place(left, locked.sector)
    target = RegistrationState.CONFIRMED if found else RegistrationState.WAITING
    places.move(locked, target, actor=actor, places=found)
    notices.registration_stands(locked)
    places.remember(locked.event, left)
    return locked


@transaction.atomic
def reject(*, registration: Registration, actor: Any, reason: str) -> Registration:
    """The organiser says no, and why."""
    locked = _locked(registration)
    if locked.state != RegistrationState.PENDING:
        raise NotPossibleNow
    if not reason.strip():
        raise ReasonRequired
    places.move(locked, RegistrationState.REJECTED, actor=actor, reason=reason.strip())
    notices.registration_stands(locked, reason=reason.strip())
    return locked


@transaction.atomic
def change_details(*, registration: Registration, newcomer: Newcomer) -> Registration:
    """New details of the person; the sector keeps its place, so it stays as it was."""
    locked = _locked(registration)
    if not locked.is_alive:
        raise NotPossibleNow
    for name in ("full_name", "email", "phone", "organization_name", "county", "gender"):
        setattr(locked, name, getattr(newcomer, name))
    for name in ("age_group", "accepts_photos", "accepts_listing", "answers"):
        setattr(locked, name, getattr(newcomer, name))
    try:
        with transaction.atomic():
            locked.save()
    except IntegrityError as error:
        raise AlreadyRegistered from error
    Needs.objects.filter(registration=locked).delete()
    _write_needs(locked, newcomer.needs)
    return locked


@transaction.atomic
def settle_event(event: Event) -> None:
    """Let time pass for one event: offers lapse, released places go to those who wait."""
    locked = places.lock_event(event)
    places.lapse_offers(locked)
    places.settle(locked)
    event.free_places, event.waiting_count = locked.free_places, locked.waiting_count


def _require_open(event: Event) -> None:
    now = database_now()
    if event.stage != EventStage.PUBLISHED or not event.has_registration:
        raise RegistrationClosed
    if event.registration_opens_at is not None and event.registration_opens_at > now:
        raise RegistrationNotOpenYet
    if event.registration_ends_at <= now:
        raise RegistrationClosed


def _use_invitation(event: Event, code: str, people: int) -> Invitation | None:
    if event.registration_mode != RegistrationMode.INVITATION:
        return None
    invitation = event.invitations.filter(code__iexact=code.strip()).first()
    if invitation is None or (
        invitation.valid_until is not None and invitation.valid_until <= database_now()
    ):
        raise InvitationInvalid
    used = Invitation.objects.filter(pk=invitation.pk, used__lte=F("limit") - people).update(
        used=F("used") + people
    )
    if not used:
        raise InvitationInvalid
    return invitation


def _new(event: Event, newcomer: Newcomer, invitation: Invitation | None) -> Registration:
    return Registration(
        event=event,
        number=_next_number(event),
        full_name=newcomer.full_name,
        email=newcomer.email.lower(),
        phone=newcomer.phone,
        language=newcomer.language,
        sector=newcomer.sector,
        organization=newcomer.organization,
        organization_name=newcomer.organization_name,
        county=newcomer.county,
        gender=newcomer.gender,
        age_group=newcomer.age_group,
        accepts_photos=newcomer.accepts_photos,
        accepts_listing=newcomer.accepts_listing,
        answers=newcomer.answers,
        questions_id=event.questions_id,
        accepted_at=database_now(),
        invitation=invitation,
    )


def _next_number(event: Event) -> int:
    """The next number of the event; its row is locked."""
    event.last_number += 1
    Event.objects.filter(pk=event.pk).update(last_number=event.last_number)
    return event.last_number


def _place_newcomer(
    event: Event, registration: Registration, left: list[places.PoolPlaces]
) -> None:
    """A place, the waiting list, or waiting for the organiser's word."""
    if event.registration_mode == RegistrationMode.APPROVAL:
        registration.state = RegistrationState.PENDING
    else:
        found = places.take_place(left, registration.sector)
        if found is None:
            registration.state = RegistrationState.WAITING
        else:
            registration.state, registration.pool = RegistrationState.CONFIRMED, found.pool
    _insert(registration, None)
    notices.registration_stands(registration)


def _insert(registration: Registration, actor: Any) -> None:
    try:
        with transaction.atomic():
            registration.save(force_insert=True)
    except IntegrityError as error:
        if "person_registers_once" in str(error):
            raise AlreadyRegistered from error
        raise
    RegistrationChange.objects.create(
        registration=registration, target=registration.state, actor=actor
    )


def _write_needs(registration: Registration, needs: dict[str, Any]) -> None:
    told = {name: needs[name] for name in _NEEDS if needs.get(name)}
    if told:
        Needs.objects.create(registration=registration, **told)


def _locked(registration: Registration) -> Registration:
    """The registration read anew under its event's lock: the order of all locks here."""
    event = places.lock_event(registration.event)
    locked = Registration.objects.select_for_update(no_key=True).get(pk=registration.pk)
    locked.event = event
    return locked
