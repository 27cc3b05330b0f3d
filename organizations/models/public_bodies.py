"""Public bodies (the marshal's office, counties, gminas) and their plenipotentiaries."""

from __future__ import annotations

from typing import Any

import pghistory
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from search.columns import SearchColumns, search_columns_from

COUNTY_DIGITS = 4


class PublicBodyKind(models.TextChoices):
    """Levels of local government."""

    MARSHAL = "marshal", _("urząd marszałkowski")
    COUNTY = "county", _("starostwo powiatowe")
    CITY_COUNTY = "city_county", _("urząd miasta na prawach powiatu")
    GMINA = "gmina", _("urząd gminy lub miasta")


class PublicBodyQuerySet(models.QuerySet["PublicBody"]):
    """Who sees which public bodies."""

    def visible_to(self, user: Any) -> PublicBodyQuerySet:
        """Public bodies are public; the method keeps lists and exports uniform."""
        return self


class PublicBody(SearchColumns, models.Model):
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
    street_address = models.CharField(_("ulica i numer"), max_length=160, blank=True)
    postal_code = models.CharField(_("kod pocztowy"), max_length=6, blank=True)
    town = models.CharField(_("miejscowość"), max_length=80, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    phone = models.CharField(_("telefon"), max_length=40, blank=True)
    website = models.URLField(_("strona internetowa"), blank=True)
    bip_website = models.URLField(_("Biuletyn Informacji Publicznej"), blank=True)
    updated_at = models.DateTimeField(_("zmieniono"), auto_now=True)

    objects = PublicBodyQuerySet.as_manager()

    class Meta:
        verbose_name = _("urząd")
        verbose_name_plural = _("urzędy")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["area", "kind"],
                name="public_body_one_of_kind_for_area",
                violation_error_message=_("Ten obszar ma już urząd tego rodzaju."),
            )
        ]
        indexes = [models.Index(fields=["kind", "name"], name="public_body_kind_name")]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the columns that search reads in step with the name."""
        self.set_search_columns()
        super().save(*args, **kwargs)

    def set_search_columns(self) -> None:
        """Compute what search reads; bulk writers call it for each row."""
        columns = search_columns_from(names=[self.name, self.area.name], texts=[self.town])
        self.search_names, self.search_texts, self.search_plain = columns

    def get_absolute_url(self) -> str:
        return reverse("organizations:public_body", args=[self.slug])

    @property
    def county_id(self) -> str | None:
        """TERYT code of its county; the marshal's office has none."""
        code: str = self.area_id
        return code[:COUNTY_DIGITS] if len(code) >= COUNTY_DIGITS else None

    @property
    def current_people(self) -> list[Plenipotentiary]:
        """Those who hold the function today; lists prefetch ``plenipotentiaries``."""
        return [person for person in self.plenipotentiaries.all() if person.is_current]

    @property
    def past_people(self) -> list[Plenipotentiary]:
        """Those who held it before or will hold it."""
        return [person for person in self.plenipotentiaries.all() if not person.is_current]


class PublicBodyUnit(models.Model):
    """A department or another unit of an office, so that NGOs know whom a matter belongs to."""

    public_body = models.ForeignKey(
        PublicBody, verbose_name=_("urząd"), on_delete=models.CASCADE, related_name="units"
    )
    name = models.CharField(_("nazwa"), max_length=200, db_collation="pl-x-icu")
    email = models.EmailField(_("e-mail"), blank=True)
    phone = models.CharField(_("telefon"), max_length=40, blank=True)

    class Meta:
        verbose_name = _("komórka organizacyjna")
        verbose_name_plural = _("komórki organizacyjne")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["public_body", "name"], name="public_body_unit_name_unique"
            )
        ]

    def __str__(self) -> str:
        return self.name


class PlenipotentiaryQuerySet(models.QuerySet["Plenipotentiary"]):
    """Common choices of plenipotentiaries."""

    def current(self) -> PlenipotentiaryQuerySet:
        """Those who hold the function today."""
        today = timezone.localdate()
        return self.filter(
            Q(since__isnull=True) | Q(since__lte=today), Q(until__isnull=True) | Q(until__gte=today)
        )


class Plenipotentiary(models.Model):
    """The person of an office whom NGOs may call; past ones stay as history."""

    public_body = models.ForeignKey(
        PublicBody,
        verbose_name=_("urząd"),
        on_delete=models.CASCADE,
        related_name="plenipotentiaries",
    )
    person_name = models.CharField(_("imię i nazwisko"), max_length=120, db_collation="pl-x-icu")
    function = models.CharField(
        _("funkcja"),
        max_length=200,
        help_text=_("Np. pełnomocnik burmistrza ds. organizacji pozarządowych."),
    )
    since = models.DateField(_("od"), null=True, blank=True)
    until = models.DateField(
        _("do"), null=True, blank=True, help_text=_("Puste: pełni funkcję bezterminowo.")
    )
    email = models.EmailField(_("e-mail"), blank=True)
    phone = models.CharField(_("telefon"), max_length=40, blank=True)
    office_hours = models.CharField(_("pokój i godziny"), max_length=200, blank=True)
    substitute_name = models.CharField(_("zastępuje"), max_length=120, blank=True)
    substitute_email = models.EmailField(_("e-mail zastępcy"), blank=True)
    substitute_phone = models.CharField(_("telefon zastępcy"), max_length=40, blank=True)
    source = models.CharField(
        _("źródło"), max_length=200, blank=True, help_text=_("Np. zarządzenie nr 12/2024.")
    )
    confirmed_on = models.DateField(_("potwierdzono"), null=True, blank=True)
    asked_on = models.DateField(
        _("poproszono o potwierdzenie"), null=True, blank=True, editable=False
    )

    objects = PlenipotentiaryQuerySet.as_manager()

    class Meta:
        verbose_name = _("pełnomocnik ds. organizacji pozarządowych")
        verbose_name_plural = _("pełnomocnicy ds. organizacji pozarządowych")
        ordering = [F("since").desc(nulls_last=True), "person_name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(since__isnull=True) | Q(until__gte=F("since")),
                name="plenipotentiary_term_in_order",
                violation_error_message=_("Funkcja nie może skończyć się, zanim się zaczęła."),
            )
        ]

    def __str__(self) -> str:
        return self.person_name

    @property
    def is_current(self) -> bool:
        """Whether the person holds the function today."""
        today = timezone.localdate()
        return (self.since is None or self.since <= today) and (
            self.until is None or self.until >= today
        )


pghistory.track(
    pghistory.InsertEvent(),
    pghistory.UpdateEvent(),
    pghistory.DeleteEvent(),
    model_name="PlenipotentiaryEvent",
)(Plenipotentiary)
