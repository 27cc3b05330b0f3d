"""Remarks that somebody is still writing."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _


class RemarkDraft(models.Model):
    """What a person has typed for one unit so far; seen by that person only.

    Kept apart from remarks: a draft is saved every few seconds, needs nothing to be complete,
    and leaves no history. The unit is named by its address in the version that was read.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="remark_drafts"
    )
    consultation = models.ForeignKey(
        "consultations.Consultation", on_delete=models.CASCADE, related_name="remark_drafts"
    )
    eid = models.CharField(_("adres jednostki"), max_length=200, blank=True)
    version = models.ForeignKey(
        "consultations.DraftVersion",
        verbose_name=_("wersja projektu"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
    )
    quote = models.TextField(_("do których słów"), max_length=2000, blank=True)
    quote_start = models.PositiveIntegerField(null=True, blank=True)
    text = models.TextField(_("treść uwagi"), max_length=20_000, blank=True)
    proposed_wording = models.TextField(_("proponowane brzmienie"), max_length=20_000, blank=True)
    justification = models.TextField(_("uzasadnienie"), max_length=20_000, blank=True)
    updated_at = models.DateTimeField(_("zapisano"), auto_now=True)

    class Meta:
        verbose_name = _("szkic uwagi")
        verbose_name_plural = _("szkice uwag")
        ordering = ["-updated_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "consultation", "eid", "version"],
                name="one_remark_draft_per_place",
                nulls_distinct=False,
            ),
            # A draft on the whole has no version: it is about none of its words.
            models.CheckConstraint(
                condition=~Q(eid="") | Q(version__isnull=True),
                name="whole_remark_draft_any_version",
            ),
        ]

    def __str__(self) -> str:
        return self.text or self.proposed_wording or self.justification

    def get_absolute_url(self) -> str:
        """The form in which the draft can be finished."""
        url = reverse("consultations:submit_remark", args=[self.consultation.slug])
        if not self.eid:
            return url
        query: dict[str, str | int] = {"jednostka": self.eid}
        if self.version:
            query["wersja"] = self.version.number
        return f"{url}?{urlencode(query)}"
