"""Rounds: the periods in which one consultation takes remarks, one after another."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class ConsultationRound(models.Model):
    """One round.

    The consultation's own dates are those of its present round; a trigger of ``Consultation``
    keeps the row in step, so that nothing that moves a date leaves its round behind.
    """

    consultation = models.ForeignKey(
        "consultations.Consultation",
        verbose_name=_("konsultacje"),
        on_delete=models.CASCADE,
        related_name="rounds",
    )
    number = models.PositiveSmallIntegerField(_("numer tury"))
    opens_on = models.DateField(_("początek"))
    closes_on = models.DateField(_("koniec"))
    opens_at = models.DateTimeField()
    closes_at = models.DateTimeField()  # exclusive
    version = models.ForeignKey(
        "consultations.DraftVersion",
        verbose_name=_("wersja na otwarcie"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    reason = models.TextField(_("powód kolejnej tury"), blank=True, db_default="")
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("kto rozpoczął"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    withdrawn_at = models.DateTimeField(_("wycofano"), null=True, blank=True)
    results_at = models.DateTimeField(_("ogłoszono wyniki"), null=True, blank=True)

    class Meta:
        verbose_name = _("tura konsultacji")
        verbose_name_plural = _("tury konsultacji")
        ordering = ["consultation", "number"]
        constraints = [
            models.UniqueConstraint(fields=["consultation", "number"], name="round_number_unique"),
            models.CheckConstraint(
                condition=Q(closes_at__gt=F("opens_at")), name="round_moments_in_order"
            ),
        ]

    def __str__(self) -> str:
        return _("tura %(number)s") % {"number": self.number}
