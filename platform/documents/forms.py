"""A form field that takes only files whose content it knows."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django import forms

from documents.content_types import CONTENT_TYPES
from documents.uploads import CheckedUpload, UploadRefused, check_upload


class CheckedFileField(forms.FileField):
    """Cleans to a ``CheckedUpload``."""

    def __init__(self, *, allowed: Collection[str], max_bytes: int, **kwargs: Any) -> None:
        self.allowed = frozenset(allowed)
        self.max_bytes = max_bytes
        super().__init__(**kwargs)
        self.widget.attrs["accept"] = ",".join(
            f".{kind},{CONTENT_TYPES[kind]}" for kind in sorted(self.allowed)
        )

    def to_python(self, data: Any) -> CheckedUpload | None:
        """The upload, looked at; refusals become this field's error."""
        if data in self.empty_values:
            return None
        try:
            return check_upload(data, allowed=self.allowed, max_bytes=self.max_bytes)
        except UploadRefused as refused:
            raise forms.ValidationError(str(refused.message), code=refused.code) from refused
