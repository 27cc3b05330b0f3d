"""Logos and galleries of organizations."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from organizations.models.initiatives import PhotoLicence
from organizations.models.organizations import Organization


class OrganizationPicture(models.Model):
    """A picture of a profile: its logo, or one of its gallery."""

    organization = models.ForeignKey(
        Organization,
        verbose_name=_("organizacja"),
        on_delete=models.CASCADE,
        related_name="pictures",
    )
    file = models.OneToOneField(
        "documents.StoredFile",
        verbose_name=_("plik"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    is_logo = models.BooleanField(_("logo"), default=False)
    description = models.CharField(
        _("co widać"), max_length=200, help_text=_("Przeczyta to osoba, która nie widzi zdjęcia.")
    )
    author = models.CharField(_("autor"), max_length=120, blank=True)
    licence = models.CharField(
        _("licencja"),
        max_length=16,
        choices=PhotoLicence.choices,
        default=PhotoLicence.RESERVED,
    )
    added_at = models.DateTimeField(_("dodano"), auto_now_add=True)

    class Meta:
        verbose_name = _("zdjęcie organizacji")
        verbose_name_plural = _("zdjęcia organizacji")
        ordering = ["-is_logo", "added_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["organization"],
                condition=Q(is_logo=True),
                name="organization_one_logo",
                violation_error_message=_("Organizacja ma jedno logo."),
            )
        ]

    def __str__(self) -> str:
        return self.description
