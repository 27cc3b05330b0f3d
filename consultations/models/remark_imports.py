"""Filled remark forms on their way into a consultation: batches of files, and their rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from consultations.models.remarks import Channel

if TYPE_CHECKING:
    from organizations.models import Organization

# A remark from the portal is submitted by its author.
IMPORT_CHANNELS = [choice for choice in Channel.choices if choice[0] != Channel.PORTAL]


class ImportStage(models.TextChoices):
    """Where a batch stands."""

    READING = "reading", _("odczytujemy pliki")
    READY = "ready", _("do sprawdzenia")
    WRITING = "writing", _("zapisujemy uwagi")
    FAILED = "failed", _("nie udało się")


class RowStatus(models.TextChoices):
    """What would become of a row."""

    NEW = "new", _("nowa")
    SAME = "same", _("już zapisana")
    CHOOSE = "choose", _("wskaż jednostkę")
    WRONG = "wrong", _("do poprawienia")
    SKIPPED = "skipped", _("pominięta")
    WRITTEN = "written", _("zapisana")


class RemarkImport(models.Model):
    """Files that an official brought at one time, with how and when they came."""

    consultation = models.ForeignKey(
        "consultations.Consultation",
        verbose_name=_("konsultacje"),
        on_delete=models.CASCADE,
        related_name="remark_imports",
    )
    stage = models.CharField(
        _("etap"), max_length=8, choices=ImportStage.choices, default=ImportStage.READING
    )
    meeting = models.ForeignKey(
        "consultations.ConsultationMeeting",
        verbose_name=_("spotkanie"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    # Moves on with every sign of life, so that a batch whose worker died is taken up again.
    touched_at = models.DateTimeField(_("ostatni ruch"), auto_now=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("kto wgrał"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    created_at = models.DateTimeField(_("wgrano"), auto_now_add=True)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("kto kazał zapisać"),
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta:
        verbose_name = _("import formularzy uwag")
        verbose_name_plural = _("importy formularzy uwag")
        ordering = ["-created_at", "-pk"]
        indexes = [
            models.Index(
                fields=["stage", "touched_at"],
                name="remark_import_at_work",
                condition=Q(stage__in=["reading", "writing"]),
            )
        ]

    def __str__(self) -> str:
        return f"{self.consultation}, {self.created_at:%d.%m.%Y %H:%M}"

    def get_absolute_url(self) -> str:
        return reverse("consultations:remark_import", args=[self.consultation.slug, self.pk])

    @property
    def is_at_work(self) -> bool:
        """Whether a worker owes the next step."""
        return self.stage in (ImportStage.READING, ImportStage.WRITING)


class RemarkImportFile(models.Model):
    """One filled form: who sent it and how."""

    batch = models.ForeignKey(
        RemarkImport, on_delete=models.CASCADE, related_name="files", verbose_name=_("import")
    )
    file = models.ForeignKey(
        "documents.StoredFile", verbose_name=_("plik"), on_delete=models.PROTECT, related_name="+"
    )
    submitter_name = models.CharField(
        _("zgłaszający"),
        max_length=300,
        blank=True,
        help_text=_("Nazwa organizacji albo imię i nazwisko."),
    )
    organization = models.ForeignKey(
        "organizations.Organization",
        verbose_name=_("w imieniu organizacji"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    channel = models.CharField(_("sposób zgłoszenia"), max_length=8, choices=IMPORT_CHANNELS)
    received_on = models.DateField(_("data wpływu"))
    failure_code = models.CharField(_("kod błędu"), max_length=32, blank=True)

    class Meta:
        verbose_name = _("wypełniony formularz")
        verbose_name_plural = _("wypełnione formularze")
        ordering = ["batch", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(channel="portal"), name="form_not_from_portal")
        ]

    def __str__(self) -> str:
        return self.file.original_name


class RemarkImportRow(models.Model):
    """One row that somebody filled in, as it was written and as the official corrected it."""

    source = models.ForeignKey(
        RemarkImportFile, on_delete=models.CASCADE, related_name="rows", verbose_name=_("źródło")
    )
    number = models.PositiveIntegerField(_("wiersz"))
    citation = models.CharField(_("jednostka według formularza"), max_length=300, blank=True)
    provision = models.ForeignKey(
        "consultations.Provision",
        verbose_name=_("jednostka redakcyjna"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    is_whole = models.BooleanField(_("do całości projektu"), default=False)
    # Chosen by the official or certain from the form; False for a guess.
    is_placed = models.BooleanField(_("jednostka pewna"), default=False)
    text = models.TextField(_("treść uwagi"), blank=True)
    proposed_wording = models.TextField(_("proponowane brzmienie"), blank=True)
    justification = models.TextField(_("uzasadnienie"), blank=True)
    submitter_name = models.CharField(
        _("zgłaszający"),
        max_length=300,
        blank=True,
        help_text=_("Puste: ten, kto wypełnił formularz."),
    )
    organization = models.ForeignKey(
        "organizations.Organization",
        verbose_name=_("w imieniu organizacji"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    has_formula = models.BooleanField(_("formuła zamiast tekstu"), default=False)
    is_skipped = models.BooleanField(_("pomiń"), default=False)
    status = models.CharField(
        _("stan"), max_length=8, choices=RowStatus.choices, default=RowStatus.NEW
    )
    problem = models.CharField(_("kod problemu"), max_length=24, blank=True)
    remark = models.ForeignKey(
        "consultations.Remark",
        verbose_name=_("uwaga"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta:
        verbose_name = _("wiersz formularza")
        verbose_name_plural = _("wiersze formularzy")
        ordering = ["source", "number"]
        constraints = [
            models.UniqueConstraint(fields=["source", "number"], name="import_row_once"),
            models.CheckConstraint(
                condition=Q(is_whole=False) | Q(provision__isnull=True),
                name="import_row_whole_or_unit",
            ),
        ]
        indexes = [models.Index(fields=["source", "status", "number"], name="import_row_status")]

    def __str__(self) -> str:
        return _("wiersz %(number)s") % {"number": self.number}

    @property
    def signature(self) -> str:
        """Who says this: the row's own submitter, or the one of the form."""
        return self.submitter_name or self.source.submitter_name

    @property
    def for_organization(self) -> Organization | None:
        """On whose behalf: the row's own submitter is not the one of the form."""
        return self.organization if self.submitter_name else self.source.organization
