"""Sending letters: each at least once at the mail server, exactly once in our books."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from time import monotonic
from typing import TypeVar

from django.core.mail import EmailMessage
from django.db import transaction

from accounts.models import User
from notifications.domain import claims
from notifications.domain.digests import NothingLeft, contents_of, settle_contents
from notifications.domain.letters import digest_letter, letter_for
from notifications.domain.mailboxes import LetterRefused, Mailbox, ServerUnreachable
from notifications.domain.suppression import is_suppressed, suppress
from notifications.models import Channel, Delivery, Digest, QueuedWork, WorkState

logger = logging.getLogger(__name__)

BATCH = 20
Row = TypeVar("Row", Delivery, Digest)


def send_due_letters() -> int:
    """Send one batch of due letters, single ones before gathered ones; how many were taken."""
    queue = Delivery.objects.filter(channel=Channel.EMAIL)
    deliveries = claims.claim(queue.select_related("event__subject_type", "recipient"), limit=BATCH)
    if deliveries:
        _send_all(deliveries, letter_for)
        return len(deliveries)
    digests = claims.claim(Digest.objects.select_related("recipient"), limit=BATCH)
    _send_all(digests, lambda digest: digest_letter(digest, contents_of(digest)))
    return len(digests)


def letters_are_waiting() -> bool:
    """Whether the sweep has something to hand to workers."""
    letters = Delivery.objects.filter(channel=Channel.EMAIL).due()
    return letters.exists() or Digest.objects.due().exists()


def _send_all(rows: Sequence[Row], write: Callable[[Row], EmailMessage]) -> None:
    """Send over one connection; stop in time to let another worker take over the rest."""
    if not rows:
        return
    deadline = monotonic() + claims.lease().total_seconds() / 2
    left = list(rows)
    try:
        with Mailbox() as mailbox:
            while left and monotonic() < deadline:
                _send_one(left[0], write, mailbox)
                left.pop(0)
    except ServerUnreachable as error:
        logger.warning("The mail server is unreachable: %s", error)
        for row in left:
            claims.try_later(row, str(error))


def _send_one(row: Row, write: Callable[[Row], EmailMessage], mailbox: Mailbox) -> None:
    if reason := _reason_to_drop(row):
        _settle(row, WorkState.DROPPED, reason)
        return
    try:
        mailbox.send(write(row))
    except LetterRefused as error:
        _settle_refusal(row, error)
    except NothingLeft:
        _settle(row, WorkState.DROPPED, "All that it was to tell of is gone.")
    except ServerUnreachable:
        raise
    except Exception as error:
        logger.exception("The letter of %r could not be written", row)
        claims.try_later(row, f"{type(error).__name__}: {error}")
    else:
        _settle(row, WorkState.DONE)


@transaction.atomic
def _settle(row: Row, state: WorkState, why: str = "") -> None:
    if state == WorkState.DONE:
        claims.finish(row)
    else:
        claims.drop(row, why)
    if isinstance(row, Digest):
        settle_contents(row, state)


def _settle_refusal(row: Row, error: LetterRefused) -> None:
    if error.is_bounce:
        suppress(row.recipient.email, detail=str(error))
    if error.is_final:
        claims.park(row, str(error))
    else:
        claims.try_later(row, str(error))


def _reason_to_drop(row: QueuedWork) -> str:
    recipient: User = row.recipient  # type: ignore[attr-defined]
    if not recipient.is_active:
        return "The account is closed."
    if is_suppressed(recipient.email):
        return "The address refuses mail."
    if isinstance(row, Delivery) and row.event.subject is None:
        return "The subject is gone."
    return ""
