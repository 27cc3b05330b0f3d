"""Background work; each task is thin and safe to repeat."""

from __future__ import annotations

from celery import shared_task

from consultations.domain import (
    council,
    drafts,
    import_writing,
    invitations,
    remark_imports,
    report_files,
    stages,
)
from consultations.models import ImportStage, RemarkImport


@shared_task
def read_draft(version_id: int) -> None:
    """Read an uploaded draft into units."""
    drafts.read_draft_version(version_id)


@shared_task
def work_on_remark_import(batch_id: int) -> None:
    """Read filled forms, or write the remarks in them; a batch that is done stays as it is."""
    batch = RemarkImport.objects.filter(pk=batch_id).first()
    if batch is None:
        return
    try:
        if batch.stage == ImportStage.READING:
            remark_imports.read_forms(batch)
        elif batch.stage == ImportStage.WRITING:
            import_writing.write_remarks(batch)
    except Exception:
        remark_imports.fail_import(batch_id)
        raise


@shared_task
def make_report(report_id: int) -> None:
    """Write a long report to a file."""
    report_files.make_report(report_id)


@shared_task
def send_invitations(batch_id: int) -> None:
    """Write to organizations that were chosen; whoever was written to is left out."""
    invitations.send_invitations(batch_id)


@shared_task
def move_on_time() -> None:
    """Open and close consultations whose moment has come; remind; pick up lost work."""
    stages.move_on_time()
    council.look_after_terms()
    invitations.remind_invited()
    invitations.resume_invitations()
    drafts.resume_lost_readings()
    remark_imports.resume_lost_imports()
    report_files.resume_lost_reports()
