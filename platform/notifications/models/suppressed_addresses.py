"""Addresses that refused our mail, and the book of what became known about addresses."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class SuppressionReason(models.TextChoices):
    """Why no more mail goes to an address."""

    BOUNCE = "bounce", _("adres nie przyjmuje poczty")
    SOFT = "soft", _("zbyt wiele nieudanych prób")
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


class ReportSort(models.TextChoices):
    """What may become known about an address."""

    HARD = "hard", _("trwała odmowa")
    SOFT = "soft", _("chwilowa odmowa")
    COMPLAINT = "complaint", _("zgłoszenie spamu")
    STOPPED = "stopped", _("wstrzymano wysyłkę")
    RESUMED = "resumed", _("wznowiono wysyłkę")


class ReportSource(models.TextChoices):
    """Who said so."""

    SERVER = "server", _("odpowiedź serwera przy wysyłce")
    WEBHOOK = "webhook", _("dostawca poczty")
    MESSAGE = "message", _("wiadomość zwrotna")
    PERSON = "person", _("właściciel adresu")
    ADMINISTRATOR = "admin", _("administrator")


class AddressReport(models.Model):
    """One line of the book: what was reported of an address, or decided about it."""

    email = models.EmailField(_("adres e-mail"))
    sort = models.CharField(_("co"), max_length=12, choices=ReportSort.choices)
    source = models.CharField(_("skąd"), max_length=12, choices=ReportSource.choices)
    detail = models.TextField(_("szczegóły"), blank=True)
    # Providers tell the same thing again until we answer; each report counts once.
    key = models.CharField(_("znak zgłoszenia"), max_length=200, blank=True)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("kto"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    reported_at = models.DateTimeField(_("kiedy"), default=timezone.now)

    class Meta:
        verbose_name = _("zapis o adresie")
        verbose_name_plural = _("zapisy o adresach")
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["key"], condition=~models.Q(key=""), name="address_report_once"
            ),
        ]
        indexes = [
            models.Index(Lower("email"), models.F("id").desc(), name="address_report_email"),
        ]

    def __str__(self) -> str:
        return f"{self.email}: {self.get_sort_display()}"
