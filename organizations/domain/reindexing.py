"""Computing anew what search reads, after a change of the word analyser."""

from __future__ import annotations

from typing import Any

from django.db.models import Model, QuerySet

from search.columns import SearchColumns

BATCH = 1000


def refresh_search_columns(rows: QuerySet[Any], extra_columns: tuple[str, ...] = ()) -> int:
    """Fill the search columns of ``rows`` in batches; returns how many rows were written."""
    written = 0
    batch: list[Model] = []
    columns = [*SearchColumns.COLUMNS, *extra_columns]
    for row in rows.iterator(chunk_size=BATCH):
        row.set_search_columns()
        batch.append(row)
        if len(batch) == BATCH:
            written += rows.model.objects.bulk_update(batch, columns)
            batch = []
    return written + rows.model.objects.bulk_update(batch, columns)
