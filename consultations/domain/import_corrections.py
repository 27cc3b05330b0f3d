"""What an official corrects on the preview of filled forms before they are written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from consultations.domain.errors import ImportNotReady
from consultations.domain.import_weighing import weigh
from consultations.domain.organization_finding import find_organization
from consultations.domain.unit_finding import Place, UnitFinder
from consultations.models import (
    ImportStage,
    RemarkImport,
    RemarkImportFile,
    RemarkImportRow,
    RowStatus,
)
from documents.storing import delete_stored_file
from organizations.models import Organization


@dataclass(frozen=True, slots=True)
class RowContent:
    """A row as the official wants it."""

    place: Place
    text: str
    proposed_wording: str
    justification: str
    submitter_name: str
    is_skipped: bool


@dataclass(frozen=True, slots=True)
class FileContent:
    """Who sent a form, how and when."""

    submitter_name: str
    organization: Organization | None
    channel: str
    received_on: date


@transaction.atomic
def correct_row(*, row: RemarkImportRow, content: RowContent) -> RemarkImportRow:
    """Change what one row says or where it belongs."""
    batch = _lock(row.source.batch_id)
    _refuse_written(row)
    _put(row, content.place)
    row.text = content.text
    row.proposed_wording = content.proposed_wording
    row.justification = content.justification
    row.submitter_name = content.submitter_name
    row.organization = find_organization(content.submitter_name)
    row.is_skipped = content.is_skipped
    row.has_formula = False
    row.save()
    weigh(batch)
    row.refresh_from_db()
    return row


@transaction.atomic
def place_rows(*, batch: RemarkImport, chosen: Mapping[int, str]) -> list[int]:
    """Put rows (by key) on the units that the official wrote; keys of those not understood."""
    locked = _lock(batch.pk)
    finder = UnitFinder(locked.consultation)
    open_rows = RemarkImportRow.objects.filter(source__batch=locked, remark__isnull=True)
    unclear = []
    for row in open_rows.filter(pk__in=chosen):
        place = finder.by_words(chosen[row.pk])
        if place.is_certain:
            _put(row, place)
            row.save(update_fields=["provision", "is_whole", "is_placed"])
        else:
            unclear.append(row.pk)
    weigh(locked)
    return unclear


@transaction.atomic
def correct_file(*, source: RemarkImportFile, content: FileContent) -> RemarkImportFile:
    """Change who sent a form, how and when."""
    batch = _lock(source.batch_id)
    source.submitter_name = content.submitter_name
    source.organization = content.organization
    source.channel = content.channel
    source.received_on = content.received_on
    source.save()
    weigh(batch)
    return source


@transaction.atomic
def drop_import(*, batch: RemarkImport) -> None:
    """Throw the forms away; remarks that were written from them stay."""
    locked = _lock(batch.pk)
    files = [source.file for source in locked.files.select_related("file")]
    locked.delete()
    for file in files:
        delete_stored_file(file)


def _lock(batch_id: int) -> RemarkImport:
    locked = RemarkImport.objects.select_for_update().get(pk=batch_id)
    if locked.is_at_work:
        raise ImportNotReady
    return locked


def _refuse_written(row: RemarkImportRow) -> None:
    if row.status == RowStatus.WRITTEN or row.source.batch.stage != ImportStage.READY:
        raise ImportNotReady


def _put(row: RemarkImportRow, place: Place) -> None:
    row.provision, row.is_whole, row.is_placed = place.provision, place.is_whole, place.is_certain
