"""Files with whole datasets, as they were made last."""

from __future__ import annotations

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class BulkFile(models.Model):
    """The newest file of a dataset in one format; a newer one takes its place."""

    dataset = models.SlugField(_("zbiór"), max_length=40)
    format = models.CharField(
        _("format"), max_length=8, choices=[("csv", "CSV"), ("jsonl", "JSON Lines")]
    )
    file = models.FileField(_("plik"), upload_to="open-data", max_length=160)
    size = models.PositiveBigIntegerField(_("rozmiar w bajtach"))
    record_count = models.PositiveBigIntegerField(_("liczba rekordów"))
    sha256 = models.CharField(_("skrót SHA-256"), max_length=64)
    made_at = models.DateTimeField(_("utworzono"))

    class Meta:
        verbose_name = _("plik otwartych danych")
        verbose_name_plural = _("pliki otwartych danych")
        ordering = ["dataset", "format"]
        constraints = [
            models.UniqueConstraint(
                fields=["dataset", "format"], name="bulk_file_one_for_dataset_and_format"
            )
        ]

    def __str__(self) -> str:
        return f"{self.dataset}.{self.format}"

    def get_absolute_url(self) -> str:
        return reverse("open_data:file", args=[self.dataset, self.format])
