"""The log of decisions on the mode of a consultation."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from consultations.models.consultation import Mode, ModeOrigin


class ModeDecision(models.Model):
    """Who chose the mode, when and on what basis. Rows are only ever added."""

    consultation = models.ForeignKey(
        "consultations.Consultation",
        on_delete=models.CASCADE,
        related_name="mode_decisions",
        verbose_name=_("konsultacje"),
    )
    mode = models.CharField(_("tryb"), max_length=10, choices=Mode.choices)
    origin = models.CharField(_("kto wybrał tryb"), max_length=8, choices=ModeOrigin.choices)
    decided_by = models.CharField(
        _("organ, który zdecydował"),
        max_length=200,
        help_text=_("Np. Zarząd Województwa Opolskiego."),
    )
    decided_on = models.DateField(_("data decyzji"))
    basis = models.CharField(
        _("podstawa decyzji"),
        max_length=300,
        blank=True,
        help_text=_("Np. uchwała nr 5785/2014 zarządu albo uchwała rady z wnioskiem o tryb."),
    )
    reason = models.TextField(_("uzasadnienie decyzji"), max_length=4000, blank=True)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("kto"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    created_at = models.DateTimeField(_("zapisano"), auto_now_add=True)

    class Meta:
        verbose_name = _("decyzja o trybie")
        verbose_name_plural = _("decyzje o trybie")
        ordering = ["created_at", "pk"]

    def __str__(self) -> str:
        return f"{self.get_mode_display()}, {self.get_origin_display()}"
