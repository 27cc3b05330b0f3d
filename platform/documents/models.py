"""Files that people uploaded, whatever they belong to."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


def storage_path(stored: StoredFile, filename: str) -> str:
    """Where a file lies: by month and its own key, never by the name somebody gave it."""
    return f"{timezone.localdate():%Y/%m}/{stored.pk}"


class StoredFile(models.Model):
    """One uploaded file. Its owner app decides who may have it (``documents.serving``)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    file = models.FileField(_("plik"), upload_to=storage_path, max_length=120)
    original_name = models.CharField(_("nazwa"), max_length=255)
    content_type = models.CharField(
        _("typ"), max_length=100, help_text=_("Rozpoznany z zawartości, nie z nazwy.")
    )
    size = models.PositiveBigIntegerField(_("rozmiar w bajtach"))
    sha256 = models.CharField(_("skrót SHA-256"), max_length=64, db_index=True)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("dodał(a)"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    created_at = models.DateTimeField(_("dodano"), auto_now_add=True)

    class Meta:
        verbose_name = _("plik")
        verbose_name_plural = _("pliki")
        ordering = ["-created_at"]
        constraints = [
            models.CheckConstraint(condition=Q(size__gt=0), name="stored_file_not_empty"),
        ]

    def __str__(self) -> str:
        return self.original_name
