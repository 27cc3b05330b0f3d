"""Announcements as they were issued, and the office's own texts that they are made from."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class TemplateKind(models.TextChoices):
    """Documents whose texts an office keeps as its own."""

    ANNOUNCEMENT = "announcement", _("ogłoszenie o konsultacjach")
    REMARK_FORM = "remark_form", _("formularz uwag")


class DocumentTemplate(models.Model):
    """One version of an office's text; the newest is in force, earlier ones stay on file."""

    public_body = models.ForeignKey(
        "organizations.PublicBody",
        verbose_name=_("urząd"),
        on_delete=models.CASCADE,
        related_name="document_templates",
    )
    kind = models.CharField(_("wzór"), max_length=12, choices=TemplateKind.choices)
    number = models.PositiveIntegerField(_("wersja wzoru"))
    title = models.CharField(_("tytuł dokumentu"), max_length=300)
    text = models.TextField(_("tekst wzoru"), max_length=20_000)
    note = models.CharField(_("co zmieniono"), max_length=300, blank=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("utworzone przez"),
    )
    created_at = models.DateTimeField(_("zapisano"), auto_now_add=True)

    class Meta:
        verbose_name = _("wzór dokumentu")
        verbose_name_plural = _("wzory dokumentów")
        ordering = ["public_body", "kind", "-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["public_body", "kind", "number"], name="document_template_number_unique"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.number}"


class Announcement(models.Model):
    """What was announced, word by word: a later change of template or date does not touch it."""

    consultation = models.ForeignKey(
        "consultations.Consultation",
        on_delete=models.CASCADE,
        related_name="announcements",
        verbose_name=_("konsultacje"),
    )
    round_number = models.PositiveSmallIntegerField(_("tura"))
    title = models.CharField(_("tytuł dokumentu"), max_length=700)
    text = models.TextField(_("treść ogłoszenia"))
    template = models.ForeignKey(
        DocumentTemplate, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    issued_at = models.DateTimeField(_("ogłoszono"), auto_now_add=True)

    class Meta:
        verbose_name = _("ogłoszenie")
        verbose_name_plural = _("ogłoszenia")
        ordering = ["-issued_at", "-pk"]

    def __str__(self) -> str:
        return self.title
