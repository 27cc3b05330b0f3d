"""Long reports, written in the background and kept as files."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class ReportState(models.TextChoices):
    """How far the writing has come."""

    QUEUED = "queued", _("czeka")
    WRITING = "writing", _("trwa pisanie")
    READY = "ready", _("gotowy")
    FAILED = "failed", _("nie udało się")


class ReportFile(models.Model):
    """A report in one format as it stood at one moment.

    The fingerprint tells remarks and positions apart from what they were before, so that
    everybody who asks for the same report waits for the same file.
    """

    consultation = models.ForeignKey(
        "consultations.Consultation", on_delete=models.CASCADE, related_name="report_files"
    )
    format = models.CharField(_("format"), max_length=8)
    fingerprint = models.CharField(_("odcisk"), max_length=64)
    state = models.CharField(
        _("stan"), max_length=8, choices=ReportState.choices, default=ReportState.QUEUED
    )
    file = models.OneToOneField(
        "documents.StoredFile",
        verbose_name=_("plik"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    requested_by = models.ManyToManyField(
        settings.AUTH_USER_MODEL, verbose_name=_("kto czeka"), related_name="+", blank=True
    )
    created_at = models.DateTimeField(_("zamówiono"), auto_now_add=True)
    started_at = models.DateTimeField(_("zaczęto"), null=True, blank=True)
    finished_at = models.DateTimeField(_("skończono"), null=True, blank=True)

    class Meta:
        verbose_name = _("plik raportu")
        verbose_name_plural = _("pliki raportów")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["consultation", "format", "fingerprint"], name="report_file_written_once"
            ),
            models.CheckConstraint(
                condition=~Q(state="ready") | Q(file__isnull=False), name="ready_report_has_file"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.consultation} ({self.format.upper()})"

    @property
    def is_under_way(self) -> bool:
        """Whether waiting makes sense."""
        return self.state in {ReportState.QUEUED, ReportState.WRITING}

    def get_absolute_url(self) -> str:
        return reverse("consultations:report_file", args=[self.consultation.slug, self.pk])
