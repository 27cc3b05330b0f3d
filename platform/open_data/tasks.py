"""Work at night."""

from __future__ import annotations

from celery import shared_task

from open_data import bulk_files


@shared_task
def make_bulk_files() -> None:
    """New files of every dataset; may run twice."""
    bulk_files.make_bulk_files()
