"""Records of merged doubles: enough to take a merge back."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from organizations.models.organizations import Organization


class MergeRecord(models.Model):
    """Two profiles became one; what moved and what changed is kept for undoing."""

    kept = models.ForeignKey(
        Organization,
        verbose_name=_("zostaje"),
        on_delete=models.CASCADE,
        related_name="merges_kept",
    )
    merged = models.ForeignKey(
        Organization,
        verbose_name=_("znika"),
        on_delete=models.CASCADE,
        related_name="merges_merged",
    )
    moved = models.JSONField(_("przeniesione wiersze"), default=dict)
    kept_before = models.JSONField(_("wartości zostającej przedtem"), default=dict)
    merged_before = models.JSONField(_("wartości znikającej przedtem"), default=dict)
    merged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("kto połączył"),
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
    )
    merged_at = models.DateTimeField(_("połączono"), auto_now_add=True)
    undone_at = models.DateTimeField(_("cofnięto"), null=True, blank=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("kto cofnął"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )

    class Meta:
        verbose_name = _("połączenie organizacji")
        verbose_name_plural = _("połączenia organizacji")
        ordering = ["-merged_at"]

    def __str__(self) -> str:
        return f"{self.merged} → {self.kept}"
