"""Background work: thin, safe to repeat, each run bounded in time."""

from __future__ import annotations

import logging
from collections.abc import Callable
from time import monotonic

from celery import Task, shared_task
from django.conf import settings
from kombu.exceptions import OperationalError as BrokerIsDown

from notifications.domain import bounce_mailbox, digests, expansion, push_sending, sending

logger = logging.getLogger(__name__)

# A run gives its place back after this time, so that other work is not kept waiting.
LONGEST_RUN_SECONDS = 20.0
# A task that nobody took before the next sweeps would only repeat what they ask for.
STALE_AFTER_SECONDS = 120


@shared_task
def expand_events() -> None:
    """Turn waiting events into deliveries."""
    if _work_off(expansion.expand_due_events):
        _ask_for(expand_events)
    _ask_for(send_letters)
    if push_sending.pushes_are_waiting():
        _ask_for(send_pushes)


@shared_task
def send_letters() -> None:
    """Send due letters."""
    if _work_off(sending.send_due_letters):
        _ask_for(send_letters)


@shared_task
def send_pushes() -> None:
    """Send due notices to devices; slow push services do not hold up letters."""
    if _work_off(push_sending.send_due_pushes):
        _ask_for(send_pushes)


@shared_task
def sweep_outbox() -> None:
    """Run by beat: pick up what lost its wake-up call, failed, or has come due."""
    _work_off(digests.gather_due_digests)
    if expansion.events_are_waiting():
        _ask_for(expand_events)
    if sending.letters_are_waiting():
        _ask_for(send_letters)
    if push_sending.pushes_are_waiting():
        _ask_for(send_pushes)


@shared_task
def read_bounces() -> None:
    """Run by beat: read what came back, where a mailbox gathers it."""
    if settings.BOUNCE_MAILBOX_URL:
        bounce_mailbox.read_mailbox(settings.BOUNCE_MAILBOX_URL)


def _work_off(work: Callable[[], int]) -> bool:
    """Repeat until nothing is due or time is up; whether something may be left."""
    deadline = monotonic() + LONGEST_RUN_SECONDS
    while work():
        if monotonic() > deadline:
            return True
    return False


def _ask_for(task: Task) -> None:
    try:
        task.apply_async(expires=STALE_AFTER_SECONDS, retry=False)
    except BrokerIsDown as error:
        logger.warning("The broker is down, work waits for the sweep: %s", error)
