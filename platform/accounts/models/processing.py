"""What the operator wrote in the register of processing (art. 30 RODO) in place of our words."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class ProcessingEntry(models.Model):
    """One purpose of processing; empty fields mean the text that comes with the portal.

    ``key`` is that of ``accounts.processing``; rows are made after each migrate.
    """

    key = models.CharField(_("klucz"), max_length=60, unique=True, editable=False)
    legal_basis = models.TextField(
        _("podstawa prawna"),
        blank=True,
        help_text=_("Puste pole oznacza treść, z którą portal przychodzi."),
    )
    retention = models.TextField(
        _("jak długo"),
        blank=True,
        help_text=_("Puste pole oznacza treść, z którą portal przychodzi."),
    )
    recipients = models.TextField(
        _("odbiorcy danych"),
        blank=True,
        help_text=_("Puste pole oznacza treść, z którą portal przychodzi."),
    )
    changed_at = models.DateTimeField(_("zmieniono"), auto_now=True)

    class Meta:
        verbose_name = _("cel przetwarzania danych")
        verbose_name_plural = _("rejestr celów przetwarzania")
        ordering = ["pk"]

    def __str__(self) -> str:
        from accounts.processing import name_of  # the registry knows models, not the reverse

        return name_of(self.key)
