"""Who made the project: partners with their logos."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class PartnerRole(models.TextChoices):
    """What a partner does in the project."""

    LEADER = "leader", _("lider")
    PARTNER = "partner", _("partner")
    FUNDER = "funder", _("finansujący")
    SUPPORTER = "supporter", _("wspierający")


class Partner(models.Model):
    """An institution on the page about the project."""

    name = models.CharField(_("nazwa"), max_length=200, unique=True)
    role = models.CharField(
        _("rola"), max_length=10, choices=PartnerRole.choices, default=PartnerRole.PARTNER
    )
    text_pl = models.CharField(_("co robi w projekcie"), max_length=400, blank=True)
    text_en = models.CharField(_("co robi, po angielsku"), max_length=400, blank=True)
    text_de = models.CharField(_("co robi, po niemiecku"), max_length=400, blank=True)
    url = models.URLField(_("strona"), max_length=500, blank=True)
    logo = models.ForeignKey(
        "documents.StoredFile",
        verbose_name=_("logo"),
        null=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    logo_text = models.CharField(
        _("opis logo"),
        max_length=200,
        blank=True,
        help_text=_("Dla osób, które go nie widzą; na przykład „Logo Fundacji Most”."),
    )
    position = models.PositiveSmallIntegerField(_("kolejność"), default=100)
    is_shown = models.BooleanField(_("widoczny"), default=True)

    class Meta:
        verbose_name = _("partner")
        verbose_name_plural = _("partnerzy")
        ordering = ["position", "name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(logo=None) | ~Q(logo_text=""),
                name="partner_logo_described",
                violation_error_message=_("Opisz logo dla osób, które go nie widzą."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_logo_url(self) -> str:
        """Where the logo is; one must have been uploaded."""
        return reverse("pages:partner_logo", args=[self.pk])
