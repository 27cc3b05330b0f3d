"""Turning the rows that were agreed to into remarks, all or none, and never twice."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from consultations.domain.errors import ImportNotReady, StageNotAllowed
from consultations.domain.import_weighing import submission_key, weigh
from consultations.domain.remark_imports import TAKES_PAPER, ask_worker
from consultations.models import (
    Channel,
    Consultation,
    ImportStage,
    Remark,
    RemarkImport,
    RemarkImportRow,
    RowStatus,
)

# What is written while the person waits; more goes to a worker.
WRITE_AT_ONCE_ROWS = 500


def confirm_import(*, batch: RemarkImport, actor: Any) -> RemarkImport:
    """Write what the preview calls new. Rows that need correcting stay for later.

    Raises ImportNotReady for a batch that is being worked on, StageNotAllowed when the
    consultation takes no paper any more.
    """
    claimed = _claim(batch, actor)
    rows = RemarkImportRow.objects.filter(source__batch=claimed, status=RowStatus.NEW).count()
    if rows <= WRITE_AT_ONCE_ROWS:
        return write_remarks(claimed)
    return claimed


@transaction.atomic
def _claim(batch: RemarkImport, actor: Any) -> RemarkImport:
    locked = RemarkImport.objects.select_for_update().get(pk=batch.pk)
    if locked.stage != ImportStage.READY:
        raise ImportNotReady
    if locked.consultation.stage not in TAKES_PAPER:
        raise StageNotAllowed
    locked.stage = ImportStage.WRITING
    locked.confirmed_by = actor
    locked.save(update_fields=["stage", "confirmed_by", "touched_at"])
    transaction.on_commit(lambda: ask_worker(locked.pk))
    return locked


@transaction.atomic
def write_remarks(batch: RemarkImport) -> RemarkImport:
    """Write a confirmed batch in one transaction; a second worker finds nothing to do.

    The consultation is locked first, so that two batches with the same form wait for each other
    and the later one sees what the earlier one wrote.
    """
    consultation = Consultation.objects.select_for_update(no_key=True).get(pk=batch.consultation_id)
    locked = (
        RemarkImport.objects.select_for_update()
        .filter(pk=batch.pk, stage=ImportStage.WRITING)
        .first()
    )
    if locked is None:
        batch.refresh_from_db()
        return batch
    locked.consultation = consultation
    if consultation.stage in TAKES_PAPER and consultation.current_version:
        _write(locked, weigh(locked))
    locked.stage = ImportStage.READY
    locked.save(update_fields=["stage", "touched_at"])
    return locked


def _write(batch: RemarkImport, rows: list[RemarkImportRow]) -> None:
    last = _take_numbers(batch.consultation, len(rows))
    remarks = Remark.objects.bulk_create(
        [
            _remark(row, batch, number)
            for number, row in enumerate(rows, start=last - len(rows) + 1)
        ],
        batch_size=500,
    )
    for row, remark in zip(rows, remarks, strict=True):
        row.remark, row.status = remark, RowStatus.WRITTEN
    RemarkImportRow.objects.bulk_update(rows, ["remark", "status"], batch_size=500)


def _take_numbers(consultation: Consultation, count: int) -> int:
    """The last of ``count`` numbers that are ours now."""
    mine = Consultation.objects.filter(pk=consultation.pk)
    mine.update(last_remark_number=F("last_remark_number") + count)
    return mine.values_list("last_remark_number", flat=True).get()


def _remark(row: RemarkImportRow, batch: RemarkImport, number: int) -> Remark:
    current = batch.consultation.current_version
    # A form that came another way after all is none of the meeting's.
    meeting = batch.meeting if row.source.channel == Channel.MEETING else None
    return Remark(
        consultation=batch.consultation,
        number=number,
        round_number=meeting.round_number if meeting else batch.consultation.round_number,
        meeting=meeting,
        version=row.provision.version if row.provision else current,
        provision=row.provision,
        organization=row.for_organization,
        submitter_name=row.signature.strip(),
        channel=row.source.channel,
        received_on=row.source.received_on,
        text=row.text.strip(),
        proposed_wording=row.proposed_wording.strip(),
        justification=row.justification.strip(),
        submission_key=submission_key(row, batch.consultation_id),
        entered_by=batch.confirmed_by,
        submitted_at=timezone.now(),
    )
