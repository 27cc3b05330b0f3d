"""Who asks to keep a profile, how they prove it, and whom they invite."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from organizations.models.decided import Decided
from organizations.models.memberships import OrganizationRole
from organizations.models.organizations import Organization

# How long the link of an invitation's letter works.
INVITATION_LASTS = timedelta(days=30)


class ClaimProof(models.TextChoices):
    """How a person shows that they speak for the organization."""

    REGISTER_EMAIL = "register_email", _("list na adres organizacji z tego profilu")
    DOCUMENT = "document", _("dokument, np. odpis z KRS lub upoważnienie")
    OFFICIAL = "official", _("znają mnie w urzędzie; proszę o decyzję administratora")


class ClaimStatus(models.TextChoices):
    """Where a claim stands."""

    PENDING = "pending", _("czeka na decyzję")
    ACCEPTED = "accepted", _("uznane")
    REJECTED = "rejected", _("odrzucone")
    WITHDRAWN = "withdrawn", _("wycofane")


class ProfileClaim(Decided):
    """A person asks to keep a profile; with keepers there already it is a dispute."""

    organization = models.ForeignKey(
        Organization, verbose_name=_("organizacja"), on_delete=models.CASCADE, related_name="claims"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("kto prosi"),
        on_delete=models.CASCADE,
        related_name="profile_claims",
    )
    function = models.CharField(
        _("funkcja w organizacji"), max_length=120, help_text=_("Np. prezeska zarządu.")
    )
    proof = models.CharField(_("jak to potwierdzić"), max_length=16, choices=ClaimProof.choices)
    document = models.ForeignKey(
        "documents.StoredFile",
        verbose_name=_("dokument"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    message = models.TextField(_("wyjaśnienie"), blank=True, max_length=2000)
    is_dispute = models.BooleanField(
        _("spór"), default=False, help_text=_("Profil miał już opiekuna, gdy wpłynęła prośba.")
    )
    status = models.CharField(
        _("stan"), max_length=12, choices=ClaimStatus.choices, default=ClaimStatus.PENDING
    )
    email_confirmed_at = models.DateTimeField(_("potwierdzono z adresu"), null=True, blank=True)
    reason = models.TextField(_("uzasadnienie decyzji"), blank=True, max_length=2000)
    created_at = models.DateTimeField(_("wpłynęła"), auto_now_add=True)

    class Meta:
        verbose_name = _("prośba o profil")
        verbose_name_plural = _("prośby o profile")
        ordering = ["created_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "user"],
                condition=Q(status="pending"),
                name="one_pending_claim_for_person",
                violation_error_message=_("Twoja prośba o ten profil już czeka na decyzję."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.user} → {self.organization}"


class ProfileInvitation(models.Model):
    """A keeper invites a colleague by e-mail; the letter's link is the only key."""

    organization = models.ForeignKey(
        Organization,
        verbose_name=_("organizacja"),
        on_delete=models.CASCADE,
        related_name="invitations",
    )
    email = models.EmailField(_("e-mail"))
    role = models.CharField(
        _("rola"),
        max_length=16,
        choices=OrganizationRole.choices,
        default=OrganizationRole.REPRESENTATIVE,
    )
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("kto zaprosił"),
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
    )
    hands_over = models.BooleanField(
        _("zamiast zapraszającego"),
        default=False,
        help_text=_("Kto przyjmie zaproszenie, zostanie opiekunem w miejsce zapraszającego."),
    )
    created_at = models.DateTimeField(_("zaproszono"), auto_now_add=True)
    sent_at = models.DateTimeField(_("wysłano"), default=timezone.now)
    accepted_at = models.DateTimeField(_("przyjęto"), null=True, blank=True)
    revoked_at = models.DateTimeField(_("cofnięto"), null=True, blank=True)

    class Meta:
        verbose_name = _("zaproszenie do profilu")
        verbose_name_plural = _("zaproszenia do profili")
        ordering = ["-created_at"]
        constraints = [
            models.UniqueConstraint(
                "organization",
                Lower("email"),
                condition=Q(accepted_at__isnull=True, revoked_at__isnull=True),
                name="one_open_invitation_for_address",
                violation_error_message=_("Na ten adres wysłano już zaproszenie."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.email} → {self.organization}"

    @property
    def is_open(self) -> bool:
        """Whether it can still be accepted."""
        return self.accepted_at is None and self.revoked_at is None and not self.is_expired

    @property
    def expires_at(self) -> datetime:
        """When the link of the last letter ends."""
        return self.sent_at + INVITATION_LASTS

    @property
    def is_expired(self) -> bool:
        """Whether the link of the last letter is too old."""
        return self.expires_at <= timezone.now()
