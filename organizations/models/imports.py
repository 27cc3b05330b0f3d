"""Imports of registers from spreadsheets: sources with their mapping, and runs."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class ImportSource(models.Model):
    """A register that is imported again and again; remembers which column is what."""

    name = models.CharField(
        _("źródło"),
        max_length=120,
        unique=True,
        help_text=_("Np. Wykaz stowarzyszeń starosty nyskiego. Podamy je przy danych."),
    )
    mapping = models.JSONField(_("kolumny"), default=dict, blank=True)

    class Meta:
        verbose_name = _("źródło importu")
        verbose_name_plural = _("źródła importu")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class ImportStage(models.TextChoices):
    """Where a run stands."""

    UPLOADED = "uploaded", _("czeka na przypisanie kolumn")
    CHECKING = "checking", _("sprawdzamy")
    CHECKED = "checked", _("sprawdzono, czeka na zgodę")
    IMPORTING = "importing", _("importujemy")
    DONE = "done", _("zaimportowano")
    FAILED = "failed", _("nie udało się")


class ImportRun(models.Model):
    """One file of a source on its way into the directory."""

    source = models.ForeignKey(
        ImportSource, verbose_name=_("źródło"), on_delete=models.PROTECT, related_name="runs"
    )
    file = models.ForeignKey(
        "documents.StoredFile", verbose_name=_("plik"), on_delete=models.PROTECT, related_name="+"
    )
    checked_on = models.DateField(_("stan danych na"))
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("kto wgrał"),
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
    )
    created_at = models.DateTimeField(_("wgrano"), auto_now_add=True)
    stage = models.CharField(
        _("etap"), max_length=12, choices=ImportStage.choices, default=ImportStage.UPLOADED
    )
    rows_done = models.PositiveIntegerField(_("wierszy za nami"), default=0)
    new_count = models.PositiveIntegerField(_("nowe"), default=0)
    changed_count = models.PositiveIntegerField(_("zmienione"), default=0)
    same_count = models.PositiveIntegerField(_("bez zmian"), default=0)
    wrong_count = models.PositiveIntegerField(_("błędne"), default=0)
    suggested_count = models.PositiveIntegerField(_("propozycje"), default=0)
    preview = models.JSONField(_("podgląd"), default=dict, blank=True)
    error_file = models.ForeignKey(
        "documents.StoredFile",
        verbose_name=_("plik błędów"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    failure = models.TextField(_("dlaczego się nie udało"), blank=True)
    finished_at = models.DateTimeField(_("zakończono"), null=True, blank=True)

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("importy")
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return f"{self.source}, {self.file}"

    def get_absolute_url(self) -> str:
        return reverse("organizations:import_run", args=[self.pk])

    @property
    def is_running(self) -> bool:
        """Whether a worker is busy with it."""
        return self.stage in {ImportStage.CHECKING, ImportStage.IMPORTING}
