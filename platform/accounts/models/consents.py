"""What a person agreed to, word for word."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class ConsentPurpose(models.TextChoices):
    """What the portal asks consent for."""

    TERMS = "terms", _("regulamin portalu")
    NEWS = "news", _("wiadomości o działaniach w regionie")
    PUBLIC_NAME = "public_name", _("podpisywanie uwag imieniem i nazwiskiem")


class ConsentQuerySet(models.QuerySet["Consent"]):
    """Common choices of consents."""

    def valid(self) -> ConsentQuerySet:
        """Consents that have not been withdrawn."""
        return self.filter(withdrawn_at=None)


class Consent(models.Model):
    """One consent: the sentence shown, its version, when it was given and withdrawn.

    Rows are evidence (art. 7 RODO): they are never changed but for the moment of withdrawal.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("osoba"),
        on_delete=models.CASCADE,
        related_name="consents",
    )
    purpose = models.CharField(_("cel"), max_length=24, choices=ConsentPurpose.choices)
    text_version = models.CharField(_("wersja treści"), max_length=20)
    statement = models.TextField(_("treść pokazana osobie"))
    language = models.CharField(_("język"), max_length=2, choices=settings.LANGUAGES)
    given_at = models.DateTimeField(_("udzielono"), default=timezone.now)
    withdrawn_at = models.DateTimeField(_("wycofano"), null=True, blank=True)

    objects = ConsentQuerySet.as_manager()

    class Meta:
        verbose_name = _("zgoda")
        verbose_name_plural = _("zgody")
        ordering = ["-given_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "purpose", "text_version"],
                condition=models.Q(withdrawn_at=None),
                name="one_valid_consent_per_text",
            ),
            models.CheckConstraint(
                condition=models.Q(withdrawn_at=None)
                | models.Q(withdrawn_at__gte=models.F("given_at")),
                name="consent_withdrawn_after_given",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_purpose_display()} ({self.text_version})"
