"""Files that people add to their remarks."""

from __future__ import annotations

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class RemarkAttachment(models.Model):
    """One file of a remark; read by whoever may read the remark."""

    remark = models.ForeignKey(
        "consultations.Remark",
        verbose_name=_("uwaga"),
        on_delete=models.CASCADE,
        related_name="attachments",
    )
    file = models.OneToOneField(
        "documents.StoredFile", verbose_name=_("plik"), on_delete=models.PROTECT, related_name="+"
    )
    added_at = models.DateTimeField(_("dodano"), auto_now_add=True)

    class Meta:
        verbose_name = _("załącznik uwagi")
        verbose_name_plural = _("załączniki uwag")
        ordering = ["remark", "added_at", "pk"]

    def __str__(self) -> str:
        return self.file.original_name

    def get_absolute_url(self) -> str:
        remark = self.remark
        return reverse(
            "consultations:attachment", args=[remark.consultation.slug, remark.number, self.pk]
        )
