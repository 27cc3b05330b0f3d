"""Files of remarks: stored with the remark or not at all."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import AbstractContextManager
from typing import Any

from consultations.domain.errors import TooManyAttachments
from consultations.models import Remark, RemarkAttachment
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


def attachments_of(remark: Remark) -> list[RemarkAttachment]:
    """The remark's files in the order in which they were added."""
    attachments = list(remark.attachments.select_related("file"))
    for attachment in attachments:
        attachment.remark = remark  # known already, with its consultation
    return attachments


def attach(remark: Remark, files: Iterable[StoredFile]) -> None:
    """Add files to a remark, inside the caller's transaction."""
    rows = [RemarkAttachment(remark=remark, file=file) for file in files]
    if not rows:
        return
    if remark.attachments.count() + len(rows) > MOST_ATTACHMENTS:
        raise TooManyAttachments
    RemarkAttachment.objects.bulk_create(rows)


def detach(remark: Remark, keys: Iterable[int]) -> None:
    """Take files away from a remark, inside the caller's transaction."""
    for attachment in remark.attachments.filter(pk__in=list(keys)).select_related("file"):
        file = attachment.file
        attachment.delete()
        delete_stored_file(file)


def _taken(files: list[StoredFile]) -> list[Any]:
    return list(RemarkAttachment.objects.filter(file__in=files).values_list("file", flat=True))
