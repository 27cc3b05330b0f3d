"""When administrators looked at the portal as somebody else, and what they changed then."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Impersonation(models.Model):
    """One stretch of time in which an administrator acted as a person, and why."""

    administrator = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("administrator"),
        on_delete=models.PROTECT,
        related_name="impersonations",
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("w imieniu"),
        on_delete=models.PROTECT,
        related_name="impersonated",
    )
    reason = models.TextField(
        _("powód"), help_text=_("Zobaczy go też osoba, w której imieniu działasz.")
    )
    started_at = models.DateTimeField(_("początek"), default=timezone.now)
    ended_at = models.DateTimeField(_("koniec"), null=True, blank=True)

    class Meta:
        verbose_name = _("działanie w cudzym imieniu")
        verbose_name_plural = _("działania w cudzym imieniu")
        ordering = ["-started_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(administrator=models.F("person")),
                name="nobody_impersonates_themselves",
            ),
            models.CheckConstraint(
                condition=~models.Q(reason=""), name="impersonation_has_a_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.administrator} → {self.person}"


class ImpersonatedChange(models.Model):
    """One request by which an administrator changed something in another's name."""

    impersonation = models.ForeignKey(
        Impersonation,
        verbose_name=_("działanie"),
        on_delete=models.CASCADE,
        related_name="changes",
    )
    method = models.CharField(_("metoda"), max_length=8)
    path = models.CharField(_("adres"), max_length=500)
    made_at = models.DateTimeField(_("kiedy"), default=timezone.now)

    class Meta:
        verbose_name = _("zmiana w cudzym imieniu")
        verbose_name_plural = _("zmiany w cudzym imieniu")
        ordering = ["made_at", "pk"]

    def __str__(self) -> str:
        return f"{self.method} {self.path}"
