"""What people chose to hear, by kind and channel, and when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.utils import timezone

from accounts.models import User
from notifications.kinds import Kind
from notifications.models import Channel, EmailPace, KindPreference, NotificationSettings

DIGEST_TIME = time(7, 0)
MONDAY = 0


@dataclass(frozen=True)
class ChoicesOf:
    """One person's choices for one kind."""

    inbox: bool
    email: str
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
    """Everyone's choices for a kind, by id: two queries for any number of people."""
    ids = [person.pk for person in people]
    chosen = KindPreference.objects.filter(kind=kind.key, user_id__in=ids)
    by_kind = {preference.user_id: preference for preference in chosen}
    general = NotificationSettings.objects.filter(user_id__in=ids)
    by_user = {settings.user_id: settings for settings in general}
    return {pk: _combined(kind, by_kind.get(pk), by_user.get(pk)) for pk in ids}


def default_preference(kind: Kind) -> KindPreference:
    """What holds while the person has chosen nothing."""
    by_mail = Channel.EMAIL in kind.default_channels
    gathered = Channel.DIGEST in kind.default_channels
    pace = EmailPace.AT_ONCE if by_mail else EmailPace.DAILY if gathered else EmailPace.NEVER
    return KindPreference(kind=kind.key, inbox=Channel.INBOX in kind.default_channels, email=pace)


def _combined(
    kind: Kind, preference: KindPreference | None, general: NotificationSettings | None
) -> ChoicesOf:
    preference = preference or default_preference(kind)
    if general is None:
        return ChoicesOf(inbox=preference.inbox, email=preference.email)
    return ChoicesOf(
        inbox=preference.inbox,
        email=EmailPace.NEVER if general.email_paused else preference.email,
        quiet_from=general.quiet_from,
        quiet_until=general.quiet_until,
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
