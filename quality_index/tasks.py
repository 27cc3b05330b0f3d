"""Background work; each task is thin and safe to repeat."""

from __future__ import annotations

from celery import shared_task

from quality_index.domain import plans, reminding, stages


@shared_task
def move_on_time() -> int:
    """End scoring wherever its deadline has passed."""
    return stages.move_on_time()


@shared_task
def remind() -> int:
    """Once a day: members who have not scored, and actions whose term is near."""
    return reminding.remind_members() + plans.remind_of_terms()
