"""A competition, its yearly editions, and the rules document."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from awards.models.stages import (
    DECIDED_STAGES,
    EDITION_MOVES,
    PUBLIC_EDITION_STAGES,
    EditionStage,
)


def bodies_of(user: Any) -> Any:
    """Offices for which the user works on the portal."""
    return user.publicbodymemberships.filter(is_active=True).values("public_body")


class CompetitionQuerySet(models.QuerySet["Competition"]):
    """Choices of competitions."""

    def visible_to(self, user: Any) -> CompetitionQuerySet:
        """Those with an announced edition; all of them for their office and administrators."""
        if user.is_authenticated and user.is_staff:
            return self
        announced = Edition.objects.filter(stage__in=PUBLIC_EDITION_STAGES).values("competition")
        public = Q(pk__in=announced)
        if user.is_authenticated:
            public |= Q(public_body__in=bodies_of(user))
        return self.filter(public)


class Competition(models.Model):
    """A distinction that is given again and again, such as "Opolskie Niezapominajki"."""

    name = models.CharField(_("nazwa"), max_length=160, db_collation="pl-x-icu")
    slug = models.SlugField(_("adres strony"), max_length=80, unique=True)
    public_body = models.ForeignKey(
        "organizations.PublicBody",
        models.PROTECT,
        verbose_name=_("organizator"),
        related_name="competitions",
    )
    summary = models.CharField(
        _("w jednym zdaniu"), max_length=240, help_text=_("Kogo i za co wyróżnia.")
    )
    description = models.TextField(_("o konkursie"), help_text=_("Cel, historia, zasady."))
    contact_email = models.EmailField(_("e-mail do kontaktu"))
    contact_phone = models.CharField(_("telefon do kontaktu"), max_length=40, blank=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, editable=False, related_name="+"
    )
    created_at = models.DateTimeField(_("utworzono"), auto_now_add=True)
    updated_at = models.DateTimeField(_("zmieniono"), auto_now=True)

    objects = CompetitionQuerySet.as_manager()

    class Meta:
        verbose_name = _("konkurs")
        verbose_name_plural = _("konkursy")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("awards:competition", args=[self.slug])


class EditionQuerySet(models.QuerySet["Edition"]):
    """Choices of editions; visibility lives here and only here."""

    def visible_to(self, user: Any) -> EditionQuerySet:
        """Announced ones; drafts for their office and administrators."""
        if user.is_authenticated and user.is_staff:
            return self
        public = Q(stage__in=PUBLIC_EDITION_STAGES)
        if user.is_authenticated:
            public |= Q(competition__public_body__in=bodies_of(user))
        return self.filter(public)

    def run_by(self, user: Any) -> EditionQuerySet:
        """Editions that the user's offices run; all for administrators."""
        if user.is_staff:
            return self
        return self.filter(competition__public_body__in=bodies_of(user))

    def with_public_results(self) -> EditionQuerySet:
        """Those whose verdict everybody may see, by the database's clock: the embargo."""
        return self.filter(stage__in=DECIDED_STAGES, results_at__lte=Now())


@pghistory.track(exclude=["updated_at", "last_nomination_number"])
class Edition(models.Model):
    """A competition in one year."""

    competition = models.ForeignKey(
        Competition, models.PROTECT, verbose_name=_("konkurs"), related_name="editions"
    )
    year = models.PositiveSmallIntegerField(_("rok"))
    stage = models.CharField(
        _("etap"),
        max_length=12,
        choices=EditionStage.choices,
        default=EditionStage.DRAFT,
        editable=False,
    )
    opens_on = models.DateField(_("zgłoszenia od"))
    closes_on = models.DateField(
        _("zgłoszenia do"), help_text=_("Zgłoszenia przyjmujemy do 23:59:59 tego dnia.")
    )
    opens_at = models.DateTimeField(editable=False)
    closes_at = models.DateTimeField(editable=False)  # exclusive
    scoring_until = models.DateField(_("kapituła ocenia do"))
    results_at = models.DateTimeField(
        _("ogłoszenie wyników"),
        help_text=_("Do tej chwili wyniki zna tylko kapituła i organizator. Zwykle godzina gali."),
    )
    consent_days = models.PositiveSmallIntegerField(
        _("dni na zgodę kandydata"),
        default=14,
        help_text=_("Po połowie tego czasu portal przypomina kandydatowi."),
    )
    completion_days = models.PositiveSmallIntegerField(_("dni na uzupełnienie"), default=7)
    appeal_days = models.PositiveSmallIntegerField(_("dni na odwołanie"), default=7)
    votes_from = models.DateTimeField(_("głosowanie publiczności od"), null=True, blank=True)
    votes_until = models.DateTimeField(_("głosowanie publiczności do"), null=True, blank=True)
    gala_title = models.CharField(_("nazwa gali"), max_length=200, blank=True)
    gala_place = models.CharField(_("miejsce gali"), max_length=200, blank=True)
    gala_event = models.URLField(
        _("strona gali"), blank=True, help_text=_("Adres wydarzenia na portalu albo innej strony.")
    )
    resolution = models.CharField(
        _("uchwała o przyznaniu nagród"),
        max_length=200,
        blank=True,
        help_text=_("Np. uchwała nr 123/2026 Zarządu Województwa z 2 czerwca 2026 r."),
    )
    last_nomination_number = models.PositiveIntegerField(
        _("ostatni numer zgłoszenia"), default=0, editable=False
    )
    created_at = models.DateTimeField(_("utworzono"), auto_now_add=True)
    updated_at = models.DateTimeField(_("zmieniono"), auto_now=True)

    objects = EditionQuerySet.as_manager()

    class Meta:
        verbose_name = _("edycja")
        verbose_name_plural = _("edycje")
        ordering = ["-year", "competition"]
        constraints = [
            models.UniqueConstraint(
                fields=["competition", "year"],
                name="awards_one_edition_a_year",
                violation_error_message=_("Ten konkurs ma już edycję w tym roku."),
            ),
            models.CheckConstraint(
                condition=Q(closes_on__gte=F("opens_on")),
                name="awards_term_in_order",
                violation_error_message=_("Koniec zgłoszeń nie może być przed początkiem."),
            ),
            models.CheckConstraint(
                condition=Q(results_at__gte=F("closes_at")),
                name="awards_results_after_term",
                violation_error_message=_("Wyniki można ogłosić dopiero po zamknięciu zgłoszeń."),
            ),
            models.CheckConstraint(
                condition=Q(votes_from__isnull=True, votes_until__isnull=True)
                | Q(votes_until__gt=F("votes_from")),
                name="awards_votes_in_order",
                violation_error_message=_("Podaj początek i późniejszy koniec głosowania."),
            ),
        ]
        indexes = [
            models.Index(fields=["stage", "closes_at"], name="awards_edition_stage"),
            models.Index(fields=["stage", "results_at"], name="awards_edition_results"),
        ]
        triggers = [
            pgtrigger.FSM(
                name="allowed_edition_stages_only",
                field="stage",
                transitions=[(move.source.value, move.target.value) for move in EDITION_MOVES],
            )
        ]

    def __str__(self) -> str:
        return f"{self.competition} {self.year}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Moments always follow the dates that people see."""
        self.opens_at = start_of_day(self.opens_on)
        self.closes_at = start_of_day(self.closes_on + timedelta(days=1))
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return reverse("awards:edition", args=[self.competition.slug, self.year])

    @property
    def is_open(self) -> bool:
        """Whether nominations are taken now, by this process's clock; the database decides."""
        return self.stage == EditionStage.OPEN and timezone.now() < self.closes_at

    @property
    def days_left(self) -> int:
        """Whole calendar days until the last day, 0 on that day; negative when over."""
        return (self.closes_on - timezone.localdate()).days

    @property
    def has_public_results(self) -> bool:
        """Whether everybody may see the verdict; lists ask the database instead."""
        return self.stage in DECIDED_STAGES and self.results_at <= timezone.now()

    @property
    def takes_votes(self) -> bool:
        """Whether the audience may vote now; the database decides when a vote is stored."""
        if not (self.votes_from and self.votes_until):
            return False
        return self.votes_from <= timezone.now() < self.votes_until


def start_of_day(day: date) -> datetime:
    """Midnight in Warsaw that begins ``day``."""
    return timezone.make_aware(datetime.combine(day, time.min), timezone.get_default_timezone())


class Regulations(models.Model):
    """A version of an edition's rules (regulamin): a PDF that was uploaded or generated."""

    edition = models.ForeignKey(
        Edition, models.CASCADE, related_name="regulations", verbose_name=_("edycja")
    )
    number = models.PositiveSmallIntegerField(_("wersja"))
    file = models.ForeignKey(
        "documents.StoredFile", models.PROTECT, verbose_name=_("plik"), related_name="+"
    )
    is_generated = models.BooleanField(_("wygenerowany z ustawień"), default=False)
    note = models.CharField(_("co się zmieniło"), max_length=300, blank=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, editable=False, related_name="+"
    )
    created_at = models.DateTimeField(_("dodano"), auto_now_add=True)

    class Meta:
        verbose_name = _("regulamin")
        verbose_name_plural = _("regulaminy")
        ordering = ["edition", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["edition", "number"], name="awards_regulations_number")
        ]

    def __str__(self) -> str:
        return _("Regulamin, wersja %(number)s") % {"number": self.number}

    def get_absolute_url(self) -> str:
        edition = self.edition
        return reverse(
            "awards:regulations", args=[edition.competition.slug, edition.year, self.number]
        )
