"""Form fields for checked uploads: one file, or several at once."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.functional import lazy
from django.utils.translation import gettext
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


def _hint(allowed: Collection[str], max_bytes: int) -> str:
    """What may come, in the language of whoever reads it."""
    return gettext("%(kinds)s, do %(size)s") % {
        "kinds": labels(allowed),
        "size": readable_size(max_bytes),
    }


_lazy_hint = lazy(_hint, str)  # fields are made once, before anybody reads


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
        options.setdefault("help_text", _lazy_hint(self.allowed, self.max_bytes))
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
