"""How quickly mail may go to the servers of one domain."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class MailDomain(models.Model):
    """When the next letter to a domain may leave; the row's lock makes workers take turns."""

    domain = models.CharField(_("domena"), max_length=255, primary_key=True)
    next_slot_at = models.DateTimeField(_("następny list nie wcześniej niż"))

    class Meta:
        verbose_name = _("domena poczty")
        verbose_name_plural = _("domeny poczty")

    def __str__(self) -> str:
        return self.domain
