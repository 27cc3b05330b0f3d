"""What a profile tells besides its own row: people, projects, reports, memberships, sources."""

from __future__ import annotations

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from organizations.models.organizations import Organization

YEAR_VALIDATORS = [MinValueValidator(1900), MaxValueValidator(2100)]


class OrganizationPerson(models.Model):
    """Somebody with a function in the organization; shown only with their consent."""

    organization = models.ForeignKey(
        Organization, verbose_name=_("organizacja"), on_delete=models.CASCADE, related_name="people"
    )
    person_name = models.CharField(_("imię i nazwisko"), max_length=120)
    function = models.CharField(_("funkcja"), max_length=120)
    has_consented = models.BooleanField(
        _("zgoda na publikację"),
        default=False,
        help_text=_("Bez zgody osoby nie pokażemy jej na profilu."),
    )
    position = models.PositiveSmallIntegerField(_("kolejność"), default=0)

    class Meta:
        verbose_name = _("osoba w organizacji")
        verbose_name_plural = _("osoby w organizacji")
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return f"{self.person_name} ({self.function})"


class OrganizationProject(models.Model):
    """A project or a public task that the organization carried out."""

    organization = models.ForeignKey(
        Organization,
        verbose_name=_("organizacja"),
        on_delete=models.CASCADE,
        related_name="projects",
    )
    title = models.CharField(_("tytuł"), max_length=200)
    year_from = models.PositiveSmallIntegerField(_("od roku"), validators=YEAR_VALIDATORS)
    year_to = models.PositiveSmallIntegerField(
        _("do roku"), null=True, blank=True, validators=YEAR_VALIDATORS
    )
    funder = models.CharField(_("kto sfinansował"), max_length=200, blank=True)
    summary = models.TextField(_("co zrobiono"), blank=True)
    website = models.URLField(_("strona projektu"), blank=True)

    class Meta:
        verbose_name = _("projekt organizacji")
        verbose_name_plural = _("projekty organizacji")
        ordering = ["-year_from", "title"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(year_to__isnull=True)
                | models.Q(year_to__gte=models.F("year_from")),
                name="organization_project_years_in_order",
                violation_error_message=_("Projekt nie może skończyć się, zanim się zaczął."),
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def years(self) -> str:
        """The years for people: "2023–2024" or "2023"."""
        if self.year_to and self.year_to != self.year_from:
            return f"{self.year_from}–{self.year_to}"
        return str(self.year_from)


class AnnualReport(models.Model):
    """Where the organization's report of a year can be read."""

    organization = models.ForeignKey(
        Organization,
        verbose_name=_("organizacja"),
        on_delete=models.CASCADE,
        related_name="annual_reports",
    )
    year = models.PositiveSmallIntegerField(_("rok"), validators=YEAR_VALIDATORS)
    url = models.URLField(_("adres sprawozdania"))

    class Meta:
        verbose_name = _("sprawozdanie roczne")
        verbose_name_plural = _("sprawozdania roczne")
        ordering = ["-year"]
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "year"], name="organization_one_report_a_year"
            )
        ]

    def __str__(self) -> str:
        return str(self.year)


class AffiliationKind(models.TextChoices):
    """What organizations belong to."""

    FEDERATION = "federation", _("federacja lub związek")
    NETWORK = "network", _("sieć lub porozumienie")
    LOCAL_ACTION_GROUP = "local_action_group", _("lokalna grupa działania")


class Affiliation(models.Model):
    """Membership of the organization in a federation, a network or a local action group."""

    organization = models.ForeignKey(
        Organization,
        verbose_name=_("organizacja"),
        on_delete=models.CASCADE,
        related_name="affiliations",
    )
    kind = models.CharField(_("rodzaj"), max_length=20, choices=AffiliationKind.choices)
    name = models.CharField(_("nazwa"), max_length=200)
    umbrella = models.ForeignKey(
        Organization,
        verbose_name=_("jej profil"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="affiliated",
    )

    class Meta:
        verbose_name = _("przynależność")
        verbose_name_plural = _("przynależność do federacji i sieci")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "name"], name="organization_affiliation_unique"
            )
        ]

    def __str__(self) -> str:
        return self.name


class ValueSource(models.Model):
    """Where one value of the profile comes from and when it was checked there."""

    organization = models.ForeignKey(
        Organization,
        verbose_name=_("organizacja"),
        on_delete=models.CASCADE,
        related_name="value_sources",
    )
    field = models.CharField(_("pole"), max_length=40)
    source = models.CharField(_("źródło"), max_length=120)
    checked_on = models.DateField(_("stan na"))
    is_confirmed = models.BooleanField(
        _("potwierdzone przez przedstawiciela"),
        default=False,
        help_text=_("Import nie nadpisze takiej wartości, tylko zaproponuje zmianę."),
    )

    class Meta:
        verbose_name = _("źródło wartości")
        verbose_name_plural = _("źródła wartości")
        constraints = [
            models.UniqueConstraint(
                fields=["organization", "field"], name="organization_value_source_unique"
            )
        ]

    def __str__(self) -> str:
        return f"{self.field}: {self.source}"

    @property
    def label(self) -> str:
        """The field's name for people."""
        return Organization.field_label(self.field)
