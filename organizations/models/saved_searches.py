"""Searches that people keep and hear of."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class SavedSearch(models.Model):
    """Filters of the directory under a name; its owner hears of new matches."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("kto"),
        on_delete=models.CASCADE,
        related_name="saved_searches",
    )
    name = models.CharField(_("nazwa"), max_length=120)
    query = models.CharField(_("filtry"), max_length=1000)
    created_at = models.DateTimeField(_("zapisano"), auto_now_add=True)
    checked_at = models.DateTimeField(_("sprawdzono"), default=timezone.now)

    class Meta:
        verbose_name = _("zapisane wyszukiwanie")
        verbose_name_plural = _("zapisane wyszukiwania")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "query"],
                name="saved_search_once_for_person",
                violation_error_message=_("To wyszukiwanie już masz zapisane."),
            )
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return f"{reverse('organizations:list')}?{self.query}"
