"""Opinions of councils of public benefit activity."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class OpinionVerdict(models.TextChoices):
    """What the council says."""

    POSITIVE = "positive", _("pozytywna")
    WITH_REMARKS = "remarks", _("pozytywna z uwagami")
    NEGATIVE = "negative", _("negatywna")
    NONE = "none", _("nie zajęto stanowiska w terminie")


class Opinion(models.Model):
    """One opinion, about a consultation or a standard (art. 41a and 41b of the act)."""

    council = models.ForeignKey(
        "standards.WorkingGroup", on_delete=models.CASCADE, related_name="opinions"
    )
    number = models.CharField(_("numer"), max_length=40)
    dated_on = models.DateField(_("data"))
    subject = models.CharField(_("czego dotyczy"), max_length=300)
    verdict = models.CharField(_("stanowisko"), max_length=10, choices=OpinionVerdict.choices)
    text = models.TextField(_("treść"), blank=True)
    consultation = models.ForeignKey(
        "consultations.Consultation",
        verbose_name=_("konsultacje"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="standards_opinions",
    )
    standard = models.ForeignKey(
        "standards.Standard",
        verbose_name=_("standard"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="standards_opinions",
    )
    file = models.ForeignKey(
        "documents.StoredFile",
        verbose_name=_("plik"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    created_at = models.DateTimeField(_("dodano"), auto_now_add=True)

    class Meta:
        verbose_name = _("opinia rady")
        verbose_name_plural = _("opinie rady")
        ordering = ["-dated_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["council", "number"],
                name="opinion_number_unique",
                violation_error_message=_("Opinia o tym numerze już jest."),
            ),
            models.CheckConstraint(
                condition=~(Q(consultation__isnull=False) & Q(standard__isnull=False)),
                name="opinion_about_one_thing",
                violation_error_message=_("Opinia dotyczy konsultacji albo standardu."),
            ),
        ]
        indexes = [models.Index(fields=["council", "-dated_on"], name="opinion_of_council")]

    def __str__(self) -> str:
        return f"{self.number}: {self.subject}"

    def get_absolute_url(self) -> str:
        return reverse("standards:opinion", args=[self.council.slug, self.pk])
