"""The NGO and what the registers say of it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from stdnum import iban

from organizations.models.alphabet import initial_of
from organizations.models.choices import (
    Language,
    LegalForm,
    OrganizationStatus,
    Publication,
    Reach,
    Register,
)
from organizations.models.register_numbers import (
    RegisterNumberField,
    format_nip,
    validate_krs,
    validate_nip,
    validate_regon,
)
from search.columns import SearchColumns, search_columns_from

if TYPE_CHECKING:
    from accounts.models import User

# What the public history shows: the values that registers keep, not the free description.
REGISTER_FIELDS = [
    "name",
    "short_name",
    "legal_form",
    "status",
    "krs",
    "nip",
    "regon",
    "registered_on",
    "struck_off_on",
    "opp_since",
    "opp_until",
    "street_address",
    "postal_code",
    "town",
]
# After so long a confirmed profile loses its badge, and its keepers are asked again.
CONFIRMED_FOR = timedelta(days=365)
# What the directory counts by; see organizations.domain.facets.
FACET_COLUMNS = [
    "county",
    "gmina",
    "legal_form",
    "status",
    "initial",
    "opp_since",
    "opp_until",
]


def validate_bank_account(value: str) -> None:
    """A Polish account number of 26 digits (NRB) with a right checksum."""
    if not iban.is_valid(f"PL{value.replace(' ', '').removeprefix('PL')}"):
        raise ValidationError(_("To nie jest poprawny numer rachunku (26 cyfr)."), "account")


class OrganizationQuerySet(models.QuerySet["Organization"]):
    """Who sees which organizations, and common choices."""

    def published(self) -> OrganizationQuerySet:
        """Profiles that everybody sees."""
        return self.filter(publication=Publication.PUBLISHED)

    def visible_to(self, user: User | Any) -> OrganizationQuerySet:
        """Published ones; members see their own in any state, administrators all but merged."""
        if not user.is_authenticated:
            return self.published()
        if user.is_staff:
            return self.exclude(publication=Publication.MERGED)
        own = Q(
            pk__in=user.organizationmemberships.filter(is_active=True).values("organization"),
            publication__in=[Publication.PROPOSED, Publication.HIDDEN],
        )
        return self.filter(Q(publication=Publication.PUBLISHED) | own)

    def with_opp_status(self) -> OrganizationQuerySet:
        """Those that have public benefit status now."""
        return self.filter(opp_since__isnull=False, opp_until__isnull=True)


class Organization(SearchColumns, models.Model):
    """An NGO of the directory."""

    # --- names and legal being
    name = models.CharField(_("nazwa"), max_length=300, db_collation="pl-x-icu")
    short_name = models.CharField(_("nazwa skrócona"), max_length=120, blank=True)
    former_names = ArrayField(
        models.CharField(max_length=300),
        verbose_name=_("dawne nazwy"),
        default=list,
        blank=True,
        help_text=_("Oddziel przecinkami. Po dawnej nazwie też można znaleźć organizację."),
    )
    slug = models.SlugField(_("adres strony"), max_length=120, unique=True)
    initial = models.CharField(_("litera spisu"), max_length=1, default="", editable=False)
    legal_form = models.CharField(_("forma prawna"), max_length=24, choices=LegalForm.choices)
    status = models.CharField(
        _("stan"),
        max_length=16,
        choices=OrganizationStatus.choices,
        default=OrganizationStatus.ACTIVE,
    )
    publication = models.CharField(
        _("publikacja"),
        max_length=16,
        choices=Publication.choices,
        default=Publication.PUBLISHED,
    )
    register = models.CharField(
        _("rejestr"), max_length=16, choices=Register.choices, default=Register.KRS
    )
    krs = RegisterNumberField("KRS", max_length=10, blank=True, validators=[validate_krs])
    nip = RegisterNumberField("NIP", max_length=10, blank=True, validators=[validate_nip])
    regon = RegisterNumberField("REGON", max_length=14, blank=True, validators=[validate_regon])
    registered_on = models.DateField(_("wpisana do rejestru"), null=True, blank=True)
    struck_off_on = models.DateField(_("wykreślona z rejestru"), null=True, blank=True)
    opp_since = models.DateField(_("status OPP od"), null=True, blank=True)
    opp_until = models.DateField(_("status OPP do"), null=True, blank=True)

    # --- what it does
    mission = models.CharField(
        _("w jednym zdaniu"), max_length=240, blank=True, help_text=_("Zdanie na listę wyników.")
    )
    description = models.TextField(_("opis"), blank=True)
    benefit_fields = models.ManyToManyField(
        "organizations.PublicBenefitField",
        verbose_name=_("sfery pożytku publicznego"),
        related_name="organizations",
        blank=True,
    )
    target_groups = models.ManyToManyField(
        "organizations.TargetGroup",
        verbose_name=_("odbiorcy"),
        related_name="organizations",
        blank=True,
    )
    reach = models.CharField(
        _("zasięg działania"), max_length=16, choices=Reach.choices, default=Reach.GMINA
    )
    areas_of_action = models.ManyToManyField(
        "territory.Area",
        verbose_name=_("teren działania"),
        related_name="active_organizations",
        blank=True,
    )
    languages = ArrayField(
        models.CharField(max_length=3, choices=Language.choices),
        verbose_name=_("języki"),
        default=list,
        blank=True,
    )
    members_count = models.PositiveIntegerField(_("liczba członków"), null=True, blank=True)
    employees_count = models.PositiveIntegerField(_("liczba pracowników"), null=True, blank=True)
    volunteers_count = models.PositiveIntegerField(_("liczba wolontariuszy"), null=True, blank=True)

    # --- where it is
    street_address = models.CharField(_("ulica i numer"), max_length=160, blank=True)
    postal_code = models.CharField(_("kod pocztowy"), max_length=6, blank=True)
    town = models.CharField(_("miejscowość"), max_length=80, blank=True)
    county = models.ForeignKey(
        "territory.Area",
        verbose_name=_("powiat siedziby"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    gmina = models.ForeignKey(
        "territory.Area",
        verbose_name=_("gmina siedziby"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="seated_organizations",
    )
    latitude = models.FloatField(
        _("szerokość geograficzna"),
        null=True,
        blank=True,
        validators=[MinValueValidator(-90), MaxValueValidator(90)],
    )
    longitude = models.FloatField(
        _("długość geograficzna"),
        null=True,
        blank=True,
        validators=[MinValueValidator(-180), MaxValueValidator(180)],
    )

    # --- how to reach it
    email = models.EmailField(_("e-mail"), blank=True)
    phone = models.CharField(_("telefon"), max_length=40, blank=True)
    website = models.URLField(_("strona internetowa"), blank=True)
    social_profile = models.URLField(_("profil społecznościowy"), blank=True)
    opening_hours = models.CharField(_("godziny otwarcia"), max_length=200, blank=True)
    accessibility = models.TextField(
        _("dostępność"),
        blank=True,
        help_text=_("Wejście, winda, toaleta, pętla indukcyjna, tłumacz języka migowego."),
    )
    bank_account = models.CharField(
        _("rachunek bankowy"), max_length=34, blank=True, validators=[validate_bank_account]
    )

    # --- how fresh it is
    source = models.CharField(
        _("źródło danych"), max_length=120, blank=True, help_text=_("Np. wyszukiwarka KRS.")
    )
    source_checked_on = models.DateField(_("stan danych z rejestru na"), null=True, blank=True)
    confirmed_at = models.DateTimeField(
        _("potwierdzono dane"), null=True, blank=True, help_text=_("Przez przedstawiciela.")
    )
    asked_to_confirm_at = models.DateTimeField(
        _("poproszono o potwierdzenie"), null=True, blank=True, editable=False
    )
    merged_into = models.ForeignKey(
        "self",
        verbose_name=_("połączona z"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="merged_organizations",
    )
    created_at = models.DateTimeField(_("dodano"), auto_now_add=True)
    updated_at = models.DateTimeField(_("zmieniono"), auto_now=True)

    objects = OrganizationQuerySet.as_manager()

    class Meta:
        verbose_name = _("organizacja")
        verbose_name_plural = _("organizacje")
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["krs"],
                condition=~Q(krs=""),
                name="organization_krs_unique",
                violation_error_message=_("Organizacja z tym numerem KRS już jest w bazie."),
            ),
            models.UniqueConstraint(
                fields=["nip"],
                condition=~Q(nip=""),
                name="organization_nip_unique",
                violation_error_message=_("Organizacja z tym numerem NIP już jest w bazie."),
            ),
            models.UniqueConstraint(
                fields=["regon"],
                condition=~Q(regon=""),
                name="organization_regon_unique",
                violation_error_message=_("Organizacja z tym numerem REGON już jest w bazie."),
            ),
            models.CheckConstraint(
                condition=Q(opp_until__isnull=True) | Q(opp_until__gte=F("opp_since")),
                name="organization_opp_dates_in_order",
                violation_error_message=_("Status OPP nie może skończyć się, zanim się zaczął."),
            ),
            models.CheckConstraint(
                condition=Q(publication="merged") ^ Q(merged_into__isnull=True),
                name="organization_merged_has_target",
                violation_error_message=_("Połączona organizacja musi wskazywać, z którą."),
            ),
        ]
        indexes = [
            # One index for each filter and each order of the public list.
            # This one also holds what the facets count, so that counting reads no rows.
            models.Index(
                fields=["publication", "name", "id"],
                include=FACET_COLUMNS,
                name="organization_by_name",
            ),
            models.Index(fields=["name", "id"], name="organization_all_by_name"),
            models.Index(
                fields=["id"],
                condition=~Q(publication="published"),
                name="organization_unlisted",
            ),
            models.Index(
                F("publication"),
                F("registered_on").desc(nulls_last=True),
                F("id"),
                name="organization_by_registered",
            ),
            models.Index(
                F("publication"), F("updated_at").desc(), F("id"), name="organization_by_updated"
            ),
            models.Index(fields=["publication", "initial", "name"], name="organization_by_initial"),
            models.Index(fields=["-updated_at"], name="organization_updated"),
            models.Index(fields=["legal_form"], name="organization_legal_form"),
            models.Index(
                fields=["opp_since"],
                condition=Q(opp_since__isnull=False, opp_until__isnull=True),
                name="organization_opp",
            ),
            GinIndex(fields=["search_vector"], name="organization_words"),
            GinIndex(
                fields=["search_plain"], opclasses=["gin_trgm_ops"], name="organization_trigrams"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the columns that search reads in step with the names and texts."""
        self.set_search_columns()
        update_fields = kwargs.get("update_fields")
        if update_fields is not None:
            kwargs["update_fields"] = {
                *update_fields,
                *SearchColumns.COLUMNS,
                "initial",
                "updated_at",
            }
        super().save(*args, **kwargs)

    def set_search_columns(self) -> None:
        """Compute what search and the alphabet read; bulk writers call it for each row."""
        self.initial = initial_of(self.name)
        columns = search_columns_from(
            names=[self.name, self.short_name, *self.former_names],
            texts=[self.mission, self.town, self.description],
        )
        self.search_names, self.search_texts, self.search_plain = columns

    def get_absolute_url(self) -> str:
        return reverse("organizations:detail", args=[self.slug])

    @classmethod
    def field_label(cls, name: str) -> str:
        """What people call the field."""
        field = cls._meta.get_field(name.removesuffix("_id"))
        return str(getattr(field, "verbose_name", name))

    @property
    def has_opp_status(self) -> bool:
        """Whether it is a public benefit organization now."""
        return self.opp_since is not None and self.opp_until is None

    @property
    def is_confirmed_lately(self) -> bool:
        """Whether a representative has confirmed the profile within a year."""
        return self.confirmed_at is not None and self.confirmed_at > timezone.now() - CONFIRMED_FOR

    @property
    def nip_formatted(self) -> str:
        """NIP with its usual dashes."""
        return format_nip(self.nip)

    @property
    def bank_account_formatted(self) -> str:
        """The account number in the groups in which banks print it."""
        digits = self.bank_account.replace(" ", "").removeprefix("PL")
        groups = [digits[start : start + 4] for start in range(2, len(digits), 4)]
        return " ".join([digits[:2], *groups])

    @property
    def language_names(self) -> list[str]:
        """Names of its languages for people."""
        names = dict(Language.choices)
        return [str(names.get(code, code)) for code in self.languages]


pghistory.track(
    pghistory.InsertEvent(),
    pghistory.UpdateEvent(condition=pghistory.AnyChange(*REGISTER_FIELDS)),
    fields=REGISTER_FIELDS,
    obj_field=pghistory.ObjForeignKey(
        related_name="events", related_query_name="event", on_delete=models.DO_NOTHING
    ),
    model_name="OrganizationEvent",
)(Organization)
