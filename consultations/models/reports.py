"""Files of long reports: made by a worker once for each content, then handed out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from documents.models import StoredFile


class ReportState(models.TextChoices):
    """Where the making of a file stands."""

    QUEUED = "queued", _("czeka na swoją kolej")
    WRITING = "writing", _("w przygotowaniu")
    READY = "ready", _("gotowy")
    FAILED = "failed", _("nie udało się")


class ReportFile(models.Model):
    """One report in one format. What it says is named by ``content_key``."""

    consultation = models.ForeignKey(
        "consultations.Consultation",
        verbose_name=_("konsultacje"),
        on_delete=models.CASCADE,
        related_name="report_files",
    )
    format = models.CharField(_("format"), max_length=8)
    rounds = models.JSONField(
        _("tury"), null=True, blank=True, help_text=_("Numery tur; puste oznacza wszystkie.")
    )
    content_key = models.CharField(
        _("skrót treści"),
        max_length=64,
        help_text=_("Zmienia się, gdy zmieni się cokolwiek w raporcie."),
    )
    state = models.CharField(
        _("stan"), max_length=8, choices=ReportState.choices, default=ReportState.QUEUED
    )
    done = models.PositiveIntegerField(_("wykonane kroki"), default=0)
    total = models.PositiveIntegerField(_("wszystkie kroki"), default=0)
    # Counts workers that began; one that was taken for lost may not finish after its heir.
    attempt = models.PositiveSmallIntegerField(_("podejście"), default=0)
    file: models.ForeignKey[StoredFile | None, StoredFile | None] = models.ForeignKey(
        "documents.StoredFile",
        verbose_name=_("plik"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    created_at = models.DateTimeField(_("zamówiono"), auto_now_add=True)
    # Moves on with every sign of life of the worker.
    touched_at = models.DateTimeField(_("ostatni ruch"), auto_now=True)

    class Meta:
        verbose_name = _("plik raportu")
        verbose_name_plural = _("pliki raportów")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["consultation", "format", "content_key"], name="one_file_of_a_report"
            ),
            models.CheckConstraint(
                condition=Q(state="ready", file__isnull=False)
                | (~Q(state="ready") & Q(file__isnull=True)),
                name="ready_report_has_file",
            ),
            models.CheckConstraint(condition=Q(done__lte=F("total")), name="report_steps_in_order"),
        ]
        indexes = [
            models.Index(
                fields=["state", "touched_at"],
                name="report_file_at_work",
                condition=Q(state__in=["queued", "writing"]),
            )
        ]

    def __str__(self) -> str:
        return f"{self.format.upper()}: {self.consultation}"

    @property
    def is_at_work(self) -> bool:
        """Whether a worker owes the file."""
        return self.state in (ReportState.QUEUED, ReportState.WRITING)
