"""A form field for the files of a remark."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from consultations.domain.attachments import ATTACHMENT_KINDS, MOST_ATTACHMENTS, MOST_BYTES
from documents.forms import CheckedFilesField


class AttachmentsField(CheckedFilesField):
    """Files that a person adds to a remark."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("label", _("Załączniki"))
        super().__init__(
            most=MOST_ATTACHMENTS,
            allowed=ATTACHMENT_KINDS,
            max_bytes=MOST_BYTES,
            required=False,
            **options,
        )
