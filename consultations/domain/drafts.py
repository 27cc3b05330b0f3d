"""From an uploaded file to units with addresses."""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import Any, BinaryIO, cast

from celery import current_app
from django.db import transaction
from django.utils import timezone
from kombu.exceptions import OperationalError as BrokerError

from consultations.acts.reading import read_source, read_with_source
from consultations.acts.tree import ParsedDocument, UnreadableDocument
from consultations.domain import version_changes
from consultations.domain.act_rows import rows_from
from consultations.domain.errors import StageNotAllowed
from consultations.domain.source_readings import keep_reading
from consultations.models import Consultation, DraftState, DraftVersion, Provision, Stage
from consultations.models.drafts import UNFINISHED
from documents.models import StoredFile
from documents.unheld import let_go
from search.registry import touch

log = logging.getLogger(__name__)

READ_DRAFT_TASK = "consultations.tasks.read_draft"
# A reading that has not finished after this long was lost with its worker.
READING_LOST_AFTER = timedelta(minutes=3)
_BEFORE_OPENING = (Stage.DRAFT, Stage.ANNOUNCED)
_AFTER_OPENING = (Stage.ANNOUNCED, Stage.OPEN, Stage.ANALYSIS, Stage.PUBLISHED)


def is_text_in_place(consultation: Consultation) -> bool:
    """Whether the text is replaced and corrected in place: nobody has remarked on it yet."""
    return consultation.stage in _BEFORE_OPENING and consultation.round_number == 1


def takes_new_versions(consultation: Consultation) -> bool:
    """Whether a change is a new version beside the text that people remark(ed) on.

    Also after the results, so that a further round can begin with a changed text.
    """
    return consultation.stage in _AFTER_OPENING and not is_text_in_place(consultation)


def check_readable(data: bytes, filename: str) -> None:
    """Raise UnreadableDocument when the file has no text that could be consulted.

    Asked before anything is stored, so that a scan or a locked file leaves no trace.
    """
    read_source(data, filename)


@transaction.atomic
def upload_draft(*, consultation: Consultation, source: StoredFile, actor: Any) -> DraftVersion:
    """Take a file as the next version and have it read in the background.

    Versions that failed or were never published are replaced, so that nothing half-done stays.
    After the opening the new version waits beside the one in force until it is published.
    """
    locked = Consultation.objects.select_for_update(no_key=True).get(pk=consultation.pk)
    version = add_version(locked, source=source, actor=actor)
    transaction.on_commit(lambda: request_reading(version.pk))
    return version


def add_version(consultation: Consultation, *, source: StoredFile, actor: Any) -> DraftVersion:
    """The next version of a consultation that the caller has locked."""
    if is_text_in_place(consultation):
        # Nobody has remarked yet, so nothing hangs on the text that goes.
        Consultation.objects.filter(pk=consultation.pk).update(current_version=None)
        base = None
    elif takes_new_versions(consultation):
        base = consultation.current_version
    else:
        raise StageNotAllowed
    drop_unpublished(consultation, keep=base)
    last = consultation.versions.order_by("-number").first()
    return DraftVersion.objects.create(
        consultation=consultation,
        number=last.number + 1 if last else 1,
        base=base,
        source=source,
        created_by=actor,
    )


def drop_unpublished(consultation: Consultation, *, keep: DraftVersion | None) -> None:
    """Delete versions that nobody but the office has seen."""
    unpublished = consultation.versions.filter(published_at__isnull=True, remarks__isnull=True)
    if keep is not None:
        unpublished = unpublished.exclude(pk=keep.pk)
    files = [version.source for version in unpublished.select_related("source")]
    unpublished.delete()
    let_go(files)


def request_reading(version_id: int) -> None:
    """Ask a worker to read; when the broker is away beat asks again."""
    try:
        current_app.send_task(READ_DRAFT_TASK, args=[version_id])
    except BrokerError:
        log.warning("The broker is away; draft version %s waits for beat.", version_id)


def read_draft_version(version_id: int) -> DraftVersion | None:
    """Read the file of a version into provisions. Safe to repeat and to kill at any moment.

    Returns None when the version has gone or is done already.
    """
    version = _claim(version_id)
    if version is None:
        return None
    try:
        with version.source.file.open("rb") as file:
            source, parsed = read_with_source(cast(BinaryIO, file), version.source.original_name)
    except UnreadableDocument as error:
        return _fail(version, error.code)
    _note_progress(version, DraftState.SAVING)
    keep_reading(version.source, source)
    return _save_units(version, parsed)


def resume_lost_readings() -> int:
    """Ask again for versions whose worker was killed or whose message was lost."""
    before = timezone.now() - READING_LOST_AFTER
    lost = DraftVersion.objects.filter(state__in=UNFINISHED, created_at__lt=before).values_list(
        "pk", flat=True
    )
    for version_id in lost:
        request_reading(version_id)
    return len(lost)


@transaction.atomic
def _claim(version_id: int) -> DraftVersion | None:
    version = (
        DraftVersion.objects.select_for_update(skip_locked=True)
        .filter(pk=version_id, state__in=UNFINISHED)
        .first()
    )
    if version:
        _note_progress(version, DraftState.READING)
    return version


def _note_progress(version: DraftVersion, state: DraftState) -> None:
    version.state = state
    version.save(update_fields=["state"])


def _fail(version: DraftVersion, code: str) -> DraftVersion:
    version.state = DraftState.FAILED
    version.failure_code = code
    version.save(update_fields=["state", "failure_code"])
    return version


@transaction.atomic
def _save_units(version: DraftVersion, parsed: ParsedDocument) -> DraftVersion | None:
    """Replace the provisions of ``version``.

    The first version becomes the consultation's text; a later one is only matched with the
    text that it is to replace.
    """
    locked = (
        DraftVersion.objects.select_for_update().filter(pk=version.pk).exclude(state="ready")
    ).first()
    if locked is None:
        return None
    locked.provisions.all().delete()
    Provision.objects.bulk_create(rows_from(locked, parsed.units), batch_size=500)
    locked.kind = parsed.kind.value
    locked.confidence = parsed.confidence
    locked.signals = list(parsed.signals)
    locked.notices = [{"code": n.code, "detail": n.detail} for n in parsed.notices]
    locked.missing_words = parsed.missing_words
    locked.added_words = parsed.added_words
    locked.title = parsed.title
    locked.preface = parsed.preface
    locked.state = DraftState.READY
    locked.revision += 1
    locked.save()
    if locked.base is None:
        Consultation.objects.filter(pk=locked.consultation_id).update(current_version=locked)
        touch("konsultacje", [locked.consultation_id])
    else:
        version_changes.match_with_base(locked, locked.base)
    return locked
