"""Keeping the index in step with what everybody may see."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any, TypeAlias

from celery import current_app
from django.db import connection, transaction
from kombu.exceptions import OperationalError as BrokerIsDown

from notifications.domain.after_commit import once_after_commit
from notifications.domain.batches import in_batches
from search import registry
from search.columns import search_columns_from
from search.domain.suggestions import collect_words
from search.models import PendingDocument, SearchDocument
from search.registry import Indexed

Tell: TypeAlias = Callable[[str, int, int], None]

BATCH = 200
INDEX_PENDING = "search.tasks.index_pending"
# A key of PostgreSQL's advisory locks that nothing else of the portal takes.
ONE_INDEXER = 7_310_001
WRITTEN = [
    "title",
    "summary",
    "owner",
    "url",
    "county",
    "topics",
    "happens_on",
    "ended_on",
    *SearchDocument.COLUMNS,
]


def mark(key: str, object_ids: Iterable[int]) -> None:
    """Remember objects to index, in the transaction that changes them."""
    rows = [PendingDocument(kind=key, object_id=object_id) for object_id in object_ids]
    PendingDocument.objects.bulk_create(rows, batch_size=1000)
    if rows:
        once_after_commit(wake_indexer)


def wake_indexer() -> None:
    """Ask for the work at once; with the broker down, the next sweep of beat does it."""
    try:
        current_app.signature(INDEX_PENDING).apply_async(retry=False)
    except BrokerIsDown:
        return


@transaction.atomic
def index_pending() -> int:
    """Index one batch of what waits; how many marks were worked off.

    One indexer at a time, as two could write what they read in the wrong order. The marks go in
    the same transaction, so a killed worker leaves them for the next.
    """
    if not _we_are_the_only_one():
        return 0
    marks = list(PendingDocument.objects.order_by("pk")[:BATCH])
    ids: defaultdict[str, set[int]] = defaultdict(set)
    for row in marks:
        ids[row.kind].add(row.object_id)
    PendingDocument.objects.filter(pk__in=[row.pk for row in marks]).delete()
    for key, object_ids in ids.items():
        if kind := registry.find(key):
            write_documents(kind, object_ids)
    return len(marks)


def rebuild_all(tell: Tell = lambda *_progress: None) -> dict[str, int]:
    """Index every kind anew; how many of each everybody may find."""
    counts = {kind.key: rebuild(kind, tell) for kind in registry.kinds()}
    collect_words()
    return counts


def rebuild(kind: Indexed, tell: Tell = lambda *_progress: None) -> int:
    """Index a whole kind anew, batch by batch; how many objects everybody may find.

    Readers find the old documents until the new ones are there. ``tell`` hears of the kind, of
    how many are written and of how many there are.
    """
    keys = kind.public_rows().order_by("pk").values_list("pk", flat=True)
    total, count = keys.count(), 0
    tell(kind.key, count, total)
    for batch in in_batches(keys.iterator(chunk_size=BATCH), BATCH):
        with transaction.atomic():
            count += write_documents(kind, batch)
        tell(kind.key, count, total)
    public = kind.public_rows().values("pk")
    SearchDocument.objects.filter(kind=kind.key).exclude(object_id__in=public).delete()
    return count


def index_missing(key: str) -> int:
    """Index what no signal told of, such as rows loaded with the schema; how many there were."""
    kind = registry.find(key)
    if kind is None:
        return 0
    known = SearchDocument.objects.filter(kind=key).values("object_id")
    missing = kind.public_rows().exclude(pk__in=known).order_by("pk").values_list("pk", flat=True)
    return write_documents(kind, list(missing))


def write_documents(kind: Indexed, object_ids: Iterable[int]) -> int:
    """Write the documents of public objects, remove those of others; how many were written."""
    ids = list(object_ids)
    documents = [_document(kind, row) for row in kind.public_rows().filter(pk__in=ids)]
    SearchDocument.objects.bulk_create(
        documents,
        update_conflicts=True,
        unique_fields=["kind", "object_id"],
        update_fields=WRITTEN,
    )
    gone = set(ids) - {document.object_id for document in documents}
    SearchDocument.objects.filter(kind=kind.key, object_id__in=gone).delete()
    return len(documents)


def _document(kind: Indexed, row: Any) -> SearchDocument:
    entry = kind.entry(row)
    columns = search_columns_from(
        names=[entry.title, *entry.names], texts=[entry.summary, entry.owner, *entry.texts]
    )
    return SearchDocument(
        kind=kind.key,
        object_id=row.pk,
        title=entry.title,
        summary=entry.summary,
        owner=entry.owner,
        url=entry.url,
        county_id=entry.county_id,
        topics=list(entry.topics),
        happens_on=entry.happens_on,
        ended_on=entry.ended_on,
        **dict(zip(SearchDocument.COLUMNS, columns, strict=True)),
    )


def _we_are_the_only_one() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [ONE_INDEXER])
        return bool(cursor.fetchone()[0])
