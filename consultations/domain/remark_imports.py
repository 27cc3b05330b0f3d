"""Taking in filled remark forms: read, show what would happen, write what was agreed to."""

from __future__ import annotations

import logging
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from celery import current_app
from django.db import transaction
from django.utils import timezone
from kombu.exceptions import OperationalError as BrokerError

from consultations.domain import import_progress
from consultations.domain.errors import StageNotAllowed
from consultations.domain.import_weighing import weigh
from consultations.domain.organization_finding import find_organization
from consultations.domain.unit_finding import UnitFinder
from consultations.imports.docx_form import read_docx
from consultations.imports.filled_form import FilledForm, FilledRow, UnreadableForm
from consultations.imports.xlsx_form import read_xlsx
from consultations.models import (
    Channel,
    Consultation,
    ConsultationMeeting,
    ImportStage,
    RemarkImport,
    RemarkImportFile,
    RemarkImportRow,
    Stage,
)
from documents.models import StoredFile
from documents.storing import delete_stored_file, store_upload
from documents.uploads import KINDS, CheckedUpload

log = logging.getLogger(__name__)

WORK_ON_IMPORT = "consultations.tasks.work_on_remark_import"
TAKES_PAPER = (Stage.OPEN, Stage.ANALYSIS)
# What is read while the person waits; more goes to a worker.
READ_AT_ONCE_ROWS = 800
# Both kinds are packages of XML that repeats itself: thousands of rows fit in a few hundred
# kilobytes, so rows are guessed from what they take unpacked.
_ROW_BYTES = {KINDS["docx"].content_type: 3_500, KINDS["xlsx"].content_type: 350}
_TELL_EVERY = 100
LOST_AFTER = timedelta(minutes=5)
_LONGEST = 20_000
_READERS = {KINDS["docx"].content_type: read_docx, KINDS["xlsx"].content_type: read_xlsx}


@dataclass(frozen=True, slots=True)
class Origin:
    """How and when forms reached the office; ``submitter_name`` when they do not say who.

    ``meeting`` is where they were collected, with the channel that says so.
    """

    channel: Channel
    received_on: date
    submitter_name: str = ""
    meeting: ConsultationMeeting | None = None


def bring_forms(
    *, consultation: Consultation, uploads: Sequence[CheckedUpload], origin: Origin, actor: Any
) -> RemarkImport:
    """Keep the files and read them, at once or by a worker. Raises StageNotAllowed."""
    files: list[StoredFile] = []
    try:
        files = [store_upload(upload, uploaded_by=actor) for upload in uploads]
        batch = _begin(consultation, files, origin, actor)
    except BaseException:
        for file in files:
            delete_stored_file(file)
        raise
    if sum(map(_likely_rows, files)) <= READ_AT_ONCE_ROWS:
        return read_forms(batch)
    return batch


def _likely_rows(file: StoredFile) -> int:
    """About how many rows a form has, by the package's own table; nothing is unpacked for it."""
    with file.file.open("rb") as stream:
        try:
            with zipfile.ZipFile(stream) as package:
                size = sum(member.file_size for member in package.infolist())
        except zipfile.BadZipFile:
            return 0  # reading will say that it is damaged
    return size // _ROW_BYTES[file.content_type]


@transaction.atomic
def _begin(
    consultation: Consultation, files: Iterable[StoredFile], origin: Origin, actor: Any
) -> RemarkImport:
    locked = Consultation.objects.select_for_update(no_key=True).get(pk=consultation.pk)
    if locked.stage not in TAKES_PAPER:
        raise StageNotAllowed
    batch = RemarkImport.objects.create(
        consultation=locked, created_by=actor, meeting=origin.meeting
    )
    for file in files:
        RemarkImportFile.objects.create(
            batch=batch,
            file=file,
            channel=origin.channel,
            received_on=origin.received_on,
            submitter_name=origin.submitter_name,
        )
    transaction.on_commit(lambda: ask_worker(batch.pk))
    return batch


def ask_worker(batch_id: int) -> None:
    """Ask for the next step of a batch; when the broker is away beat asks again."""
    try:
        current_app.send_task(WORK_ON_IMPORT, args=[batch_id])
    except BrokerError:
        log.warning("The broker is away; remark import %s waits for beat.", batch_id)


@transaction.atomic
def read_forms(batch: RemarkImport) -> RemarkImport:
    """Read all files of a batch. Safe to repeat and to kill: it is one transaction."""
    locked = (
        RemarkImport.objects.select_for_update()
        .select_related("consultation")
        .filter(pk=batch.pk, stage=ImportStage.READING)
        .first()
    )
    if locked is None:
        batch.refresh_from_db()
        return batch
    finder = UnitFinder(locked.consultation)
    for source in locked.files.select_related("file"):
        _read_file(source, finder)
    locked.stage = ImportStage.READY
    locked.save(update_fields=["stage", "touched_at"])
    weigh(locked)
    return locked


def fail_import(batch_id: int) -> None:
    """Let the person who waits see an end; the log has the cause."""
    RemarkImport.objects.filter(pk=batch_id, stage__in=["reading", "writing"]).update(
        stage=ImportStage.FAILED, touched_at=timezone.now()
    )


def resume_lost_imports() -> int:
    """Ask again for batches whose worker was killed or whose message was lost."""
    lost = RemarkImport.objects.filter(
        stage__in=[ImportStage.READING, ImportStage.WRITING],
        touched_at__lt=timezone.now() - LOST_AFTER,
    ).values_list("pk", flat=True)
    for batch_id in lost:
        ask_worker(batch_id)
    return len(lost)


def _read_file(source: RemarkImportFile, finder: UnitFinder) -> None:
    try:
        form = _form_in(source)
    except UnreadableForm as error:
        source.failure_code = error.code
        source.save(update_fields=["failure_code"])
        return
    slug = source.batch.consultation.slug
    if form.consultation_key and form.consultation_key != slug:
        source.failure_code = "other_consultation"
        source.save(update_fields=["failure_code"])
        return
    _note_who(source, form)
    filled = [row for row in form.rows if row.is_filled]
    rows = []
    for done, row in enumerate(filled, 1):
        rows.append(_row(source, row, finder))
        if done % _TELL_EVERY == 0:
            import_progress.tell(source.batch_id, done, len(filled))
    RemarkImportRow.objects.bulk_create(rows, batch_size=500)


def _form_in(source: RemarkImportFile) -> FilledForm:
    with source.file.file.open("rb") as stream:
        return _READERS[source.file.content_type](stream)


def _note_who(source: RemarkImportFile, form: FilledForm) -> None:
    """What the form says of its sender; an organization is taken by its number alone."""
    source.submitter_name = form.submitter_name or source.submitter_name
    source.organization = find_organization(form.organization_number)
    if source.organization and not source.submitter_name:
        source.submitter_name = str(source.organization)[:300]
    source.save(update_fields=["submitter_name", "organization"])


def _row(source: RemarkImportFile, filled: FilledRow, finder: UnitFinder) -> RemarkImportRow:
    place = finder.find(filled.key, filled.citation)
    who = " ".join(filled.submitter_name.split())[:300]
    return RemarkImportRow(
        source=source,
        number=filled.number,
        citation=filled.citation[:300],
        provision=place.provision,
        is_whole=place.is_whole,
        is_placed=place.is_certain,
        text=filled.text[: _LONGEST + 1],
        proposed_wording=filled.proposed_wording[: _LONGEST + 1],
        justification=filled.justification[: _LONGEST + 1],
        submitter_name=who,
        organization=find_organization(who),
        has_formula=filled.has_formula,
    )
