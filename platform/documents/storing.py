"""Keeping checked files and letting go of them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import IO, Any

from django.core.files.base import ContentFile, File
from django.db import transaction

from documents.models import StoredFile
from documents.uploads import KINDS, CheckedUpload


def store_upload(
    checked: CheckedUpload, *, uploaded_by: Any = None, is_public: bool = False
) -> StoredFile:
    """Keep ``checked``; when the row cannot be written, no file stays behind."""
    stored = StoredFile(
        original_name=checked.name,
        content_type=checked.content_type,
        size=checked.size,
        sha256=checked.sha256,
        uploaded_by=uploaded_by if getattr(uploaded_by, "pk", None) else None,
        is_public=is_public,
    )
    stored.file.save(checked.name, checked.file, save=False)
    try:
        with transaction.atomic():
            stored.save(force_insert=True)
    except BaseException:
        stored.file.delete(save=False)
        raise
    return stored


def store_bytes(
    data: bytes, *, name: str, kind: str, uploaded_by: Any = None, is_public: bool = False
) -> StoredFile:
    """Keep a file that the portal itself made; ``kind`` is a key of ``KINDS``."""
    checked = CheckedUpload(
        kind=kind,
        content_type=KINDS[kind].content_type,
        name=name,
        size=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
        file=ContentFile(data),
    )
    return store_upload(checked, uploaded_by=uploaded_by, is_public=is_public)


def store_stream(stream: IO[bytes], *, name: str, kind: str) -> StoredFile:
    """Keep a file that the portal itself wrote to ``stream``, however long, in little memory."""
    stream.seek(0)
    digest = hashlib.file_digest(stream, "sha256")  # type: ignore[arg-type] # typeshed wants readinto
    size = stream.tell()
    stream.seek(0)
    checked = CheckedUpload(
        kind=kind,
        content_type=KINDS[kind].content_type,
        name=name,
        size=size,
        sha256=digest.hexdigest(),
        file=File(stream),
    )
    return store_upload(checked)


def delete_stored_file(stored: StoredFile) -> None:
    """Delete the row now, and the file once that is certain to stand."""
    storage, name = stored.file.storage, stored.file.name
    stored.delete()
    if name:
        transaction.on_commit(partial(storage.delete, name))


@contextmanager
def stored_uploads(
    uploads: Iterable[CheckedUpload],
    *,
    uploaded_by: Any,
    taken: Callable[[list[StoredFile]], Collection[Any]],
    is_public: bool = False,
) -> Iterator[list[StoredFile]]:
    """Store files before the transaction that needs them; let go of those it did not take.

    ``taken`` tells, after that transaction, the keys of the files to which something points.
    """
    files: list[StoredFile] = []
    try:
        # One by one: when a later file fails, the earlier ones are known and let go.
        files.extend(
            store_upload(upload, uploaded_by=uploaded_by, is_public=is_public) for upload in uploads
        )
        yield files
    finally:
        kept = set(taken(files)) if files else set()
        for file in files:
            if file.pk not in kept:
                delete_stored_file(file)
