"""Signing up for sessions, and stars for one's own programme."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import F

from events.domain import notices
from events.domain.errors import NotPossibleNow, SessionsOverlap
from events.models import (
    Registration,
    RegistrationState,
    Session,
    SessionSignup,
    SessionStar,
)


@transaction.atomic
def sign_up(*, registration: Registration, session: Session) -> SessionSignup:
    """Take a place in a session, or a place on its waiting list when it is full."""
    locked = Session.objects.select_for_update(no_key=True, of=("self",)).get(pk=session.pk)
    is_coming = registration.state == RegistrationState.CONFIRMED
    if not is_coming or not locked.has_signup or locked.event_id != registration.event_id:
        raise NotPossibleNow
    existing = SessionSignup.objects.filter(session=locked, registration=registration).first()
    if existing:
        return existing
    _require_no_other(registration, locked)
    is_full = locked.taken >= (locked.capacity or 0)
    signup = SessionSignup.objects.create(
        session=locked, registration=registration, is_waiting=is_full
    )
    if not is_full:
        Session.objects.filter(pk=locked.pk).update(taken=F("taken") + 1)
    return signup


@transaction.atomic
def leave(*, registration: Registration, session: Session) -> None:
    """Give the place in a session back; the first who waits has it at once."""
    locked = Session.objects.select_for_update(no_key=True, of=("self",)).get(pk=session.pk)
    signup = SessionSignup.objects.filter(session=locked, registration=registration).first()
    if signup is None:
        return
    signup.delete()
    if not signup.is_waiting:
        _pass_on(locked)


def leave_all(registration: Registration) -> None:
    """Whoever does not come leaves all sessions; in the order of keys, against deadlocks."""
    rows = registration.signups.select_related("session").order_by("session")
    for signup in rows:
        leave(registration=registration, session=signup.session)


def free_in_session(session_id: int) -> int:
    """Places left in a session that has a limit."""
    session = Session.objects.filter(pk=session_id).first()
    if session is None or session.capacity is None:
        return 0
    return max(session.capacity - session.taken, 0)


def star(*, session: Session, user: Any, on: bool) -> None:
    """Put a session into one's own programme, or take it out."""
    if on:
        SessionStar.objects.get_or_create(session=session, user=user)
    else:
        SessionStar.objects.filter(session=session, user=user).delete()


def _require_no_other(registration: Registration, session: Session) -> None:
    if session.starts_at is None or session.ends_at is None:
        return
    clash = registration.signups.filter(
        is_waiting=False,
        session__starts_at__lt=session.ends_at,
        session__ends_at__gt=session.starts_at,
    )
    if clash.exists():
        raise SessionsOverlap


def _pass_on(session: Session) -> None:
    """The freed place goes to the first who waits; the session is locked."""
    waiting = session.signups.filter(is_waiting=True).select_related("registration__event")
    first = waiting.order_by("created_at", "pk").first()
    if first is None:
        Session.objects.filter(pk=session.pk).update(taken=F("taken") - 1)
        return
    first.is_waiting = False
    first.save(update_fields=["is_waiting"])
    notices.write("events.session_place_letter", first.registration, session=session.title)
