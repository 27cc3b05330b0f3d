"""Work of the counts in the background; every task may run twice."""

from __future__ import annotations

from celery import shared_task

from insight.domain import collecting, keeping


@shared_task
def collect_visits() -> int:
    """Every few minutes: move the tally of visits into the database."""
    return collecting.collect()


@shared_task
def measure_kept_word() -> int:
    """Every hour: measure anew how offices keep their word."""
    return keeping.refresh()
