"""What people chose to hear, by kind and channel, and when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.utils import timezone

from accounts.models import User
from notifications import defaults
from notifications.defaults import Default
from notifications.domain.web_push import sender_keys
from notifications.kinds import Kind
from notifications.models import EmailPace, KindPreference, NotificationSettings, PushDevice

DIGEST_TIME = time(7, 0)
MONDAY = 0


@dataclass(frozen=True)
class ChoicesOf:
    """One person's choices for one kind."""

    inbox: bool
    email: str
    push: bool = False
    quiet_from: time | None = None
    quiet_until: time | None = None

    def end_of_quiet(self, moment: datetime) -> datetime:
        """The moment itself, or when the quiet hours that it falls into end."""
        if self.quiet_from is None or self.quiet_until is None:
            return moment
        local = timezone.localtime(moment)
        if not _is_between(local.time(), self.quiet_from, self.quiet_until):
            return moment
        return _next_at(local, self.quiet_until)

    def next_digest(self, moment: datetime) -> datetime:
        """When the next gathered letter leaves: in the morning, weekly ones on Monday."""
        due = _next_at(timezone.localtime(moment), DIGEST_TIME)
        if self.email == EmailPace.WEEKLY:
            due = _at(due + timedelta(days=(MONDAY - due.weekday()) % 7), DIGEST_TIME)
        return due


def choices_of(kind: Kind, people: Sequence[User]) -> dict[int, ChoicesOf]:
    """Everyone's choices for a kind, by id: the same few queries for any number of people."""
    ids = [person.pk for person in people]
    chosen = KindPreference.objects.filter(kind=kind.key, user_id__in=ids)
    by_kind = {preference.user_id: preference for preference in chosen}
    general = NotificationSettings.objects.filter(user_id__in=ids)
    by_user = {settings.user_id: settings for settings in general}
    undecided = [pk for pk in ids if pk not in by_kind]
    roles = defaults.roles_of(undecided, defaults.rows_for(kind))
    with_device = _with_device(ids)
    return {
        pk: _combined(
            by_kind.get(pk) or defaults.default_for(kind, roles[pk]),
            by_user.get(pk),
            has_device=pk in with_device,
        )
        for pk in ids
    }


def _with_device(ids: Sequence[int]) -> set[int]:
    """Those who would see a notice at all: nobody, while the portal has no key to send with."""
    if not sender_keys.is_configured():
        return set()
    devices = PushDevice.objects.filter(user_id__in=ids)
    return set(devices.values_list("user_id", flat=True).distinct())


def _combined(
    preference: KindPreference | Default, general: NotificationSettings | None, *, has_device: bool
) -> ChoicesOf:
    paused = general is not None and general.email_paused
    return ChoicesOf(
        inbox=preference.inbox,
        email=EmailPace.NEVER if paused else preference.email,
        push=preference.push and has_device,
        quiet_from=general.quiet_from if general else None,
        quiet_until=general.quiet_until if general else None,
    )


def _is_between(moment: time, start: time, end: time) -> bool:
    if start <= end:
        return start <= moment < end
    return moment >= start or moment < end  # over midnight


def _next_at(local: datetime, clock: time) -> datetime:
    today = _at(local, clock)
    return today if today > local else _at(local + timedelta(days=1), clock)


def _at(local: datetime, clock: time) -> datetime:
    """The clock time on that day, right also on the days when the clocks change."""
    return timezone.make_aware(datetime.combine(local.date(), clock))
