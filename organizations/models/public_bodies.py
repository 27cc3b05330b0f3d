"""Public bodies: the marshal's office, counties and gminas."""

from __future__ import annotations

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class PublicBodyKind(models.TextChoices):
    """Levels of local government."""

    MARSHAL = "marshal", _("urząd marszałkowski")
    COUNTY = "county", _("starostwo powiatowe")
    CITY_COUNTY = "city_county", _("urząd miasta na prawach powiatu")
    GMINA = "gmina", _("urząd gminy lub miasta")


class PublicBody(models.Model):
    """An office that consults, adopts standards and assesses its cooperation with NGOs."""

    name = models.CharField(_("nazwa"), max_length=200, db_collation="pl-x-icu")
    slug = models.SlugField(_("adres strony"), max_length=120, unique=True)
    kind = models.CharField(_("rodzaj"), max_length=16, choices=PublicBodyKind.choices)
    area = models.ForeignKey(
        "territory.Area",
        verbose_name=_("obszar"),
        on_delete=models.PROTECT,
        related_name="public_bodies",
    )

    class Meta:
        verbose_name = _("urząd")
        verbose_name_plural = _("urzędy")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("organizations:public_body", args=[self.slug])
