"""Background work; thin and safe to repeat."""

from __future__ import annotations

from celery import shared_task

from awards.domain import consents, edition_stages


@shared_task
def move_on_time() -> None:
    """Open, close and publish editions whose moment has come; remind and expire nominees."""
    edition_stages.move_on_time()
    consents.remind_and_expire()
