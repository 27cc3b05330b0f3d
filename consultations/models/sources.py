"""What was read from an uploaded draft, kept so that the official can check against it."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class SourceReading(models.Model):
    """The words of one uploaded file, before they were divided into units.

    Kept beside the file and not in the version: pages that show a version need not carry it,
    and a version made by corrections shares the reading of the file that it came from.
    """

    file = models.OneToOneField(
        "documents.StoredFile",
        verbose_name=_("plik"),
        on_delete=models.CASCADE,
        related_name="reading",
    )
    lines = models.JSONField(_("akapity w kolejności czytania"), default=list)
    raw_text = models.TextField(_("wszystkie słowa pliku"), blank=True)
    removed = models.JSONField(_("pominięte celowo"), default=list)
    page_count = models.PositiveIntegerField(_("liczba stron"), default=0)

    class Meta:
        verbose_name = _("odczyt pliku")
        verbose_name_plural = _("odczyty plików")

    def __str__(self) -> str:
        return str(self.file)
