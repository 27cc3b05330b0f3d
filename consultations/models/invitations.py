"""Invitations of chosen organizations to a consultation."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class InvitationBatch(models.Model):
    """One choice of organizations, and what the office wrote to them."""

    consultation = models.ForeignKey(
        "consultations.Consultation",
        on_delete=models.CASCADE,
        related_name="invitation_batches",
        verbose_name=_("konsultacje"),
    )
    round_number = models.PositiveSmallIntegerField(_("tura"))
    choice = models.TextField(_("kogo zaproszono"), help_text=_("Wybrane warunki, słowami."))
    message = models.TextField(_("dopisek do zaproszenia"), max_length=2000, blank=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("kto zaprosił"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    created_at = models.DateTimeField(_("kiedy zaproszono"), auto_now_add=True)

    class Meta:
        verbose_name = _("zaproszenie grupy organizacji")
        verbose_name_plural = _("zaproszenia grup organizacji")
        ordering = ["-created_at", "-pk"]

    def __str__(self) -> str:
        return self.choice


class Invitation(models.Model):
    """One organization invited to one round: never twice."""

    batch = models.ForeignKey(InvitationBatch, on_delete=models.CASCADE, related_name="invitations")
    consultation = models.ForeignKey(
        "consultations.Consultation", on_delete=models.CASCADE, related_name="invitations"
    )
    round_number = models.PositiveSmallIntegerField(_("tura"))
    organization = models.ForeignKey(
        "organizations.Organization",
        verbose_name=_("organizacja"),
        on_delete=models.CASCADE,
        related_name="consultation_invitations",
    )
    sent_at = models.DateTimeField(_("wysłano"), null=True, blank=True)
    reminded_at = models.DateTimeField(_("przypomniano"), null=True, blank=True)

    class Meta:
        verbose_name = _("zaproszenie organizacji")
        verbose_name_plural = _("zaproszenia organizacji")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["consultation", "round_number", "organization"],
                name="organization_invited_once_a_round",
            )
        ]
        indexes = [
            models.Index(
                fields=["batch"], name="invitation_waiting", condition=models.Q(sent_at=None)
            )
        ]

    def __str__(self) -> str:
        return f"{self.organization} → {self.consultation}"

    def get_absolute_url(self) -> Any:
        """Where the invitation leads."""
        return self.consultation.get_absolute_url()
