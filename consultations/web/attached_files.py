"""A form field for several checked files at once."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from consultations.domain.attachments import ATTACHMENT_KINDS, MOST_ATTACHMENTS, MOST_BYTES
from documents.forms import CheckedFileField
from documents.uploads import CheckedUpload


class ManyFilesInput(forms.ClearableFileInput):
    """The browser's file dialog in which several files can be chosen."""

    allow_multiple_selected = True
    template_name = "django/forms/widgets/file.html"


class CheckedFilesField(CheckedFileField):
    """Gives a list of checked uploads, at most ``most`` of them."""

    widget = ManyFilesInput

    def __init__(self, *, most: int, **options: Any) -> None:
        self.most = most
        super().__init__(**options)

    def clean(self, data: Any, initial: Any = None) -> list[CheckedUpload]:
        """Check each file; one that is refused is named."""
        uploads = [upload for upload in (data or []) if upload]
        if self.required and not uploads:
            raise forms.ValidationError(self.error_messages["required"], code="required")
        if len(uploads) > self.most:
            raise forms.ValidationError(
                _("Wybierz najwyżej %(most)d plików.") % {"most": self.most}
            )
        checked, errors = [], []
        for upload in uploads:
            try:
                checked.append(super().clean(upload, initial))
            except forms.ValidationError as error:
                errors += [f"{upload.name}: {message}" for message in error.messages]
        if errors:
            raise forms.ValidationError(errors)
        return checked


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
