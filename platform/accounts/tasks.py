"""Background work of accounts."""

from __future__ import annotations

from celery import shared_task

from accounts.domain import retention


@shared_task
def apply_retention() -> None:
    """Run by beat at night: remove what has been kept long enough."""
    retention.apply_retention()
