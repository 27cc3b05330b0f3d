"""Files kept by the portal."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

_SHA256 = r"^[0-9a-f]{64}$"


def storage_path(stored_file: StoredFile, name: str) -> str:
    """By month and random id: nothing that people wrote gets into a path."""
    return f"{timezone.localdate():%Y/%m}/{stored_file.pk}"


class StoredFile(models.Model):
    """A checked file. Activities point to it and decide who may read it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    file = models.FileField(_("plik"), upload_to=storage_path, max_length=120)
    original_name = models.CharField(
        _("nazwa"), max_length=255, help_text=_("Pod tą nazwą plik zostanie pobrany.")
    )
    content_type = models.CharField(
        _("rodzaj"), max_length=100, help_text=_("Rozpoznany po zawartości pliku.")
    )
    size = models.PositiveBigIntegerField(_("rozmiar w bajtach"))
    sha256 = models.CharField(_("skrót SHA-256"), max_length=64, db_index=True)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("kto dodał"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    created_at = models.DateTimeField(_("dodano"), auto_now_add=True)
    is_public = models.BooleanField(
        _("publiczny"), default=False, help_text=_("Mogą go pobrać wszyscy, bez logowania.")
    )

    class Meta:
        verbose_name = _("plik")
        verbose_name_plural = _("pliki")
        ordering = ["-created_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(size__gt=0),
                name="stored_file_not_empty",
                violation_error_message=_("Plik nie może być pusty."),
            ),
            models.CheckConstraint(
                condition=models.Q(sha256__regex=_SHA256),
                name="stored_file_sha256",
                violation_error_message=_("To nie jest skrót SHA-256."),
            ),
            models.CheckConstraint(
                condition=~models.Q(original_name=""),
                name="stored_file_named",
                violation_error_message=_("Plik musi mieć nazwę."),
            ),
        ]

    def __str__(self) -> str:
        return self.original_name
