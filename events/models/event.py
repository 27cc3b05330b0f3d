"""The event itself and the series in which it is repeated."""

from __future__ import annotations

from typing import Any

import pghistory
import pgtrigger
from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from events.models.choices import (
    EVENT_TRANSITIONS,
    EventKind,
    EventMode,
    EventStage,
    RegistrationMode,
)

PUBLIC_STAGES = (EventStage.PUBLISHED, EventStage.CANCELLED)


class Series(models.Model):
    """Events with one description and dates of their own, such as a training in 12 counties."""

    title = models.CharField(_("tytuł cyklu"), max_length=200)
    slug = models.SlugField(_("adres strony"), max_length=100, unique=True, editable=False)
    summary = models.TextField(_("o co chodzi"), max_length=1000)
    description = models.TextField(_("opis wspólny dla wszystkich spotkań"), blank=True)
    public_body = models.ForeignKey(
        "organizations.PublicBody",
        verbose_name=_("urząd"),
        on_delete=models.PROTECT,
        related_name="event_series",
    )
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("cykl wydarzeń")
        verbose_name_plural = _("cykle wydarzeń")
        ordering = ["title"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("events:series", args=[self.slug])


class EventQuerySet(models.QuerySet["Event"]):
    """Choices of events; visibility lives here and only here."""

    def visible_to(self, user: Any) -> EventQuerySet:
        """Announced ones for everybody; others for the office, the team and administrators."""
        rows = self.filter(is_template=False)
        public = Q(stage__in=PUBLIC_STAGES)
        if not user.is_authenticated:
            return rows.filter(public)
        if user.is_staff:
            return self
        return self.filter((public & Q(is_template=False)) | _organised_by(user))

    def organised_by(self, user: Any) -> EventQuerySet:
        """Events of the person's offices and teams."""
        return self.filter(_organised_by(user))

    def upcoming(self) -> EventQuerySet:
        """Announced events that are not over."""
        return self.filter(stage=EventStage.PUBLISHED, ends_at__gt=timezone.now())


def _organised_by(user: Any) -> Q:
    bodies = user.publicbodymemberships.filter(is_active=True).values("public_body")
    teams = user.event_roles.values("event")
    return Q(public_body__in=bodies) | Q(pk__in=teams)


@pghistory.track(exclude=["updated_at", "free_places", "waiting_count", "last_number"])
class Event(models.Model):
    """Something to which people come, in person or through the internet."""

    # --- what
    title = models.CharField(_("tytuł"), max_length=200)
    slug = models.SlugField(_("adres strony"), max_length=120, unique=True, editable=False)
    kind = models.CharField(_("rodzaj"), max_length=16, choices=EventKind.choices)
    series = models.ForeignKey(
        Series,
        verbose_name=_("cykl"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="events",
    )
    public_body = models.ForeignKey(
        "organizations.PublicBody",
        verbose_name=_("organizator"),
        on_delete=models.PROTECT,
        related_name="events",
    )
    partners = models.CharField(_("współorganizatorzy"), max_length=300, blank=True)
    summary = models.TextField(
        _("w skrócie"), max_length=600, help_text=_("Dwa, trzy zdania: dla kogo i po co.")
    )
    description = models.TextField(_("opis"), blank=True)
    stage = models.CharField(
        _("etap"),
        max_length=12,
        choices=EventStage.choices,
        default=EventStage.DRAFT,
        editable=False,
    )
    is_template = models.BooleanField(
        _("wzór, z którego tworzy się następne"), default=False, editable=False
    )

    # --- when and where
    starts_at = models.DateTimeField(_("początek"))
    ends_at = models.DateTimeField(_("koniec"))
    mode = models.CharField(
        _("forma"), max_length=8, choices=EventMode.choices, default=EventMode.ON_SITE
    )
    venue = models.CharField(_("miejsce"), max_length=200, blank=True)
    street_address = models.CharField(_("ulica i numer"), max_length=160, blank=True)
    town = models.CharField(_("miejscowość"), max_length=80, blank=True)
    county = models.ForeignKey(
        "territory.Area",
        verbose_name=_("powiat"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    stream_url = models.URLField(
        _("transmisja lub spotkanie w internecie"),
        blank=True,
        help_text=_("Zobaczą ten odnośnik wszyscy; odnośnik tylko dla zapisanych wyślij listem."),
    )
    accessibility = models.TextField(
        _("dostępność"),
        blank=True,
        help_text=_("Wejście, winda, toaleta, pętla indukcyjna, tłumacz języka migowego."),
    )
    contact_name = models.CharField(_("osoba do kontaktu"), max_length=120)
    contact_email = models.EmailField(_("e-mail do kontaktu"))
    contact_phone = models.CharField(_("telefon do kontaktu"), max_length=40, blank=True)

    # --- registration
    registration_mode = models.CharField(
        _("zapisy"),
        max_length=12,
        choices=RegistrationMode.choices,
        default=RegistrationMode.OPEN,
    )
    registration_opens_at = models.DateTimeField(
        _("początek zapisów"), null=True, blank=True, help_text=_("Puste: od ogłoszenia.")
    )
    registration_closes_at = models.DateTimeField(
        _("koniec zapisów"), null=True, blank=True, help_text=_("Puste: do początku wydarzenia.")
    )
    capacity = models.PositiveIntegerField(
        _("liczba miejsc"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(100_000)],
        help_text=_("Puste: bez ograniczeń. Przy pulach liczy się suma ich miejsc."),
    )
    offer_hours = models.PositiveSmallIntegerField(
        _("godzin na potwierdzenie miejsca z listy rezerwowej"),
        default=48,
        validators=[MinValueValidator(1), MaxValueValidator(336)],
    )
    group_limit = models.PositiveSmallIntegerField(
        _("najwięcej osób w zgłoszeniu grupowym"),
        default=10,
        validators=[MinValueValidator(1), MaxValueValidator(100)],
    )
    questions = models.ForeignKey(
        "surveys.Version",
        verbose_name=_("dodatkowe pytania przy zapisie"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    evaluation = models.ForeignKey(
        "surveys.Version",
        verbose_name=_("ankieta po wydarzeniu"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    asks_gender = models.BooleanField(_("pytaj o płeć (wymaga tego grantodawca)"), default=False)
    asks_age = models.BooleanField(
        _("pytaj o przedział wieku (wymaga tego grantodawca)"), default=False
    )
    shows_participants = models.BooleanField(
        _("pokaż listę osób, które się na to zgodziły"), default=False
    )
    reminder_days = models.PositiveSmallIntegerField(
        _("przypomnienie na ile dni przed"),
        default=2,
        validators=[MaxValueValidator(30)],
        help_text=_("0: bez przypomnienia."),
    )
    free_places = models.IntegerField(_("wolne miejsca"), null=True, editable=False)
    waiting_count = models.PositiveIntegerField(
        _("na liście rezerwowej"), default=0, editable=False
    )
    last_number = models.PositiveIntegerField(_("ostatni numer"), default=0, editable=False)

    # --- calls
    proposals_until = models.DateTimeField(
        _("propozycje do programu do"),
        null=True,
        blank=True,
        help_text=_("Do kiedy organizacje mogą proponować swoje punkty programu."),
    )
    exhibitors_until = models.DateTimeField(
        _("zgłoszenia wystawców do"),
        null=True,
        blank=True,
        help_text=_("Do kiedy organizacje mogą zgłaszać stoiska."),
    )
    votes_for_stands = models.BooleanField(
        _("odwiedzający wybierają najlepsze stoisko"), default=False
    )

    # --- what the funder counts
    hours = models.DecimalField(
        _("godziny debat lub szkolenia"),
        max_digits=6,
        decimal_places=1,
        default=0,
        validators=[MinValueValidator(0)],
    )
    target_people = models.PositiveIntegerField(_("zakładana liczba osób"), null=True, blank=True)
    keeps_data_months = models.PositiveSmallIntegerField(
        _("ile miesięcy po wydarzeniu przechowujemy dane uczestników"),
        default=12,
        validators=[MinValueValidator(1), MaxValueValidator(120)],
        help_text=_("Potrzeby zdrowotne i dietę usuwamy już po 14 dniach."),
    )

    programme = models.ForeignKey(
        "events.ProgrammeVersion",
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("program"),
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("utworzone przez"),
    )
    created_at = models.DateTimeField(_("utworzono"), auto_now_add=True)
    updated_at = models.DateTimeField(_("zmieniono"), auto_now=True)

    objects = EventQuerySet.as_manager()

    class Meta:
        verbose_name = _("wydarzenie")
        verbose_name_plural = _("wydarzenia")
        ordering = ["starts_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")),
                name="event_ends_after_start",
                violation_error_message=_("Koniec musi być po początku."),
            ),
            models.CheckConstraint(
                condition=Q(registration_opens_at__isnull=True)
                | Q(registration_closes_at__isnull=True)
                | Q(registration_closes_at__gt=F("registration_opens_at")),
                name="event_registration_in_order",
                violation_error_message=_("Zapisy nie mogą skończyć się, zanim się zaczną."),
            ),
        ]
        indexes = [
            models.Index(fields=["stage", "starts_at"], name="event_stage_starts"),
            models.Index(fields=["stage", "ends_at"], name="event_stage_ends"),
            models.Index(fields=["kind", "starts_at"], name="event_kind_starts"),
            models.Index(fields=["county", "starts_at"], name="event_county_starts"),
            models.Index(fields=["public_body", "-starts_at"], name="event_body_starts"),
        ]
        triggers = [
            pgtrigger.FSM(
                name="allowed_event_stages",
                field="stage",
                transitions=[(str(m.source), str(m.target)) for m in EVENT_TRANSITIONS],
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("events:detail", args=[self.slug])

    @property
    def is_over(self) -> bool:
        """Whether the last moment has passed."""
        return self.ends_at <= timezone.now()

    @property
    def is_going_on(self) -> bool:
        """Whether people are there right now."""
        return self.starts_at <= timezone.now() < self.ends_at

    @property
    def is_one_day(self) -> bool:
        """Whether it begins and ends on one day in Warsaw."""
        return timezone.localdate(self.starts_at) == timezone.localdate(self.ends_at)

    @property
    def place(self) -> str:
        """Where, on one line."""
        parts = [self.venue, self.street_address, self.town]
        return ", ".join(part for part in parts if part)

    @property
    def has_registration(self) -> bool:
        """Whether people register at all."""
        return self.registration_mode != RegistrationMode.NONE

    @property
    def registration_ends_at(self) -> Any:
        """The last moment for registering."""
        return self.registration_closes_at or self.starts_at

    @property
    def registration_is_open(self) -> bool:
        """Whether people may register now, by this process's clock; the database decides."""
        now = timezone.now()
        has_begun = self.registration_opens_at is None or self.registration_opens_at <= now
        return (
            self.stage == EventStage.PUBLISHED
            and self.has_registration
            and has_begun
            and now < self.registration_ends_at
        )

    @property
    def takes_proposals(self) -> bool:
        """Whether organizations may propose parts of the programme now."""
        return self._is_call_open(self.proposals_until)

    @property
    def takes_exhibitors(self) -> bool:
        """Whether organizations may apply for stands now."""
        return self._is_call_open(self.exhibitors_until)

    def _is_call_open(self, until: Any) -> bool:
        return self.stage == EventStage.PUBLISHED and until is not None and timezone.now() < until


class EventStageChange(models.Model):
    """One move in the life of an event. Rows are only ever added."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="stage_changes")
    source = models.CharField(_("z etapu"), max_length=12, choices=EventStage.choices)
    target = models.CharField(_("na etap"), max_length=12, choices=EventStage.choices)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("kto"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    reason = models.TextField(_("powód"), blank=True)
    changed_at = models.DateTimeField(_("kiedy"), auto_now_add=True)

    class Meta:
        verbose_name = _("zmiana etapu wydarzenia")
        verbose_name_plural = _("zmiany etapu wydarzeń")
        ordering = ["changed_at", "pk"]

    def __str__(self) -> str:
        return f"{self.get_source_display()} → {self.get_target_display()}"
