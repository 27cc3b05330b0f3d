"""Background work; each task is thin and safe to repeat."""

from __future__ import annotations

from celery import shared_task

from consultations.domain import drafts, stages


@shared_task
def read_draft(version_id: int) -> None:
    """Read an uploaded draft into units."""
    drafts.read_draft_version(version_id)


@shared_task
def move_on_time() -> None:
    """Open and close consultations whose moment has come; pick up lost readings."""
    stages.move_on_time()
    drafts.resume_lost_readings()
