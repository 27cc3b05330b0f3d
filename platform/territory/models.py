"""Units of the country's territorial division."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class AreaKind(models.TextChoices):
    """Kinds of units in the TERC register."""

    VOIVODESHIP = "voivodeship", _("województwo")
    COUNTY = "county", _("powiat")
    CITY_COUNTY = "city_county", _("miasto na prawach powiatu")
    URBAN_GMINA = "urban_gmina", _("gmina miejska")
    RURAL_GMINA = "rural_gmina", _("gmina wiejska")
    MIXED_GMINA = "mixed_gmina", _("gmina miejsko-wiejska")


COUNTY_KINDS = (AreaKind.COUNTY, AreaKind.CITY_COUNTY)
GMINA_KINDS = (AreaKind.URBAN_GMINA, AreaKind.RURAL_GMINA, AreaKind.MIXED_GMINA)


class AreaQuerySet(models.QuerySet["Area"]):
    """Common choices of areas, each in Polish alphabetical order."""

    def counties(self) -> AreaQuerySet:
        """Counties and cities with county rights."""
        return self.filter(kind__in=COUNTY_KINDS).order_by("name")

    def gminas(self) -> AreaQuerySet:
        """Gminas of every kind."""
        return self.filter(kind__in=GMINA_KINDS).order_by("name")


class Area(models.Model):
    """A voivodeship, county or gmina; the key is its TERYT code (2, 4 or 7 digits)."""

    teryt = models.CharField(_("kod TERYT"), max_length=7, primary_key=True)
    kind = models.CharField(_("rodzaj"), max_length=16, choices=AreaKind.choices)
    name = models.CharField(_("nazwa"), max_length=80, db_collation="pl-x-icu")
    parent = models.ForeignKey(
        "self",
        verbose_name=_("należy do"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="children",
    )
    seat = models.CharField(_("siedziba"), max_length=80, blank=True)
    latitude = models.FloatField(_("szerokość geograficzna siedziby"), null=True, blank=True)
    longitude = models.FloatField(_("długość geograficzna siedziby"), null=True, blank=True)

    objects = AreaQuerySet.as_manager()

    class Meta:
        verbose_name = _("jednostka podziału terytorialnego")
        verbose_name_plural = _("jednostki podziału terytorialnego")
        ordering = ["name"]
        indexes = [models.Index(fields=["kind", "name"], name="area_kind_name")]

    def __str__(self) -> str:
        return self.full_name

    @property
    def full_name(self) -> str:
        """The name with its kind where Poles say it: "powiat nyski", "gmina Nysa", "Opole"."""
        if self.kind == AreaKind.COUNTY:
            return f"powiat {self.name}"
        if self.kind == AreaKind.VOIVODESHIP:
            return f"województwo {self.name}"
        return self.name
