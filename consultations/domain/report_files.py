"""Long reports as files: asked for once, made by a worker, kept until their content changes."""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Collection
from datetime import timedelta
from typing import BinaryIO, cast

from celery import current_app
from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone
from kombu.exceptions import OperationalError as BrokerError

from consultations.domain import queries
from consultations.domain.report import content_key, write_consultation_report
from consultations.models import Consultation, ReportFile, ReportState
from documents.exports import FORMATS
from documents.models import StoredFile
from documents.storing import delete_stored_file, store_stream

log = logging.getLogger(__name__)

MAKE_REPORT = "consultations.tasks.make_report"
# Up to so many remarks any format is written while the person waits.
AT_ONCE_REMARKS = 200
LOST_AFTER = timedelta(minutes=6)  # one step of typesetting is stopped after five
_TELL_EVERY = 250
_SPOOL_BYTES = 5 * 1024 * 1024


class TakenOver(Exception):
    """Another worker was given this file, because this one was silent for too long."""


def is_long(consultation: Consultation, rounds: Collection[int] | None = None) -> bool:
    """Whether the report is made in the background."""
    limit = AT_ONCE_REMARKS + 1
    return queries.counted_in(consultation, rounds)[:limit].count() == limit


def ask_for_report(
    consultation: Consultation,
    format: str,
    rounds: Collection[int] | None = None,
    key: str = "",
) -> ReportFile:
    """The file of the report as it stands now; a worker makes it when it is not there yet.

    ``key`` is the report's ``content_key`` for whoever knows it already.
    """
    with transaction.atomic():
        report, is_new = ReportFile.objects.get_or_create(
            consultation=consultation,
            format=format,
            content_key=key or content_key(consultation, rounds),
            defaults={"rounds": _stored(rounds)},
        )
        if is_new:
            transaction.on_commit(lambda: ask_worker(report.pk))
    return report


def ask_again(report: ReportFile) -> None:
    """Put a file that failed back into the queue; anything else stays as it is."""
    failed = ReportFile.objects.filter(pk=report.pk, state=ReportState.FAILED)
    if failed.update(state=ReportState.QUEUED, touched_at=timezone.now()):
        ask_worker(report.pk)


def prepare_all(consultation: Consultation) -> None:
    """Ask for every format of a long report, so that nobody waits for published results."""
    if is_long(consultation):
        key = content_key(consultation)
        for format in FORMATS:
            ask_for_report(consultation, format, key=key)


def ask_worker(report_id: int) -> None:
    """Ask for a file; when the broker is away beat asks again."""
    try:
        current_app.send_task(MAKE_REPORT, args=[report_id])
    except BrokerError:
        log.warning("The broker is away; report file %s waits for beat.", report_id)


def make_report(report_id: int) -> None:
    """Write the file. Safe to repeat and to kill: only a whole file becomes the report's."""
    report = _begin(report_id)
    if report is None:
        return
    try:
        with tempfile.SpooledTemporaryFile(max_size=_SPOOL_BYTES) as spool:
            stream = cast(BinaryIO, spool)
            write_consultation_report(
                report.consultation,
                report.format,
                stream,
                report.rounds,
                told=lambda done, total: _tell(report, done, total),
                row_read=lambda number: _tell_of_row(report, number),
            )
            stored = store_stream(stream, name=file_name(report), kind=report.format)
    except TakenOver:
        log.warning("Report file %s was taken over by another worker.", report_id)
        return
    except Exception:
        _mine(report).update(state=ReportState.FAILED, touched_at=timezone.now())
        raise
    _finish(report, stored)


def resume_lost_reports() -> int:
    """Ask again for files whose worker was killed or whose message was lost."""
    lost = ReportFile.objects.filter(_lost()).values_list("pk", flat=True)
    for report_id in lost:
        ask_worker(report_id)
    return len(lost)


def files_to_show(
    consultation: Consultation, rounds: Collection[int] | None = None
) -> dict[str, ReportFile]:
    """By format: the file of the report as it is now, else the one that is being made."""
    shown: dict[str, ReportFile] = {}
    key = content_key(consultation, rounds)
    for report in consultation.report_files.select_related("file").order_by("pk"):
        is_same = report.rounds == _stored(rounds)
        if is_same and (report.content_key == key or report.is_at_work):
            shown[report.format] = report
    return shown


@transaction.atomic
def drop_report(report: ReportFile) -> None:
    """Delete the row and, once that stands, its file."""
    stored = report.file
    report.delete()
    if stored:
        delete_stored_file(stored)


def file_name(report: ReportFile) -> str:
    """The name under which people save the file."""
    extension = FORMATS[report.format].extension
    return f"raport-{report.consultation.slug[:60]}.{extension}"


def _begin(report_id: int) -> ReportFile | None:
    """Take the file unless a living worker has it; the update decides between two."""
    free = ReportFile.objects.filter(Q(state=ReportState.QUEUED) | _lost(), pk=report_id)
    taken = free.update(
        state=ReportState.WRITING,
        attempt=F("attempt") + 1,
        done=0,
        total=0,
        touched_at=timezone.now(),
    )
    if not taken:
        return None
    report = ReportFile.objects.select_related("consultation__public_body").get(pk=report_id)
    report.total = queries.counted_in(report.consultation, report.rounds).count()
    return report


def _finish(report: ReportFile, stored: StoredFile) -> None:
    finished = _mine(report).update(
        state=ReportState.READY, file=stored, done=F("total"), touched_at=timezone.now()
    )
    if not finished:
        delete_stored_file(stored)
        return
    for older in _older_than(report):
        if older.rounds == report.rounds:
            drop_report(older)


def _older_than(report: ReportFile) -> QuerySet[ReportFile]:
    """What the new file may replace."""
    return ReportFile.objects.filter(
        consultation=report.consultation_id,
        format=report.format,
        pk__lt=report.pk,
        state__in=[ReportState.READY, ReportState.FAILED],
    ).select_related("file")


def _tell_of_row(report: ReportFile, number: int) -> None:
    if number % _TELL_EVERY == 0:
        _tell(report, number, max(report.total, number))


def _tell(report: ReportFile, done: int, total: int) -> None:
    if not _mine(report).update(done=done, total=total, touched_at=timezone.now()):
        raise TakenOver


def _mine(report: ReportFile) -> QuerySet[ReportFile]:
    return ReportFile.objects.filter(
        pk=report.pk, attempt=report.attempt, state=ReportState.WRITING
    )


def _stored(rounds: Collection[int] | None) -> list[int] | None:
    return None if rounds is None else sorted(rounds)


def _lost() -> Q:
    at_work = Q(state__in=[ReportState.QUEUED, ReportState.WRITING])
    return at_work & Q(touched_at__lt=timezone.now() - LOST_AFTER)
