"""Files that nothing points to any more: dropped drafts, replaced texts, deleted rows.

Every row that refers to a file holds it, except one that would go along with it (``CASCADE``,
such as a reading of the file) and one of a history, which only tells of it (``DO_NOTHING``).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models import CASCADE, DO_NOTHING, Exists, OuterRef, QuerySet
from django.db.models.deletion import ProtectedError, RestrictedError

from documents.models import StoredFile
from documents.storing import delete_stored_file

_NOT_HOLDING = (CASCADE, DO_NOTHING)


def unheld_files() -> QuerySet[StoredFile]:
    """Files that no row holds, whichever apps are installed."""
    files = StoredFile.objects.all()
    for relation in StoredFile._meta.related_objects:
        if relation.on_delete not in _NOT_HOLDING:
            rows = relation.related_model._base_manager
            files = files.exclude(Exists(rows.filter(**{relation.field.name: OuterRef("pk")})))
    return files


def let_go(files: Iterable[StoredFile]) -> int:
    """Delete those of ``files`` that nothing holds, each from storage once that is certain.

    Call it in the transaction that took the last reference away. Returns how many went.
    """
    keys = {file.pk for file in files}
    count = 0
    for file in unheld_files().filter(pk__in=keys).select_for_update(of=("self",)):
        try:
            with transaction.atomic():
                delete_stored_file(file)
        except (ProtectedError, RestrictedError, IntegrityError):
            continue  # somebody took it up in this very moment
        count += 1
    return count


def remove_unheld(before: datetime, *, batch: int = 100) -> int:
    """Delete what was stored before a moment and is held by nothing, in short transactions."""
    count = 0
    while True:
        with transaction.atomic():
            chosen = list(unheld_files().filter(created_at__lt=before).order_by("pk")[:batch])
            gone = let_go(chosen)
        count += gone
        if not gone:
            return count
