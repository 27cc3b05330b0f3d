"""The NGO and what the registers say of it."""

from __future__ import annotations

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class LegalForm(models.TextChoices):
    """Legal forms of organizations in the meaning of art. 3 of the public benefit act."""

    ASSOCIATION = "association", _("stowarzyszenie")
    SIMPLE_ASSOCIATION = "simple_association", _("stowarzyszenie zwykłe")
    FOUNDATION = "foundation", _("fundacja")
    SPORTS_CLUB = "sports_club", _("klub sportowy")
    KGW = "kgw", _("koło gospodyń wiejskich")
    OSP = "osp", _("ochotnicza straż pożarna")
    SOCIAL_COOPERATIVE = "social_cooperative", _("spółdzielnia socjalna")
    UNION = "union", _("związek stowarzyszeń")
    CHURCH_UNIT = "church_unit", _("kościelna osoba prawna")
    OTHER = "other", _("inna forma")


class Organization(models.Model):
    """An NGO of the directory."""

    name = models.CharField(_("nazwa"), max_length=300, db_collation="pl-x-icu")
    slug = models.SlugField(_("adres strony"), max_length=120, unique=True)
    legal_form = models.CharField(_("forma prawna"), max_length=24, choices=LegalForm.choices)

    class Meta:
        verbose_name = _("organizacja")
        verbose_name_plural = _("organizacje")
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("organizations:detail", args=[self.slug])
