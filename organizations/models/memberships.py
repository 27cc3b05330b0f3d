"""Who may act for an organization or a public body."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import MembershipBase


class OrganizationRole(models.TextChoices):
    """What a member may do for an organization."""

    OWNER = "owner", _("opiekun profilu")
    REPRESENTATIVE = "representative", _("przedstawiciel")


class OrganizationMembership(MembershipBase):
    """A person acting for an organization."""

    organization = models.ForeignKey(
        "organizations.Organization",
        verbose_name=_("organizacja"),
        on_delete=models.CASCADE,
        related_name="memberships",
    )
    role = models.CharField(_("rola"), max_length=16, choices=OrganizationRole.choices)

    class Meta:
        verbose_name = _("członkostwo w organizacji")
        verbose_name_plural = _("członkostwa w organizacjach")
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "user"], name="one_membership_per_organization"
            )
        ]

    def __str__(self) -> str:
        return f"{self.user} – {self.organization}"


class PublicBodyRole(models.TextChoices):
    """What an official may do for a public body."""

    COORDINATOR = "coordinator", _("koordynator")
    OFFICIAL = "official", _("urzędnik")


class PublicBodyMembership(MembershipBase):
    """An official of a public body, with the unit (department) they work in."""

    is_official = True

    public_body = models.ForeignKey(
        "organizations.PublicBody",
        verbose_name=_("urząd"),
        on_delete=models.CASCADE,
        related_name="memberships",
    )
    role = models.CharField(_("rola"), max_length=16, choices=PublicBodyRole.choices)
    unit = models.CharField(_("komórka organizacyjna"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("zatrudnienie w urzędzie")
        verbose_name_plural = _("zatrudnienia w urzędach")
        constraints = [
            models.UniqueConstraint(
                fields=["public_body", "user"], name="one_membership_per_public_body"
            )
        ]

    def __str__(self) -> str:
        return f"{self.user} – {self.public_body}"
