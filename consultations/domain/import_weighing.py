"""What would become of each row of a batch of filled forms, told before anything is written."""

from __future__ import annotations

import uuid
from collections.abc import Iterable

from consultations.models import Remark, RemarkImport, RemarkImportRow, RowStatus

LONGEST = 20_000
_NAMESPACE = uuid.UUID("5b0f3e0a-6f0e-4c1e-9c43-2a5d1c8f7d10")
_TEXTS = ("text", "proposed_wording", "justification")


def weigh(batch: RemarkImport) -> list[RemarkImportRow]:
    """Judge every row that is not a remark yet; returns those that would become one."""
    rows = list(
        RemarkImportRow.objects.filter(source__batch=batch, remark__isnull=True)
        .exclude(status=RowStatus.WRITTEN)
        .select_related(
            "source__file", "source__organization", "organization", "provision__version"
        )
        .order_by("source", "number")
    )
    stored = _stored_keys(batch, rows)
    earlier = _written_before(batch)
    changed = []
    for row in rows:
        before = (row.status, row.problem)
        row.status, row.problem = _verdict(row, batch, stored, earlier)
        if row.status == RowStatus.NEW:
            stored.add(submission_key(row, batch.consultation_id))
        if before != (row.status, row.problem):
            changed.append(row)
    RemarkImportRow.objects.bulk_update(changed, ["status", "problem"], batch_size=500)
    return [row for row in rows if row.status == RowStatus.NEW]


def submission_key(row: RemarkImportRow, consultation_id: int) -> uuid.UUID:
    """The same for the same words of the same person on the same unit, whatever the file.

    The database takes a key once, so importing again never doubles a remark.
    """
    place = str(row.provision.lineage) if row.provision else "-"
    words = [" ".join(getattr(row, name).split()) for name in _TEXTS]
    signature = " ".join(row.signature.casefold().split())
    return uuid.uuid5(_NAMESPACE, "\x1f".join([str(consultation_id), signature, place, *words]))


def _verdict(
    row: RemarkImportRow,
    batch: RemarkImport,
    stored: set[uuid.UUID],
    earlier: set[tuple[str, int]],
) -> tuple[RowStatus, str]:
    if row.is_skipped:
        return RowStatus.SKIPPED, ""
    if (row.source.file.sha256, row.number) in earlier:
        return RowStatus.SAME, "same_file"
    if mistake := _mistake(row):
        return RowStatus.WRONG, mistake
    if not row.is_placed:
        has_guess = row.is_whole or row.provision is not None
        return RowStatus.CHOOSE, "guessed_unit" if has_guess else "unknown_unit"
    if submission_key(row, batch.consultation_id) in stored:
        return RowStatus.SAME, "same_remark"
    return RowStatus.NEW, ""


def _mistake(row: RemarkImportRow) -> str:
    if row.has_formula:
        return "formula"
    if not row.text.strip():
        return "no_text"
    if any(len(getattr(row, name)) > LONGEST for name in _TEXTS):
        return "too_long"
    return "" if row.signature.strip() else "no_submitter"


def _stored_keys(batch: RemarkImport, rows: Iterable[RemarkImportRow]) -> set[uuid.UUID]:
    keys = [submission_key(row, batch.consultation_id) for row in rows]
    stored = Remark.objects.filter(submission_key__in=keys)
    return {key for key in stored.values_list("submission_key", flat=True) if key is not None}


def _written_before(batch: RemarkImport) -> set[tuple[str, int]]:
    """Rows of these very files that became remarks in an earlier batch, maybe corrected there."""
    hashes = batch.files.values("file__sha256")
    written = RemarkImportRow.objects.filter(
        source__batch__consultation=batch.consultation_id,
        source__file__sha256__in=hashes,
        status=RowStatus.WRITTEN,
    ).exclude(source__batch=batch)
    return set(written.values_list("source__file__sha256", "number"))
