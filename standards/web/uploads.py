"""Files that come with a form: kept with what the form says, or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from documents.models import StoredFile
from documents.storing import delete_stored_file, store_upload
from documents.uploads import DOCUMENTS, IMAGES, SHEETS, CheckedUpload

PAPERS = frozenset({"pdf", "docx", "odt"})
ANY_FILE = DOCUMENTS | SHEETS | IMAGES


@contextmanager
def stored(
    upload: CheckedUpload | None, user: Any, *, is_public: bool = False
) -> Iterator[StoredFile | None]:
    """Store the file for the block; when the block is refused, the file goes again."""
    file = store_upload(upload, uploaded_by=user, is_public=is_public) if upload else None
    try:
        yield file
    except BaseException:
        if file is not None:
            delete_stored_file(file)
        raise
