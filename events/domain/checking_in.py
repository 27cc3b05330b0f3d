"""Letting people in: one entry for a person and a door, whatever phones sent and how often."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from events.domain.clock import database_now
from events.models import CheckIn, Event, Registration, RegistrationState, Session

# A phone whose clock is wrong must not move an entry into next year.
CLOCK_TOLERANCE = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Answer:
    """What the door is told: ``accepted``, ``known``, ``refused`` or ``unknown``."""

    code: str
    outcome: str
    name: str = ""
    whom: str = ""
    since: datetime | None = None
    device: str = ""
    state: str = ""

    def as_json(self) -> dict[str, Any]:
        """For the phone."""
        return {
            "code": self.code,
            "outcome": self.outcome,
            "name": self.name,
            "whom": self.whom,
            "since": self.since.isoformat() if self.since else None,
            "device": self.device,
            "state": self.state,
        }


def code_from(text: str) -> str:
    """The ticket's code in what a camera read: the whole address, or the code alone."""
    return text.strip().rstrip("/").rsplit("/", 1)[-1].upper().replace("-", "").replace(" ", "")


@transaction.atomic
def check_in(
    *,
    event: Event,
    text: str,
    actor: Any,
    session: Session | None = None,
    happened_at: datetime | None = None,
    device: str = "",
) -> Answer:
    """Note that somebody came. The same ticket again changes nothing and says since when.

    Of two phones that let the same ticket in offline, the earlier moment stays.
    """
    code = code_from(text)
    registration = event.registrations.filter(code=code).first()
    if registration is None:
        return Answer(code, "unknown")
    if registration.state != RegistrationState.CONFIRMED:
        state = str(registration.get_state_display())
        return Answer(code, "refused", registration.full_name, registration.whom, state=state)
    moment = _believable(happened_at)
    entry, is_new = CheckIn.objects.get_or_create(
        registration=registration,
        session=session,
        defaults={"happened_at": moment, "device": device[:60], "entered_by": actor},
    )
    if is_new:
        return Answer(code, "accepted", registration.full_name, registration.whom, moment)
    first = entry.happened_at
    known = Answer(
        code, "known", registration.full_name, registration.whom, min(first, moment), entry.device
    )
    if moment < first:
        entry.happened_at = moment
        entry.save(update_fields=["happened_at"])
    return known


@transaction.atomic
def undo(*, event: Event, registration: Registration, session: Session | None = None) -> None:
    """Somebody was let in by mistake."""
    CheckIn.objects.filter(
        registration=registration, registration__event=event, session=session
    ).delete()


def door_list(event: Event) -> list[dict[str, Any]]:
    """What a phone keeps to work without a network: codes, names, and who is in already."""
    came = dict(
        CheckIn.objects.filter(registration__event=event, session__isnull=True).values_list(
            "registration", "happened_at"
        )
    )
    rows = event.registrations.filter(
        state=RegistrationState.CONFIRMED, erased_at__isnull=True
    ).order_by("full_name")
    return [
        {
            "code": row.code,
            "name": row.full_name,
            "whom": row.organization_name or str(row.get_sector_display()),
            "since": came[row.pk].isoformat() if row.pk in came else None,
        }
        for row in rows
    ]


def _believable(moment: datetime | None) -> datetime:
    now = database_now()
    if moment is None or timezone.is_naive(moment) or moment > now + CLOCK_TOLERANCE:
        return now
    return max(moment, now - timedelta(days=3))
