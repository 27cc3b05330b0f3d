"""A form field for checked uploads."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from documents.uploads import (
    DOCUMENTS,
    KINDS,
    CheckedUpload,
    UploadRefused,
    check_upload,
    labels,
    readable_size,
)


class CheckedFileField(forms.FileField):
    """Gives a ``CheckedUpload``; what is refused becomes the field's error.

    ``max_bytes`` is the portal's limit unless a smaller one is given.
    """

    def __init__(
        self,
        *,
        allowed: Collection[str] = DOCUMENTS,
        max_bytes: int | None = None,
        **options: Any,
    ) -> None:
        self.allowed = frozenset(allowed)
        self.max_bytes = max_bytes or settings.MAX_UPLOAD_BYTES
        options.setdefault(
            "help_text",
            _("%(kinds)s, do %(size)s")
            % {"kinds": labels(self.allowed), "size": readable_size(self.max_bytes)},
        )
        # The check says it in the same words as elsewhere.
        super().__init__(allow_empty_file=True, **options)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Let the browser's file dialog show only what is accepted."""
        extensions = sorted(
            extension for kind in self.allowed for extension in KINDS[kind].extensions
        )
        return {**super().widget_attrs(widget), "accept": ",".join(extensions)}

    def to_python(  # type: ignore[override] # a checked file is more than a file
        self, data: Any
    ) -> CheckedUpload | None:
        """Check the upload."""
        uploaded = super().to_python(data)
        if uploaded is None:
            return None
        try:
            return check_upload(uploaded, self.allowed, self.max_bytes)
        except UploadRefused as refusal:
            raise ValidationError(refusal.message, code=refusal.code) from refusal
