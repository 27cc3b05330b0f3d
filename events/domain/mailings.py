"""Letters of the organiser: to whom, when, and reminders and thanks that go by themselves."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import formats, timezone, translation

import notifications
from events.domain import notices, participants
from events.domain.clock import database_now
from events.domain.errors import NotPossibleNow
from events.domain.links import event_link, registration_link
from events.models import Event, EventStage, MailGroup, Mailing, RegistrationState

BATCH = 200
THANKS_AFTER = timedelta(hours=2)
THANKS_WITHIN = timedelta(days=14)


@transaction.atomic
def plan(*, mailing: Mailing, actor: Any) -> Mailing:
    """Keep a letter; what is due goes at once."""
    mailing.created_by = actor
    mailing.save()
    if mailing.send_at <= database_now():
        _send(mailing)
    return mailing


@transaction.atomic
def call_off(*, mailing: Mailing) -> Mailing:
    """Take a letter back before it goes."""
    locked = Mailing.objects.select_for_update(of=("self",)).get(pk=mailing.pk)
    if locked.sent_at is not None:
        raise NotPossibleNow
    locked.is_cancelled = True
    locked.save(update_fields=["is_cancelled"])
    return locked


def send_due() -> int:
    """Send letters whose time has come; each in a transaction of its own, never twice."""
    due = Mailing.objects.filter(
        sent_at__isnull=True, is_cancelled=False, send_at__lte=database_now()
    )
    count = 0
    for pk in list(due.order_by("send_at").values_list("pk", flat=True)):
        with transaction.atomic():
            mailing = (
                Mailing.objects.select_for_update(skip_locked=True, of=("self",))
                .filter(pk=pk, sent_at__isnull=True, is_cancelled=False)
                .select_related("event__public_body")
                .first()
            )
            if mailing is not None:
                _send(mailing)
                count += 1
    return count


def remind() -> int:
    """Remind those who have a place, once, as many days before as the organiser chose."""
    now = database_now()
    count = 0
    coming = Event.objects.filter(
        stage=EventStage.PUBLISHED, reminder_days__gt=0, starts_at__gt=now,
        starts_at__lte=now + timedelta(days=31),
    )  # fmt: skip
    for event in coming:
        if event.starts_at - timedelta(days=event.reminder_days) <= now:
            count += _write_once(event, "reminded_at", "events.reminder_letter", None)
    return count


def thank() -> int:
    """Thank those who came, once, with the way to materials, survey and certificate."""
    now = database_now()
    over = Event.objects.filter(
        stage=EventStage.PUBLISHED,
        ends_at__lte=now - THANKS_AFTER,
        ends_at__gt=now - THANKS_WITHIN,
    )
    return sum(_write_once(event, "thanked_at", "events.thanks_letter", True) for event in over)


def audience_size(event: Event, group: str) -> int:
    """How many letters would go."""
    return len(_addresses(event, group))


def _write_once(event: Event, field: str, kind: str, came: bool | None) -> int:
    rows = participants.for_organiser(event).filter(
        **{field: None}, state=RegistrationState.CONFIRMED
    )
    if came is not None:
        rows = rows.filter(came=came)
    count = 0
    while True:
        with transaction.atomic():
            keys = list(rows.values_list("pk", flat=True)[:BATCH])
            batch = list(
                event.registrations.select_for_update(skip_locked=True).filter(
                    pk__in=keys, **{field: None}
                )
            )
            for registration in batch:
                registration.event = event
                notices.write(kind, registration)
            event.registrations.filter(pk__in=[row.pk for row in batch]).update(
                **{field: timezone.now()}
            )
        count += len(batch)
        if len(batch) < BATCH:
            return count


def _send(mailing: Mailing) -> None:
    event = mailing.event
    for address, language, name, link in _addresses(event, mailing.group):
        with translation.override(language):
            values = {
                "{imię i nazwisko}": name,
                "{wydarzenie}": event.title,
                "{data}": formats.date_format(
                    timezone.localtime(event.starts_at), "DATETIME_FORMAT"
                ),
                "{miejsce}": event.place,
                "{link}": link,
            }
        notifications.publish_to_address(
            "events.mailing_letter",
            mailing,
            address=address,
            language=language,
            context={
                "subject": _filled(mailing.subject, values),
                "text": _filled(mailing.text, values),
                "link": link.removeprefix(settings.BASE_URL),
            },
        )
        mailing.sent_count += 1
    mailing.sent_at = timezone.now()
    mailing.save(update_fields=["sent_at", "sent_count"])


def _filled(text: str, values: dict[str, str]) -> str:
    for gap, value in values.items():
        text = text.replace(gap, value)
    return text


def _addresses(event: Event, group: str) -> list[tuple[str, str, str, str]]:
    """Address, language, name and link of each recipient; nobody gets two letters."""
    found: dict[str, tuple[str, str, str, str]] = {}
    if group == MailGroup.EXHIBITORS:
        rows = event.exhibitors.accepted().select_related("submitted_by")
        people = [
            (row.submitted_by.email, row.submitted_by.language, str(row.submitted_by))
            for row in rows
            if row.submitted_by
        ]
    elif group == MailGroup.SPEAKERS:
        people = [
            (email, settings.LANGUAGE_CODE, name)
            for email, name in event.speakers.exclude(email="").values_list("email", "name")
        ]
    else:
        for row in participants.group_of(event, group).exclude(email=""):
            link = registration_link(row)
            found.setdefault(
                row.email + row.full_name, (row.email, row.language, row.full_name, link)
            )
        return list(found.values())
    link = event_link(event)
    for email, language, name in people:
        found.setdefault(email, (email, language, name, link))
    return list(found.values())
