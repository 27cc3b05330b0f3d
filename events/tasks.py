"""Background work; each task is thin and safe to repeat."""

from __future__ import annotations

from celery import shared_task

from events.domain import ageing, mailings, records


@shared_task
def let_time_pass() -> None:
    """Offers lapse, pools are released, letters whose time has come go."""
    ageing.settle_due_events()
    mailings.send_due()


@shared_task
def write_by_themselves() -> None:
    """Reminders before, thanks after, and records for the standards' statistics."""
    mailings.remind()
    mailings.thank()
    records.tell_of_trainings()
