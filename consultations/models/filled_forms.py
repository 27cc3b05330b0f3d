"""Forms ("formularz uwag") that came filled in, before and after their remarks were taken in."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class FormBatch(models.Model):
    """Forms that an official uploaded together; all are taken in or none."""

    consultation = models.ForeignKey(
        "consultations.Consultation", on_delete=models.CASCADE, related_name="form_batches"
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(_("dodano"), auto_now_add=True)
    imported_at = models.DateTimeField(_("wczytano"), null=True, blank=True)
    new_count = models.PositiveIntegerField(_("nowe uwagi"), default=0)
    known_count = models.PositiveIntegerField(_("uwagi wczytane wcześniej"), default=0)

    class Meta:
        verbose_name = _("paczka formularzy")
        verbose_name_plural = _("paczki formularzy")
        ordering = ["-created_at", "-pk"]

    def __str__(self) -> str:
        return _("Formularze z %(day)s") % {"day": f"{self.created_at:%d.%m.%Y}"}


class FilledForm(models.Model):
    """One filled form. The file stays as evidence of what was written in it."""

    batch = models.ForeignKey(FormBatch, on_delete=models.CASCADE, related_name="forms")
    file = models.OneToOneField(
        "documents.StoredFile", verbose_name=_("plik"), on_delete=models.PROTECT, related_name="+"
    )
    submitter_name = models.CharField(
        _("zgłaszający"), max_length=300, blank=True, help_text=_("Nazwa albo imię i nazwisko.")
    )
    received_on = models.DateField(_("data wpływu"))

    class Meta:
        verbose_name = _("wypełniony formularz")
        verbose_name_plural = _("wypełnione formularze")
        ordering = ["batch", "pk"]

    def __str__(self) -> str:
        return self.file.original_name
