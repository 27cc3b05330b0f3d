"""Background work; each task is thin and safe to repeat."""

from __future__ import annotations

from celery import shared_task

from pages.domain import calls, publishing, static_pages


@shared_task
def announce_due() -> None:
    """Tell of what became visible."""
    publishing.announce_due()
    static_pages.index_due()


@shared_task
def remind_of_calls() -> None:
    """Tell of calls that end soon."""
    calls.remind_of_calls()
