"""Background work; each task is thin and safe to repeat."""

from __future__ import annotations

from celery import shared_task

from standards.domain import overdue, reading


@shared_task
def read_shared_file(version_id: int) -> None:
    """A picture and the words of a shared file."""
    reading.read_version(version_id)


@shared_task
def read_lost_files() -> None:
    """Files whose reading was lost."""
    reading.read_lost()


@shared_task
def remind_of_overdue() -> None:
    """Steps of standards and tasks of teams whose day has passed, once a week at most."""
    overdue.remind_of_steps()
    overdue.remind_of_actions()
