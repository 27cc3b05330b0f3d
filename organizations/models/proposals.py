"""What people propose to the directory: new organizations and changes of values."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from organizations.models.decided import Decided
from organizations.models.organizations import Organization


class Decision(models.TextChoices):
    """What moderators said."""

    PENDING = "pending", _("czeka na sprawdzenie")
    ACCEPTED = "accepted", _("przyjęto")
    REJECTED = "rejected", _("odrzucono")


class DecidedRow(Decided):
    """What any proposal has in common: who asked, and what was decided."""

    decision = models.CharField(
        _("decyzja"), max_length=12, choices=Decision.choices, default=Decision.PENDING
    )
    reason = models.TextField(_("uzasadnienie"), blank=True, max_length=2000)
    created_at = models.DateTimeField(_("zgłoszono"), auto_now_add=True)

    class Meta:
        abstract = True


class OrganizationProposal(DecidedRow):
    """Somebody proposes an organization that the directory lacks."""

    organization = models.OneToOneField(
        Organization,
        verbose_name=_("organizacja"),
        on_delete=models.CASCADE,
        related_name="proposal",
    )
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("kto zgłosił"),
        on_delete=models.SET_NULL,
        null=True,
        related_name="organization_proposals",
    )
    note = models.TextField(
        _("skąd wiemy"),
        blank=True,
        max_length=2000,
        help_text=_("Np. odnośnik do strony organizacji albo rejestru."),
    )

    class Meta:
        verbose_name = _("zgłoszenie organizacji")
        verbose_name_plural = _("zgłoszenia organizacji")
        ordering = ["created_at"]

    def __str__(self) -> str:
        return str(self.organization)


class ChangeSuggestion(DecidedRow):
    """Another value for one field: from an import or from a reader who saw a mistake."""

    organization = models.ForeignKey(
        Organization,
        verbose_name=_("organizacja"),
        on_delete=models.CASCADE,
        related_name="suggestions",
    )
    field = models.CharField(_("pole"), max_length=40)
    present_value = models.TextField(_("jest"), blank=True)
    suggested_value = models.TextField(_("ma być"), blank=True)
    source = models.CharField(_("źródło"), max_length=200)
    suggested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("kto zgłosił"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )

    class Meta:
        verbose_name = _("propozycja zmiany")
        verbose_name_plural = _("propozycje zmian")
        ordering = ["created_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "field", "suggested_value"],
                condition=Q(decision="pending"),
                name="one_pending_suggestion_of_value",
                violation_error_message=_("Taka propozycja już czeka."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.organization}: {self.field}"

    @property
    def field_label(self) -> str:
        """The field's name for people."""
        return Organization.field_label(self.field)
