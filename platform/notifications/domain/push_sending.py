"""Sending notices to devices: the same queue, claims and retries as letters have."""

from __future__ import annotations

import json
import logging

from django.utils import timezone, translation

from notifications import kinds
from notifications.domain import claims
from notifications.domain.letters import absolute
from notifications.domain.publishing import URGENT
from notifications.domain.web_push import sender_keys, services
from notifications.domain.web_push.services import Answer, Outcome
from notifications.models import Channel, Delivery, PushDevice

logger = logging.getLogger(__name__)

BATCH = 10
LONGEST_TITLE = 200


def send_due_pushes() -> int:
    """Send one batch of due notices, the most pressing first; how many were taken."""
    if not sender_keys.is_configured():
        return 0
    queue = Delivery.objects.filter(channel=Channel.PUSH)
    rows = claims.claim(queue.select_related("event__subject_type", "recipient"), limit=BATCH)
    for row in rows:
        try:
            _send_one(row)
        except Exception as error:
            logger.exception("The notice of %r could not be made", row)
            claims.try_later(row, f"{type(error).__name__}: {error}")
    return len(rows)


def pushes_are_waiting() -> bool:
    """Whether the sweep has something to hand to workers."""
    return (
        sender_keys.is_configured() and Delivery.objects.filter(channel=Channel.PUSH).due().exists()
    )


def message_of(delivery: Delivery) -> bytes:
    """Title and link, nothing else: a locked phone shows it to whoever stands near.

    The tag makes a browser show a repeated notice once.
    """
    event = delivery.event
    kind = kinds.get(event.kind)
    with translation.override(delivery.recipient.language):
        title = kind.title_for(event.context)[:LONGEST_TITLE]
        link = absolute(kind.url(event))
    message = {"title": title, "url": link, "tag": f"delivery-{delivery.pk}"}
    return json.dumps(message, ensure_ascii=False).encode()


def _send_one(row: Delivery) -> None:
    if not row.recipient.is_active:
        claims.drop(row, "The account is closed.")
        return
    if row.event.subject is None:
        claims.drop(row, "The subject is gone.")
        return
    message = message_of(row)
    is_urgent = row.priority == URGENT
    answers = [
        _send_to(device, message, is_urgent=is_urgent)
        for device in PushDevice.objects.filter(user_id=row.recipient_id)
    ]
    _settle(row, answers)


def _send_to(device: PushDevice, message: bytes, *, is_urgent: bool) -> Answer:
    answer = services.send(device, message, is_urgent=is_urgent)
    if answer.outcome == Outcome.GONE:
        device.delete()
    elif answer.outcome == Outcome.TAKEN:
        PushDevice.objects.filter(pk=device.pk).update(reached_at=timezone.now())
    return answer


def _settle(row: Delivery, answers: list[Answer]) -> None:
    """Try again while any device may still take it; done when at least one has."""
    said = {answer.outcome: answer.detail for answer in answers}
    if Outcome.LATER in said:
        claims.try_later(row, said[Outcome.LATER])
    elif Outcome.TAKEN in said:
        claims.finish(row)
    elif Outcome.REFUSED in said:
        claims.park(row, said[Outcome.REFUSED])
    else:
        claims.drop(row, "No device is left.")
