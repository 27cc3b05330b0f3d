"""Organizations that an office asked to take part."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Invitation(models.Model):
    """One organization invited to one consultation, once."""

    consultation = models.ForeignKey(
        "consultations.Consultation",
        verbose_name=_("konsultacje"),
        on_delete=models.CASCADE,
        related_name="invitations",
    )
    organization = models.ForeignKey(
        "organizations.Organization",
        verbose_name=_("organizacja"),
        on_delete=models.CASCADE,
        related_name="consultation_invitations",
    )
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    invited_at = models.DateTimeField(_("zaproszono"), auto_now_add=True)

    class Meta:
        verbose_name = _("zaproszenie do konsultacji")
        verbose_name_plural = _("zaproszenia do konsultacji")
        ordering = ["consultation", "organization"]
        constraints = [
            models.UniqueConstraint(
                fields=["consultation", "organization"], name="one_invitation_per_organization"
            )
        ]

    def __str__(self) -> str:
        return f"{self.organization} → {self.consultation}"
