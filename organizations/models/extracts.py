"""Who took addresses of organizations out of the portal, and what for."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class ExtractKind(models.TextChoices):
    """What was taken."""

    LABELS = "labels", _("etykiety adresowe")
    MAILING_LIST = "mailing_list", _("lista adresów e-mail")


class AddressExtract(models.Model):
    """One file of addresses that an official made; rows are only ever added."""

    kind = models.CharField(_("co"), max_length=16, choices=ExtractKind.choices)
    purpose = models.CharField(
        _("w jakim celu"), max_length=300, help_text=_("Np. zaproszenie na Forum Inicjatyw.")
    )
    query = models.TextField(_("filtry"), blank=True)
    count = models.PositiveIntegerField(_("liczba organizacji"))
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("kto"),
        on_delete=models.SET_NULL,
        null=True,
        related_name="address_extracts",
    )
    made_at = models.DateTimeField(_("kiedy"), auto_now_add=True)

    class Meta:
        verbose_name = _("pobranie adresów")
        verbose_name_plural = _("pobrania adresów")
        ordering = ["-made_at", "-pk"]
        indexes = [models.Index(fields=["-made_at"], name="address_extract_newest")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.purpose}"
