"""What every row has that somebody decides about: who did, and when."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Decided(models.Model):
    """A request that waits for a decision; both fields are empty until then."""

    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("kto zdecydował"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    decided_at = models.DateTimeField(_("kiedy zdecydowano"), null=True, blank=True)

    class Meta:
        abstract = True
