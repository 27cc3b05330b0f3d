"""Addresses that refused our mail."""

from __future__ import annotations

from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class SuppressionReason(models.TextChoices):
    """Why no more mail goes to an address."""

    BOUNCE = "bounce", _("adres nie przyjmuje poczty")
    COMPLAINT = "complaint", _("odbiorca zgłosił spam")


class SuppressedAddress(models.Model):
    """No notifications are mailed here; deleting the row lets mail flow again."""

    email = models.EmailField(_("adres e-mail"))
    reason = models.CharField(_("powód"), max_length=12, choices=SuppressionReason.choices)
    detail = models.TextField(_("odpowiedź serwera"), blank=True)
    since = models.DateTimeField(_("od kiedy"), default=timezone.now)

    class Meta:
        verbose_name = _("wstrzymany adres")
        verbose_name_plural = _("wstrzymane adresy")
        ordering = ["-since"]
        constraints = [
            models.UniqueConstraint(Lower("email"), name="suppressed_address_unique"),
        ]

    def __str__(self) -> str:
        return self.email
