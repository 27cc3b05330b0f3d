"""Keeping checked files and letting go of them."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from documents.models import StoredFile
from documents.uploads import CheckedUpload


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


def delete_stored_file(stored: StoredFile) -> None:
    """Delete the row now, and the file once that is certain to stand."""
    storage, name = stored.file.storage, stored.file.name
    stored.delete()
    transaction.on_commit(lambda: storage.delete(name))
