"""How long the office's working papers of a consultation are kept."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils.translation import gettext_lazy as _

from accounts import retention
from accounts.retention import RetentionRule
from consultations.domain.import_corrections import drop_import
from consultations.domain.report_files import drop_report
from consultations.models import ImportStage, MeetingAttendee, RemarkImport, ReportFile

BATCH = 50


def register_retention() -> None:
    """Make the rules of this app known."""
    retention.register(
        RetentionRule(
            key="formularze-uwag",
            label=_("Wczytane formularze uwag (zapisane z nich uwagi zostają)"),
            kept_for=timedelta(days=365),
            remove=_remove_imports,
        )
    )
    retention.register(
        RetentionRule(
            key="pliki-raportow",
            label=_("Pliki długich raportów z konsultacji (powstają na nowo, gdy są potrzebne)"),
            kept_for=timedelta(days=90),
            remove=_remove_reports,
        )
    )
    retention.register(
        RetentionRule(
            key="listy-obecnosci",
            label=_("Listy obecności na spotkaniach konsultacyjnych (liczby zostają)"),
            kept_for=timedelta(days=2 * 365),
            remove=_remove_attendance_lists,
        )
    )


def _remove_reports(before: datetime) -> int:
    """Whoever asks later gets a new file with the same content."""
    count = 0
    for report in ReportFile.objects.filter(touched_at__lt=before).select_related("file"):
        drop_report(report)
        count += 1
    return count


def _remove_attendance_lists(before: datetime) -> int:
    """Names served to show who was there; the numbers by sector are kept for reports."""
    count, _rows = MeetingAttendee.objects.filter(meeting__ends_at__lt=before).delete()
    return count


def _remove_imports(before: datetime) -> int:
    """Forms hold contact details that were needed to take them in and no longer."""
    resting = [ImportStage.READY, ImportStage.FAILED]
    old = RemarkImport.objects.filter(created_at__lt=before, stage__in=resting)
    count = 0
    while batches := list(old.order_by("pk")[:BATCH]):
        for batch in batches:
            drop_import(batch=batch)
        count += len(batches)
    return count
