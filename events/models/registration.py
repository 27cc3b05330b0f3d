"""Registrations, the pools from which they take places, and what people told of their needs."""

from __future__ import annotations

import secrets

import pgtrigger
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from events.models.choices import (
    ENDED_STATES,
    HOLDING_STATES,
    REGISTRATION_TRANSITIONS,
    AgeGroup,
    Diet,
    Gender,
    RegistrationState,
    Sector,
)
from events.models.event import Event
from events.models.programme import Session

# Without letters and digits that people mistake for each other when they read them aloud.
CODE_ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
CODE_LENGTH = 12


def new_code() -> str:
    """A ticket's code: 60 bits of chance."""
    return "".join(secrets.choice(CODE_ALPHABET) for _place in range(CODE_LENGTH))


class Pool(models.Model):
    """Places kept for one side until a day; afterwards what is left is for everybody."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="pools")
    name = models.CharField(_("nazwa puli"), max_length=80)
    sectors = ArrayField(
        models.CharField(max_length=16, choices=Sector.choices),
        verbose_name=_("dla kogo"),
        default=list,
    )
    places = models.PositiveIntegerField(
        _("liczba miejsc"), validators=[MinValueValidator(0), MaxValueValidator(100_000)]
    )
    releases_at = models.DateTimeField(
        _("kiedy wolne miejsca przechodzą do wszystkich"),
        null=True,
        blank=True,
        help_text=_("Puste: pula zostaje dla swojej strony do końca."),
    )
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("pula miejsc")
        verbose_name_plural = _("pule miejsc")
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["event", "name"], name="pool_name_once_in_event")
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_released(self) -> bool:
        """Whether its free places are everybody's."""
        return self.releases_at is not None and self.releases_at <= timezone.now()

    @property
    def sector_names(self) -> str:
        """For whom, in words."""
        return ", ".join(str(Sector(sector).label) for sector in self.sectors)


class Invitation(models.Model):
    """A code that opens a closed registration."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="invitations")
    code = models.CharField(_("kod"), max_length=24)
    label = models.CharField(_("dla kogo"), max_length=120)
    limit = models.PositiveIntegerField(
        _("ile razy można użyć"), default=1, validators=[MinValueValidator(1)]
    )
    used = models.PositiveIntegerField(_("ile razy użyto"), default=0, editable=False)
    valid_until = models.DateTimeField(_("ważny do"), null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("kod zaproszenia")
        verbose_name_plural = _("kody zaproszeń")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["event", "code"],
                name="invitation_code_once_in_event",
                violation_error_message=_("Taki kod już jest."),
            ),
            models.CheckConstraint(
                condition=Q(used__lte=F("limit")), name="invitation_never_overused"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} ({self.label})"


class RegistrationQuerySet(models.QuerySet["Registration"]):
    """Common choices of registrations."""

    def holding(self) -> RegistrationQuerySet:
        """Those that take a place."""
        return self.filter(state__in=HOLDING_STATES)

    def confirmed(self) -> RegistrationQuerySet:
        """Those who come."""
        return self.filter(state=RegistrationState.CONFIRMED)

    def waiting(self) -> RegistrationQuerySet:
        """The waiting list, in its order."""
        return self.filter(state=RegistrationState.WAITING).order_by("number")

    def alive(self) -> RegistrationQuerySet:
        """All that have not ended."""
        return self.exclude(state__in=ENDED_STATES)


# The database's own word on capacity, whoever writes: the domain, the admin or a script. The row
# of the event is locked first, so that of two writers the second counts what the first wrote.
_PLACES = """
    SELECT capacity INTO limit_of_event FROM events_event WHERE id = NEW.event_id
        FOR NO KEY UPDATE;
    SELECT sum(places) INTO pools FROM events_pool WHERE event_id = NEW.event_id;
    IF pools IS NOT NULL THEN
        IF NEW.pool_id IS NULL THEN
            RAISE EXCEPTION 'a place of event % must come from a pool', NEW.event_id
                USING ERRCODE = 'check_violation', CONSTRAINT = 'places_never_exceeded';
        END IF;
        SELECT places INTO limit_of_pool FROM events_pool WHERE id = NEW.pool_id;
        SELECT count(*) INTO held FROM events_registration
            WHERE pool_id = NEW.pool_id AND state IN ('confirmed', 'offered')
            AND id <> NEW.id;
        IF held >= limit_of_pool THEN
            RAISE EXCEPTION 'pool % is full', NEW.pool_id
                USING ERRCODE = 'check_violation', CONSTRAINT = 'places_never_exceeded';
        END IF;
    ELSIF limit_of_event IS NOT NULL THEN
        SELECT count(*) INTO held FROM events_registration
            WHERE event_id = NEW.event_id AND state IN ('confirmed', 'offered')
            AND id <> NEW.id;
        IF held >= limit_of_event THEN
            RAISE EXCEPTION 'event % is full', NEW.event_id
                USING ERRCODE = 'check_violation', CONSTRAINT = 'places_never_exceeded';
        END IF;
    END IF;
    RETURN NEW;
"""
_COUNTS = [
    ("limit_of_event", "integer"),
    ("limit_of_pool", "integer"),
    ("pools", "integer"),
    ("held", "integer"),
]


class Registration(models.Model):
    """A person who wants to come. ``number`` is the order in which they asked."""

    event = models.ForeignKey(
        Event, on_delete=models.CASCADE, related_name="registrations", verbose_name=_("wydarzenie")
    )
    number = models.PositiveIntegerField(_("numer"), editable=False)
    code = models.CharField(
        _("kod biletu"), max_length=16, unique=True, default=new_code, editable=False
    )
    state = models.CharField(_("stan"), max_length=12, choices=RegistrationState.choices)
    pool = models.ForeignKey(
        Pool,
        verbose_name=_("pula"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="registrations",
    )
    offer_expires_at = models.DateTimeField(_("potwierdzić do"), null=True, blank=True)

    # --- who
    full_name = models.CharField(_("imię i nazwisko"), max_length=120, db_collation="pl-x-icu")
    email = models.EmailField(_("e-mail"))
    phone = models.CharField(_("telefon"), max_length=40, blank=True)
    language = models.CharField(
        _("język wiadomości"), max_length=2, choices=settings.LANGUAGES, default="pl"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("konto"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="event_registrations",
    )
    sector = models.CharField(_("kogo reprezentujesz"), max_length=16, choices=Sector.choices)
    organization = models.ForeignKey(
        "organizations.Organization",
        verbose_name=_("organizacja ze spisu"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    organization_name = models.CharField(
        _("nazwa organizacji lub urzędu"), max_length=300, blank=True
    )
    county = models.ForeignKey(
        "territory.Area",
        verbose_name=_("powiat"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    gender = models.CharField(_("płeć"), max_length=8, choices=Gender.choices, blank=True)
    age_group = models.CharField(_("wiek"), max_length=8, choices=AgeGroup.choices, blank=True)
    answers = models.JSONField(_("odpowiedzi"), default=dict, blank=True, editable=False)
    questions = models.ForeignKey(
        "surveys.Version",
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    group_key = models.UUIDField(
        _("zgłoszenie grupowe"), null=True, blank=True, editable=False, db_index=True
    )
    registered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    invitation = models.ForeignKey(
        Invitation, null=True, blank=True, editable=False, on_delete=models.PROTECT
    )
    is_walk_in = models.BooleanField(_("dopisano przy wejściu"), default=False)

    # --- consents, as they were given
    accepts_photos = models.BooleanField(_("zgoda na zdjęcia"), default=False)
    accepts_listing = models.BooleanField(_("zgoda na listę uczestników"), default=False)
    accepted_at = models.DateTimeField(
        _("zapoznano się z informacją o danych"), null=True, blank=True
    )

    reminded_at = models.DateTimeField(null=True, blank=True, editable=False)
    thanked_at = models.DateTimeField(null=True, blank=True, editable=False)
    erased_at = models.DateTimeField(null=True, blank=True, editable=False)
    created_at = models.DateTimeField(_("zapisano"), auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    objects = RegistrationQuerySet.as_manager()

    class Meta:
        verbose_name = _("zgłoszenie uczestnika")
        verbose_name_plural = _("zgłoszenia uczestników")
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["event", "number"], name="registration_number_once"),
            models.UniqueConstraint(
                F("event"),
                Lower("email"),
                Lower("full_name"),
                condition=~Q(state__in=[str(state) for state in ENDED_STATES]) & ~Q(email=""),
                name="person_registers_once",
                violation_error_message=_("Ta osoba jest już zapisana na to wydarzenie."),
            ),
            models.CheckConstraint(
                condition=Q(state=RegistrationState.OFFERED) ^ Q(offer_expires_at__isnull=True),
                name="offer_has_an_end",
            ),
        ]
        indexes = [
            models.Index(fields=["event", "state", "number"], name="registration_event_state"),
            models.Index(fields=["pool", "state"], name="registration_pool_state"),
            models.Index(
                fields=["offer_expires_at"],
                condition=Q(state=RegistrationState.OFFERED),
                name="registration_offers",
            ),
            models.Index(Lower("email"), name="registration_email"),
        ]
        triggers = [
            pgtrigger.FSM(
                name="allowed_registration_states",
                field="state",
                transitions=[(str(m.source), str(m.target)) for m in REGISTRATION_TRANSITIONS],
            ),
            pgtrigger.Trigger(
                name="places_never_exceeded_new",
                operation=pgtrigger.Insert,
                when=pgtrigger.Before,
                condition=pgtrigger.Q(new__state__in=[str(s) for s in HOLDING_STATES]),
                declare=_COUNTS,
                func=_PLACES,
            ),
            pgtrigger.Trigger(
                name="places_never_exceeded",
                operation=pgtrigger.UpdateOf("state", "pool_id"),
                when=pgtrigger.Before,
                condition=pgtrigger.Q(new__state__in=[str(s) for s in HOLDING_STATES])
                & (
                    ~pgtrigger.Q(old__state__in=[str(s) for s in HOLDING_STATES])
                    | pgtrigger.Q(old__pool__df=pgtrigger.F("new__pool"))
                ),
                declare=_COUNTS,
                func=_PLACES,
            ),
        ]

    def __str__(self) -> str:
        return self.full_name

    @property
    def is_alive(self) -> bool:
        """Whether the person still may come."""
        return self.state not in ENDED_STATES

    @property
    def whom(self) -> str:
        """The organization, as lists and badges show it."""
        return self.organization_name or str(self.get_sector_display())


class RegistrationChange(models.Model):
    """One move of a registration. Rows are only ever added."""

    registration = models.ForeignKey(Registration, on_delete=models.CASCADE, related_name="changes")
    source = models.CharField(max_length=12, choices=RegistrationState.choices, blank=True)
    target = models.CharField(max_length=12, choices=RegistrationState.choices)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    reason = models.TextField(_("powód"), blank=True)
    changed_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("zmiana zgłoszenia")
        verbose_name_plural = _("zmiany zgłoszeń")
        ordering = ["changed_at", "pk"]

    def __str__(self) -> str:
        return f"{self.source} → {self.target}"


class Needs(models.Model):
    """Diet and accessibility: data that may tell of health (art. 9 RODO).

    They stand apart from the rest, are seen by fewer people and are erased first.
    """

    registration = models.OneToOneField(
        Registration, on_delete=models.CASCADE, related_name="needs"
    )
    diet = models.CharField(_("dieta"), max_length=16, choices=Diet.choices, blank=True)
    ramp = models.BooleanField(_("wejście bez schodów"), default=False)
    induction_loop = models.BooleanField(_("pętla indukcyjna"), default=False)
    sign_language = models.BooleanField(_("tłumacz polskiego języka migowego"), default=False)
    assistant = models.BooleanField(_("pomoc asystenta"), default=False)
    other = models.TextField(_("inne potrzeby"), blank=True, max_length=1000)

    class Meta:
        verbose_name = _("potrzeby uczestnika")
        verbose_name_plural = _("potrzeby uczestników")

    def __str__(self) -> str:
        return str(self.registration)

    @property
    def words(self) -> list[str]:
        """What is needed, one sentence each."""
        flags = ("ramp", "induction_loop", "sign_language", "assistant")
        named = [
            str(self._meta.get_field(name).verbose_name)  # type: ignore[union-attr]
            for name in flags
            if getattr(self, name)
        ]
        diet = [str(self.get_diet_display())] if self.diet else []
        return [*named, *diet, *([self.other] if self.other else [])]


class SessionSignup(models.Model):
    """A place in a session that has limited places."""

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="signups")
    registration = models.ForeignKey(Registration, on_delete=models.CASCADE, related_name="signups")
    is_waiting = models.BooleanField(_("na liście rezerwowej"), default=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("zapis na sesję")
        verbose_name_plural = _("zapisy na sesje")
        ordering = ["created_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["session", "registration"], name="one_signup")
        ]

    def __str__(self) -> str:
        return f"{self.registration} – {self.session}"
