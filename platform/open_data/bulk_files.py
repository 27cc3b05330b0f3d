"""Making the files of datasets: CSV for spreadsheets, JSON Lines for programs."""

from __future__ import annotations

import csv
import hashlib
import json
from functools import partial
from tempfile import TemporaryFile
from typing import IO, Any

from django.core.files import File
from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.utils import timezone, translation

from documents.exports.csv import neutralised
from open_data.datasets import Dataset, registered_datasets
from open_data.models import BulkFile

CONTENT_TYPES = {"csv": "text/csv; charset=utf-8", "jsonl": "application/jsonl; charset=utf-8"}


def make_bulk_files() -> None:
    """New files of every dataset; a reader gets the old file until the new one is whole."""
    for dataset in registered_datasets():
        with (
            translation.override("pl"),
            TemporaryFile("w+", encoding="utf-8", newline="") as table,
            TemporaryFile("w+", encoding="utf-8", newline="") as lines,
        ):
            count = _write(dataset, table, lines)
            _keep(dataset, "csv", table, count)
            _keep(dataset, "jsonl", lines, count)


def _write(dataset: Dataset, table: IO[str], lines: IO[str]) -> int:
    # One reading for both formats, so that they hold the same.
    table.write("\ufeff")
    rows = csv.writer(table, delimiter=";", lineterminator="\r\n")
    rows.writerow(dataset.columns)
    count = 0
    for record in dataset.records():
        rows.writerow([_cell(record[name]) for name in dataset.columns])
        lines.write(json.dumps(record, cls=DjangoJSONEncoder, ensure_ascii=False) + "\n")
        count += 1
    return count


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return neutralised("|".join(str(item) for item in value))
    if hasattr(value, "isoformat"):
        return str(value.isoformat())
    return neutralised(value) if isinstance(value, str) else str(value)


def _keep(dataset: Dataset, file_format: str, stream: IO[str], count: int) -> None:
    stream.flush()
    binary = File(stream.buffer)  # type: ignore[attr-defined] # a text file has one
    binary.seek(0)
    digest = hashlib.file_digest(binary, "sha256").hexdigest()
    size = binary.tell()
    binary.seek(0)
    with transaction.atomic():
        rows = BulkFile.objects.select_for_update()
        row = rows.filter(dataset=dataset.key, format=file_format).first()
        row = row or BulkFile(dataset=dataset.key, format=file_format)
        storage, outdated = row.file.storage, row.file.name
        row.size, row.sha256, row.record_count = size, digest, count
        row.made_at = timezone.now()
        row.file.save(f"{dataset.key}.{file_format}", binary, save=False)
        row.save()
        if outdated:
            transaction.on_commit(partial(storage.delete, outdated))
