"""Browsers and phones that show notifications by themselves (Web Push)."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class PushDevice(models.Model):
    """One browser of one person, with the keys that only this browser can read with."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("osoba"),
        on_delete=models.CASCADE,
        related_name="push_devices",
    )
    name = models.CharField(_("nazwa urządzenia"), max_length=60)
    endpoint = models.CharField(_("adres u dostawcy"), max_length=1000, unique=True)
    public_key = models.CharField(_("klucz przeglądarki"), max_length=100)
    secret = models.CharField(_("sekret przeglądarki"), max_length=40)
    created_at = models.DateTimeField(_("dodano"), auto_now_add=True)
    reached_at = models.DateTimeField(_("ostatnio przyjęło"), null=True, blank=True)

    class Meta:
        verbose_name = _("urządzenie")
        verbose_name_plural = _("urządzenia")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name
