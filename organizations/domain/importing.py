"""Bringing a register in: check without writing, then write; safe to repeat.

Rows are known by KRS, then NIP, then REGON. What a representative confirmed is never
overwritten: such a difference becomes a suggestion.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from tempfile import TemporaryFile
from typing import IO, Any

from celery import current_app
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from documents.storing import store_upload
from documents.uploads import CheckedUpload
from organizations.domain.errors import AlreadyDecided
from organizations.domain.import_batches import Outcome, weigh_batch, write_batch
from organizations.imports.columns import BY_FIELD, guess_mapping
from organizations.imports.errors_file import ErrorsFile
from organizations.imports.rows import ImportedRow, RowReader
from organizations.imports.tables import SourceTable, UnreadableTable, open_table
from organizations.models import ImportRun, ImportSource, ImportStage

BATCH = 1000
PREVIEW_ROWS = 20
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

WORK_ON_IMPORT = "organizations.tasks.work_on_import"


@dataclass(slots=True)
class Tally:
    """Counts and examples of a run."""

    counts: dict[str, int] = field(
        default_factory=lambda: dict.fromkeys(("new", "changed", "same", "wrong", "suggested"), 0)
    )
    examples: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    rows: int = 0

    def add(self, outcome: Outcome) -> None:
        """Count one row, and keep it while it is among the first of its kind."""
        self.counts[outcome.kind] += 1
        self.counts["suggested"] += bool(outcome.suggestions)
        kept = self.examples.setdefault(outcome.kind, [])
        if len(kept) < PREVIEW_ROWS:
            kept.append(outcome.example())


@transaction.atomic
def upload_register(
    *, source: ImportSource, upload: CheckedUpload, checked_on: Any, user: User
) -> ImportRun:
    """Keep the file and propose which column is what; unreadable files are refused."""
    headers = open_table(upload.file.open(), upload.kind).headers  # refuses what is no table
    if not source.mapping:
        source.mapping = guess_mapping(headers)
        source.save(update_fields=["mapping"])
    return ImportRun.objects.create(
        source=source,
        file=store_upload(upload, uploaded_by=user),
        checked_on=checked_on,
        created_by=user,
    )


def headers_of(run: ImportRun) -> list[str]:
    """Column titles of the run's file."""
    with run.file.file.open("rb") as stream:
        return _open(run, stream).headers


@transaction.atomic
def map_columns(run: ImportRun, mapping: dict[str, str]) -> ImportRun:
    """Save the mapping with the source and ask for the check."""
    run.source.mapping = {
        header: target for header, target in mapping.items() if target in BY_FIELD
    }
    run.source.save(update_fields=["mapping"])
    return _begin(run, ImportStage.CHECKING, {ImportStage.UPLOADED, ImportStage.CHECKED})


@transaction.atomic
def agree(run: ImportRun) -> ImportRun:
    """Somebody has seen the preview and wants it written."""
    return _begin(run, ImportStage.IMPORTING, {ImportStage.CHECKED})


def check_register(run: ImportRun) -> ImportRun:
    """Count what would happen; nothing of the directory changes."""
    return _carry_out(run, ImportStage.CHECKED, lambda outcomes: None)


def import_register(run: ImportRun) -> ImportRun:
    """Write new and changed rows, batch by batch; repeating it writes nothing twice."""
    return _carry_out(run, ImportStage.DONE, lambda outcomes: write_batch(outcomes, run))


def _carry_out(
    run: ImportRun, reached: ImportStage, write: Callable[[list[Outcome]], None]
) -> ImportRun:
    tally = Tally()
    with run.file.file.open("rb") as stream, TemporaryFile() as spool:
        try:
            table = _open(run, stream)
            errors = ErrorsFile(table.headers, spool)
            for batch in _batches(table, run.source.mapping):
                _take(batch, tally, errors, write)
                tally.rows += len(batch)
                ImportRun.objects.filter(pk=run.pk).update(rows_done=tally.rows)
        except UnreadableTable as error:
            return fail_import(run, str(error))
        return _finish(run, reached, tally, errors)


def _take(
    batch: list[ImportedRow],
    tally: Tally,
    errors: ErrorsFile,
    write: Callable[[list[Outcome]], None],
) -> None:
    right = [row for row in batch if not row.mistakes]
    for row in batch:
        if row.mistakes:
            errors.add(row)
            tally.add(Outcome(row, "wrong"))
    with transaction.atomic():
        outcomes = weigh_batch(right)
        write(outcomes)
    for outcome in outcomes:
        if outcome.kind == "wrong":
            errors.add(outcome.row)
        tally.add(outcome)


def _batches(table: SourceTable, mapping: dict[str, str]) -> Iterator[list[ImportedRow]]:
    reader = RowReader(table.headers, mapping)
    while batch := [reader.read(number, cells) for number, cells in islice(table.rows, BATCH)]:
        yield batch


def _open(run: ImportRun, stream: IO[bytes]) -> SourceTable:
    return open_table(stream, "xlsx" if run.file.content_type == XLSX else "csv")


def _begin(run: ImportRun, stage: ImportStage, allowed: set[ImportStage]) -> ImportRun:
    # Two clicks must not start two workers on the same file.
    run = ImportRun.objects.select_for_update(of=["self"]).select_related("source").get(pk=run.pk)
    if run.stage not in allowed:
        raise AlreadyDecided
    run.stage = stage
    run.rows_done = 0
    run.save(update_fields=["stage", "rows_done"])
    _ask_worker(run)
    return run


def _ask_worker(run: ImportRun) -> None:
    transaction.on_commit(
        lambda: current_app.signature(WORK_ON_IMPORT, [run.pk]).delay(), robust=True
    )


def _finish(run: ImportRun, stage: ImportStage, tally: Tally, errors: ErrorsFile) -> ImportRun:
    run.stage = stage
    run.rows_done = tally.rows
    run.preview = tally.examples
    run.error_file = errors.store(run) if tally.counts["wrong"] else None
    run.finished_at = timezone.now()
    for name, count in tally.counts.items():
        setattr(run, f"{name}_count", count)
    run.save()
    return run


def fail_import(run: ImportRun, why: str) -> ImportRun:
    """End the run with a reason; what was written stays, repeating is safe."""
    run.stage = ImportStage.FAILED
    run.failure = why
    run.finished_at = timezone.now()
    run.save(update_fields=["stage", "failure", "finished_at"])
    return run
