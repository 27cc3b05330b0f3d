"""Sending letters: each at least once at the mail server, exactly once in our books."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from time import monotonic
from typing import TypeVar

from django.core.mail import EmailMessage
from django.db import transaction

from notifications import kinds
from notifications.domain import claims
from notifications.domain.digests import NothingLeft, contents_of, settle_contents
from notifications.domain.letters import digest_letter, letter_for, letter_to_address
from notifications.domain.mailboxes import LetterRefused, Mailbox, ServerUnreachable
from notifications.domain.pace import whose_turn_it_is
from notifications.domain.refusals import enhanced_code, weight_of
from notifications.domain.suppression import Report, is_suppressed, take_report
from notifications.models import (
    AddressLetter,
    Channel,
    Delivery,
    Digest,
    ReportSource,
    WorkState,
)

logger = logging.getLogger(__name__)

BATCH = 20
Row = TypeVar("Row", AddressLetter, Delivery, Digest)


def send_due_letters() -> int:
    """Send one batch of due letters, the most awaited first; how many were taken.

    Letters to addresses carry what somebody waits for, digests can wait for all others.
    """
    letters = AddressLetter.objects.select_related("event__subject_type")
    awaited = claims.claim(letters, limit=BATCH)
    if awaited:
        _send_all(awaited, letter_to_address)
        return len(awaited)
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
    queues = (letters, Digest.objects.due(), AddressLetter.objects.due())
    return any(queue.exists() for queue in queues)


def _send_all(rows: Sequence[Row], write: Callable[[Row], EmailMessage]) -> None:
    """Send over one connection; stop in time to let another worker take over the rest."""
    left = whose_turn_it_is(rows)
    if not left:
        return
    deadline = monotonic() + claims.lease().total_seconds() / 2
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
        answer = str(error)
        sort = weight_of(enhanced_code(answer))
        take_report(Report(_address_of(row), sort, ReportSource.SERVER, detail=answer))
    if error.is_final:
        claims.park(row, str(error))
    else:
        claims.try_later(row, str(error))


def _address_of(row: AddressLetter | Delivery | Digest) -> str:
    return row.address if isinstance(row, AddressLetter) else row.recipient.email


def _reason_to_drop(row: AddressLetter | Delivery | Digest) -> str:
    if not isinstance(row, AddressLetter) and not row.recipient.is_active:
        return "The account is closed."
    if is_suppressed(_address_of(row)) and not _tests_the_address(row):
        return "The address refuses mail."
    if not isinstance(row, Digest) and row.event.subject is None:
        return "The subject is gone."
    return ""


def _tests_the_address(row: AddressLetter | Delivery | Digest) -> bool:
    """Whether the letter is the very one by which somebody shows that an address works again."""
    kind = None if isinstance(row, Digest) else kinds.find(row.event.kind)
    return kind is not None and kind.tests_address
