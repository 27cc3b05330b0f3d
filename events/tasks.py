"""Background work; each task is thin and safe to repeat."""

from __future__ import annotations

from celery import shared_task

from events.domain import ageing, mailings


@shared_task
def let_time_pass() -> None:
    """Offers lapse, pools are released, letters whose time has come go."""
    ageing.settle_due_events()
    mailings.send_due()


@shared_task
def write_by_themselves() -> None:
    """Reminders before and thanks after."""
    mailings.remind()
    mailings.thank()
