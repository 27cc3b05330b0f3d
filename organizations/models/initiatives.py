"""Social initiatives: what people do together, where and when."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from organizations.models.choices import Publication
from search.columns import SearchColumns, search_columns_from

# After a year without a word an initiative fades and is asked about.
STALE_AFTER = timedelta(days=365)


class InitiativeStage(models.TextChoices):
    """Where an initiative stands."""

    PLANNED = "planned", _("planowana")
    RUNNING = "running", _("trwa")
    PAUSED = "paused", _("zawieszona")
    FINISHED = "finished", _("zakończona")


# What may have ended without anybody telling; the other stages are an end already.
LIVING_STAGES = frozenset({InitiativeStage.PLANNED, InitiativeStage.RUNNING})


class PhotoLicence(models.TextChoices):
    """On what terms others may use the picture."""

    CC_BY = "cc-by-4.0", "CC BY 4.0"
    CC_BY_SA = "cc-by-sa-4.0", "CC BY-SA 4.0"
    CC0 = "cc0-1.0", "CC0"
    RESERVED = "reserved", _("wszystkie prawa zastrzeżone")


class InitiativeQuerySet(models.QuerySet["Initiative"]):
    """Who sees which initiatives."""

    def published(self) -> InitiativeQuerySet:
        """What everybody sees."""
        return self.filter(publication=Publication.PUBLISHED)

    def visible_to(self, user: Any) -> InitiativeQuerySet:
        """Published ones; proposers see their own in any state, administrators all."""
        if not user.is_authenticated:
            return self.published()
        if user.is_staff:
            return self
        return self.filter(Q(publication=Publication.PUBLISHED) | Q(proposed_by=user))


class Initiative(SearchColumns, models.Model):
    """One initiative on the map."""

    title = models.CharField(_("tytuł"), max_length=160, db_collation="pl-x-icu")
    slug = models.SlugField(_("adres strony"), max_length=120, unique=True)
    summary = models.CharField(_("w jednym zdaniu"), max_length=240)
    story = models.TextField(_("opowieść"), blank=True)
    stage = models.CharField(
        _("etap"),
        max_length=12,
        choices=InitiativeStage.choices,
        default=InitiativeStage.RUNNING,
    )
    starts_on = models.DateField(_("od"), null=True, blank=True)
    ends_on = models.DateField(_("do"), null=True, blank=True)
    organizations = models.ManyToManyField(
        "organizations.Organization",
        verbose_name=_("organizacje"),
        related_name="initiatives",
        blank=True,
    )
    public_bodies = models.ManyToManyField(
        "organizations.PublicBody",
        verbose_name=_("urzędy"),
        related_name="initiatives",
        blank=True,
    )
    informal_group = models.CharField(
        _("grupa nieformalna"),
        max_length=160,
        blank=True,
        help_text=_("Jeżeli to nie organizacja: np. Sąsiedzi z ulicy Malwowej."),
    )
    benefit_fields = models.ManyToManyField(
        "organizations.PublicBenefitField",
        verbose_name=_("sfery pożytku publicznego"),
        related_name="initiatives",
        blank=True,
    )
    target_groups = models.ManyToManyField(
        "organizations.TargetGroup",
        verbose_name=_("dla kogo"),
        related_name="initiatives",
        blank=True,
    )
    gmina = models.ForeignKey(
        "territory.Area",
        verbose_name=_("gmina"),
        on_delete=models.PROTECT,
        related_name="initiatives",
    )
    county = models.ForeignKey(
        "territory.Area", verbose_name=_("powiat"), on_delete=models.PROTECT, related_name="+"
    )
    place = models.CharField(_("miejsce"), max_length=160, blank=True)
    latitude = models.FloatField(
        _("szerokość geograficzna"), validators=[MinValueValidator(-90), MaxValueValidator(90)]
    )
    longitude = models.FloatField(
        _("długość geograficzna"), validators=[MinValueValidator(-180), MaxValueValidator(180)]
    )
    funding = models.CharField(_("z czego finansowana"), max_length=200, blank=True)
    volunteers_needed = models.CharField(
        _("kogo szukacie"),
        max_length=240,
        blank=True,
        help_text=_("Np. dwóch osób do podlewania. Puste: nikogo nie szukacie."),
    )
    contact = models.EmailField(_("e-mail do kontaktu"), blank=True)
    website = models.URLField(_("strona"), blank=True)
    photo = models.ForeignKey(
        "documents.StoredFile",
        verbose_name=_("zdjęcie"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    photo_description = models.CharField(_("co widać na zdjęciu"), max_length=200, blank=True)
    photo_author = models.CharField(_("autor zdjęcia"), max_length=120, blank=True)
    photo_licence = models.CharField(
        _("licencja zdjęcia"), max_length=16, choices=PhotoLicence.choices, blank=True
    )
    publication = models.CharField(
        _("publikacja"),
        max_length=16,
        choices=[
            (Publication.PROPOSED, Publication.PROPOSED.label),
            (Publication.PUBLISHED, Publication.PUBLISHED.label),
            (Publication.HIDDEN, Publication.HIDDEN.label),
        ],
        default=Publication.PROPOSED,
    )
    refusal_reason = models.TextField(_("dlaczego ukryta"), blank=True, max_length=2000)
    source = models.CharField(
        _("skąd wczytana"), max_length=120, blank=True, help_text=_("Puste: zgłoszona na portalu.")
    )
    source_key = models.CharField(_("numer w źródle"), max_length=80, blank=True)
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("kto zgłosił"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="proposed_initiatives",
    )
    confirmed_at = models.DateTimeField(_("potwierdzono"), default=timezone.now)
    asked_to_confirm_at = models.DateTimeField(
        _("poproszono o potwierdzenie"), null=True, blank=True, editable=False
    )
    created_at = models.DateTimeField(_("zgłoszono"), auto_now_add=True)
    updated_at = models.DateTimeField(_("zmieniono"), auto_now=True)

    objects = InitiativeQuerySet.as_manager()

    class Meta:
        verbose_name = _("inicjatywa społeczna")
        verbose_name_plural = _("inicjatywy społeczne")
        ordering = ["-confirmed_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True)
                | Q(starts_on__isnull=True)
                | Q(ends_on__gte=F("starts_on")),
                name="initiative_dates_in_order",
                violation_error_message=_("Inicjatywa nie może skończyć się przed początkiem."),
            ),
            models.UniqueConstraint(
                fields=["source", "source_key"],
                condition=~Q(source_key=""),
                name="initiative_once_from_a_source",
                violation_error_message=_("Ta inicjatywa z tego źródła już jest na mapie."),
            ),
        ]
        indexes = [
            # The map asks for a rectangle; the list for the newest word.
            models.Index(fields=["publication", "longitude", "latitude"], name="initiative_on_map"),
            models.Index(
                F("publication"), F("confirmed_at").desc(), F("id"), name="initiative_newest"
            ),
            models.Index(fields=["publication", "county"], name="initiative_county"),
            models.Index(fields=["-updated_at"], name="initiative_updated"),
            GinIndex(fields=["search_vector"], name="initiative_words"),
            GinIndex(
                fields=["search_plain"], opclasses=["gin_trgm_ops"], name="initiative_trigrams"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the columns that search reads in step with the texts."""
        self.set_search_columns()
        super().save(*args, **kwargs)

    def set_search_columns(self) -> None:
        """Compute what search reads; bulk writers call it for each row."""
        columns = search_columns_from(
            names=[self.title], texts=[self.summary, self.story, self.place, self.informal_group]
        )
        self.search_names, self.search_texts, self.search_plain = columns

    def get_absolute_url(self) -> str:
        return reverse("organizations:initiative", args=[self.slug])

    @property
    def is_stale(self) -> bool:
        """Whether nobody has said for a year that it still runs."""
        return self.stage in LIVING_STAGES and self.confirmed_at < timezone.now() - STALE_AFTER


class InitiativeReport(models.Model):
    """Somebody saw a mistake, or that an initiative is over."""

    initiative = models.ForeignKey(
        Initiative,
        verbose_name=_("inicjatywa"),
        on_delete=models.CASCADE,
        related_name="reports",
    )
    text = models.TextField(_("co jest nie tak"), max_length=2000)
    email = models.EmailField(
        _("e-mail"), blank=True, help_text=_("Jeżeli możemy dopytać. Nikomu go nie pokażemy.")
    )
    reported_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("kto zgłosił"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="initiative_reports",
    )
    created_at = models.DateTimeField(_("zgłoszono"), auto_now_add=True)
    closed_at = models.DateTimeField(_("załatwiono"), null=True, blank=True)

    class Meta:
        verbose_name = _("zgłoszenie błędu")
        verbose_name_plural = _("zgłoszenia błędów")
        ordering = ["created_at", "pk"]
        indexes = [
            models.Index(
                fields=["created_at"],
                condition=Q(closed_at__isnull=True),
                name="initiative_report_waiting",
            )
        ]

    def __str__(self) -> str:
        return self.text[:60]


class InitiativeImport(models.Model):
    """A file of initiatives that was checked, and what came of it."""

    source = models.CharField(
        _("źródło"), max_length=120, help_text=_("Np. Mapa inicjatyw gminy Nysa.")
    )
    file = models.ForeignKey(
        "documents.StoredFile", verbose_name=_("plik"), on_delete=models.PROTECT, related_name="+"
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("kto wczytał"),
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
    )
    created_at = models.DateTimeField(_("wczytano"), auto_now_add=True)
    written_at = models.DateTimeField(_("zapisano"), null=True, blank=True)
    new_count = models.PositiveIntegerField(_("nowe"), default=0)
    changed_count = models.PositiveIntegerField(_("zmienione"), default=0)

    class Meta:
        verbose_name = _("import inicjatyw")
        verbose_name_plural = _("importy inicjatyw")
        ordering = ["-created_at", "-pk"]

    def __str__(self) -> str:
        return self.source

    def get_absolute_url(self) -> str:
        return reverse("organizations:initiative_import", args=[self.pk])
