"""Positions: what the office decided about a remark, and why."""

from __future__ import annotations

import pghistory
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Verdict(models.TextChoices):
    """The five answers of the "zestawienie uwag"."""

    ACCEPTED = "accepted", _("uwzględniona")
    PARTLY = "partly", _("częściowo uwzględniona")
    REJECTED = "rejected", _("nieuwzględniona")
    EXPLAINED = "explained", _("wyjaśniona")
    OUT_OF_SCOPE = "out_of_scope", _("poza zakresem")


class PositionState(models.TextChoices):
    """Two steps: prepared by one official, approved by (possibly) another."""

    PREPARED = "prepared", _("przygotowane")
    APPROVED = "approved", _("zatwierdzone")


@pghistory.track(exclude=["updated_at"])
class Position(models.Model):
    """The office's answer to one remark. Shown to the public when results are published."""

    remark = models.OneToOneField(
        "consultations.Remark",
        verbose_name=_("uwaga"),
        on_delete=models.CASCADE,
        related_name="position",
    )
    verdict = models.CharField(_("stanowisko"), max_length=12, choices=Verdict.choices)
    reasons = models.TextField(
        _("uzasadnienie stanowiska"),
        max_length=20_000,
        help_text=_("Napisz tak, żeby osoba zgłaszająca zrozumiała, co się stanie i dlaczego."),
    )
    state = models.CharField(
        _("stan"), max_length=8, choices=PositionState.choices, default=PositionState.PREPARED
    )
    # Counts saves; a form with an older revision is refused instead of overwriting.
    revision = models.PositiveIntegerField(default=1, editable=False)
    prepared_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("przygotował(a)"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("zatwierdził(a)"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    approved_at = models.DateTimeField(_("zatwierdzono"), null=True, blank=True)
    created_at = models.DateTimeField(_("utworzono"), auto_now_add=True)
    updated_at = models.DateTimeField(_("zmieniono"), auto_now=True)

    class Meta:
        verbose_name = _("stanowisko")
        verbose_name_plural = _("stanowiska")
        indexes = [models.Index(fields=["state", "verdict"], name="position_state_verdict")]

    def __str__(self) -> str:
        return self.get_verdict_display()
