"""Files of posts: stored with the post or not at all."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import AbstractContextManager
from typing import Any

from discussions.domain.errors import TooManyAttachments
from discussions.models import Post, PostAttachment
from documents.models import StoredFile
from documents.storing import delete_stored_file, stored_uploads
from documents.uploads import CheckedUpload

MOST_ATTACHMENTS = 5
MOST_BYTES = 10 * 1024 * 1024
ATTACHMENT_KINDS = frozenset({"pdf", "docx", "odt", "xlsx", "ods", "png", "jpeg"})


def stored(
    uploads: Iterable[CheckedUpload], *, uploaded_by: Any
) -> AbstractContextManager[list[StoredFile]]:
    """Store files before the transaction that needs them; let go of those it did not take."""
    return stored_uploads(uploads, uploaded_by=uploaded_by, taken=_taken)


def attach(post: Post, files: Iterable[StoredFile]) -> None:
    """Add files to a post, inside the caller's transaction."""
    rows = [PostAttachment(post=post, file=file) for file in files]
    if not rows:
        return
    if post.attachments.count() + len(rows) > MOST_ATTACHMENTS:
        raise TooManyAttachments
    PostAttachment.objects.bulk_create(rows)


def detach_all(post: Post) -> None:
    """Take all files away from a post, inside the caller's transaction."""
    for attachment in post.attachments.select_related("file"):
        file = attachment.file
        attachment.delete()
        delete_stored_file(file)


def _taken(files: list[StoredFile]) -> list[Any]:
    return list(PostAttachment.objects.filter(file__in=files).values_list("file", flat=True))
