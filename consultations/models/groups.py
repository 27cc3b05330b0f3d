"""Equal remarks taken together, and what officials note about remarks among themselves."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class RemarkGroup(models.Model):
    """Remarks of one consultation that say the same and get the same position.

    Each remark keeps a position row of its own, so the report, the guard of publication and the
    author's notice know nothing of groups.
    """

    consultation = models.ForeignKey(
        "consultations.Consultation",
        verbose_name=_("konsultacje"),
        on_delete=models.CASCADE,
        related_name="remark_groups",
    )
    title = models.CharField(
        _("nazwa grupy"), max_length=200, help_text=_("Np. „Dłuższy termin na składanie ofert”.")
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("utworzone przez"),
    )
    created_at = models.DateTimeField(_("utworzono"), auto_now_add=True)

    class Meta:
        verbose_name = _("grupa uwag")
        verbose_name_plural = _("grupy uwag")
        ordering = ["consultation", "title", "pk"]

    def __str__(self) -> str:
        return self.title


class RemarkNote(models.Model):
    """What one official tells the others about a remark. Never public."""

    remark = models.ForeignKey(
        "consultations.Remark",
        verbose_name=_("uwaga"),
        on_delete=models.CASCADE,
        related_name="notes",
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("kto"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    text = models.TextField(_("notatka"), max_length=4000)
    created_at = models.DateTimeField(_("kiedy"), auto_now_add=True)

    class Meta:
        verbose_name = _("notatka wewnętrzna")
        verbose_name_plural = _("notatki wewnętrzne")
        ordering = ["created_at", "pk"]

    def __str__(self) -> str:
        return self.text[:80]
