"""From an uploaded file to units with addresses."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from datetime import timedelta
from typing import Any, BinaryIO, cast

from celery import current_app
from django.db import connection, transaction
from django.utils import timezone
from kombu.exceptions import OperationalError as BrokerError

from consultations.acts.citation import cite
from consultations.acts.reading import read_document, read_source
from consultations.acts.tree import ParsedDocument, Unit, UnreadableDocument
from consultations.domain.errors import StageNotAllowed
from consultations.models import Consultation, DraftState, DraftVersion, Provision, Stage
from documents.models import StoredFile

log = logging.getLogger(__name__)

READ_DRAFT_TASK = "consultations.tasks.read_draft"
# A reading that has not finished after this long was lost with its worker.
READING_LOST_AFTER = timedelta(minutes=3)


def check_readable(data: bytes, filename: str) -> None:
    """Raise UnreadableDocument when the file has no text that could be consulted.

    Asked before anything is stored, so that a scan or a locked file leaves no trace.
    """
    read_source(data, filename)


@transaction.atomic
def upload_draft(*, consultation: Consultation, source: StoredFile, actor: Any) -> DraftVersion:
    """Take a file as the next version and have it read in the background.

    Versions that failed or were never published are replaced, so that nothing half-done stays.
    """
    locked = Consultation.objects.select_for_update(no_key=True).get(pk=consultation.pk)
    if locked.stage not in (Stage.DRAFT, Stage.ANNOUNCED):
        raise StageNotAllowed
    _drop_unused_versions(locked)
    last = locked.versions.order_by("-number").first()
    version = DraftVersion.objects.create(
        consultation=locked,
        number=last.number + 1 if last else 1,
        source=source,
        created_by=actor,
    )
    transaction.on_commit(lambda: request_reading(version.pk))
    return version


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
            parsed = read_document(cast(BinaryIO, file), version.source.original_name)
    except UnreadableDocument as error:
        return _fail(version, error.code)
    return _save_units(version, parsed)


def resume_lost_readings() -> int:
    """Ask again for versions whose worker was killed or whose message was lost."""
    before = timezone.now() - READING_LOST_AFTER
    lost = DraftVersion.objects.filter(
        state__in=[DraftState.QUEUED, DraftState.READING], created_at__lt=before
    ).values_list("pk", flat=True)
    for version_id in lost:
        request_reading(version_id)
    return len(lost)


@transaction.atomic
def _claim(version_id: int) -> DraftVersion | None:
    version = (
        DraftVersion.objects.select_for_update(skip_locked=True)
        .filter(pk=version_id, state__in=[DraftState.QUEUED, DraftState.READING])
        .first()
    )
    if version:
        version.state = DraftState.READING
        version.save(update_fields=["state"])
    return version


def _fail(version: DraftVersion, code: str) -> DraftVersion:
    version.state = DraftState.FAILED
    version.failure_code = code
    version.save(update_fields=["state", "failure_code"])
    return version


@transaction.atomic
def _save_units(version: DraftVersion, parsed: ParsedDocument) -> DraftVersion | None:
    """Replace the provisions of ``version`` and make it the consultation's current one."""
    locked = (
        DraftVersion.objects.select_for_update().filter(pk=version.pk).exclude(state="ready")
    ).first()
    if locked is None:
        return None
    locked.provisions.all().delete()
    Provision.objects.bulk_create(_provisions(locked, parsed), batch_size=500)
    locked.kind = parsed.kind.value
    locked.confidence = parsed.confidence
    locked.signals = list(parsed.signals)
    locked.notices = [{"code": n.code, "detail": n.detail} for n in parsed.notices]
    locked.missing_words = parsed.missing_words
    locked.added_words = parsed.added_words
    locked.title = parsed.title
    locked.preface = parsed.preface
    locked.state = DraftState.READY
    locked.save()
    Consultation.objects.filter(pk=locked.consultation_id).update(current_version=locked)
    return locked


def _provisions(version: DraftVersion, parsed: ParsedDocument) -> list[Provision]:
    """Rows of all units in reading order; parents come before children."""
    rows: list[Provision] = []
    by_path: dict[int, Provision] = {}
    for position, path in enumerate(_paths(parsed.units)):
        unit = path[-1]
        row = Provision(
            version=version,
            parent=by_path.get(id(path[-2])) if len(path) > 1 else None,
            position=position,
            depth=len(path) - 1,
            eid=unit.eid,
            kind=unit.kind.value,
            number=unit.number,
            label=unit.label,
            citation=cite(path)[:200],
            heading=unit.heading,
            text=unit.text,
            rows=unit.rows,
        )
        by_path[id(unit)] = row
        rows.append(row)
    return _with_keys(rows)


def _with_keys(rows: list[Provision]) -> list[Provision]:
    """Give rows their keys beforehand, so that one bulk insert can name parents."""
    keys = _reserve_keys(len(rows))
    for row, key in zip(rows, keys, strict=True):
        row.pk = key
    for row in rows:
        if row.parent is not None:
            row.parent_id = row.parent.pk
    return rows


def _reserve_keys(count: int) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence('consultations_provision', 'id'))"
            " FROM generate_series(1, %s)",
            [count],
        )
        return [row[0] for row in cursor.fetchall()]


def _paths(units: list[Unit], above: tuple[Unit, ...] = ()) -> Iterator[tuple[Unit, ...]]:
    for unit in units:
        path = (*above, unit)
        yield path
        yield from _paths(unit.children, path)


def _drop_unused_versions(consultation: Consultation) -> None:
    """Before the opening nobody has seen earlier versions; afterwards none may go."""
    Consultation.objects.filter(pk=consultation.pk).update(current_version=None)
    consultation.versions.filter(published_at__isnull=True, remarks__isnull=True).delete()
