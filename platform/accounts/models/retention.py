"""What the retention rules removed, as proof that they are kept."""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class RetentionRun(models.Model):
    """One rule applied once."""

    rule = models.CharField(_("reguła"), max_length=80)
    removed_count = models.PositiveIntegerField(_("usunięto"))
    ran_at = models.DateTimeField(_("kiedy"), default=timezone.now)

    class Meta:
        verbose_name = _("zastosowanie reguły przechowywania")
        verbose_name_plural = _("zastosowania reguł przechowywania")
        ordering = ["-ran_at", "rule"]

    def __str__(self) -> str:
        return f"{self.rule}: {self.removed_count}"
