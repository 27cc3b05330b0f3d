"""What is told to whom; each notice is published inside the caller's transaction."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import notifications
from events.domain.links import registration_path
from events.models import (
    Event,
    EventStage,
    Exhibitor,
    ProgrammeVersion,
    Proposal,
    Registration,
    SessionSignup,
    SessionStar,
    TeamMember,
)

if TYPE_CHECKING:
    from events.domain.programme import Change


def stage_changed(event: Event, actor: Any, reason: str) -> None:
    """An announcement to followers; a cancellation also to everybody who registered."""
    if event.stage == EventStage.PUBLISHED:
        notifications.publish("events.announced", event, actor=actor, context=about(event))
    elif event.stage == EventStage.CANCELLED:
        context = about(event) | {"reason": reason}
        notifications.publish("events.cancelled", event, actor=actor, context=context)
        for registration in event.registrations.alive():
            write("events.cancelled_letter", registration, reason=reason)


def event_moved(event: Event, actor: Any) -> None:
    """Another time or place: everybody who registered is told."""
    for registration in event.registrations.alive():
        write("events.moved_letter", registration)


def programme_published(
    event: Event, version: ProgrammeVersion, changes: Sequence[Change], actor: Any
) -> None:
    """Followers hear of the first version; afterwards those whose sessions changed."""
    if event.stage != EventStage.PUBLISHED:
        return
    if version.number == 1:
        notifications.publish("events.programme", event, actor=actor, context=about(event))
    affecting = [change for change in changes if change.what != "added"]
    if affecting:
        _tell_of_sessions(event, affecting, actor)


def registration_stands(registration: Registration, **details: Any) -> None:
    """A letter that fits the state in which the registration now is."""
    write(f"events.registration_{registration.state}", registration, **details)


def write(kind: str, registration: Registration, **details: Any) -> None:
    """A letter to the person who registered, with the personal link."""
    if not registration.email:
        return
    notifications.publish_to_address(
        kind,
        registration,
        address=registration.email,
        language=registration.language,
        context=about(registration.event)
        | {"person": registration.full_name, "link": registration_path(registration)}
        | details,
    )


def team_joined(member: TeamMember, actor: Any) -> None:
    """The new member hears what is expected."""
    notifications.publish(
        "events.team_joined",
        member,
        actor=actor,
        context=about(member.event) | {"user": member.user_id, "role": member.role},
    )


def applied(event: Event, what: str, name: str, actor: Any) -> None:
    """The team hears of a proposal or of an exhibitor; ``what`` ends the kind's key."""
    notifications.publish(
        f"events.{what}_received", event, actor=actor, context=about(event) | {"name": name}
    )


def application_decided(row: Exhibitor | Proposal, what: str, actor: Any) -> None:
    """Whoever applied hears what was decided, and why."""
    if row.submitted_by_id is None:
        return
    notifications.publish(
        f"events.{what}_decided",
        row.event,
        actor=actor,
        context=about(row.event)
        | {
            "name": str(row),
            "user": row.submitted_by_id,
            "state": row.state,
            "note": row.decision_note,
        },
    )


def about(event: Event) -> dict[str, Any]:
    """What every kind may say of the event; plain values only."""
    return {
        "title": event.title,
        "starts": event.starts_at.isoformat(),
        "ends": event.ends_at.isoformat(),
        "place": event.place,
    }


def _tell_of_sessions(event: Event, changes: Iterable[Change], actor: Any) -> None:
    by_id = {change.session_id: change for change in changes}
    stars: dict[int, list[int]] = {}
    rows = SessionStar.objects.filter(session__in=by_id).values_list("session", "user")
    for session_id, user_id in rows:
        stars.setdefault(session_id, []).append(user_id)
    for session_id, users in stars.items():
        change = by_id[session_id]
        notifications.publish(
            "events.session_changed",
            event,
            actor=actor,
            context=about(event) | _of_session(change) | {"users": users},
        )
    signups = SessionSignup.objects.filter(session__in=by_id).select_related("registration")
    for signup in signups:
        signup.registration.event = event
        write(
            "events.session_changed_letter",
            signup.registration,
            **_of_session(by_id[signup.session_id]),
        )


def _of_session(change: Change) -> dict[str, str]:
    return {
        "session": change.title,
        "what": change.what,
        "session_starts": change.starts,
        "room": change.room,
    }
