"""Closed lists that describe events, people and stands."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _


class EventKind(models.TextChoices):
    """What people come to."""

    FORUM = "forum", _("forum")
    FAIR = "fair", _("targi")
    CONFERENCE = "conference", _("konferencja")
    TRAINING = "training", _("szkolenie")
    INFORMATION_MEETING = "information", _("spotkanie informacyjne")
    CONSULTATION_MEETING = "consultation", _("spotkanie konsultacyjne")
    GALA = "gala", _("gala")
    WORKING_MEETING = "working", _("spotkanie robocze")


class EventMode(models.TextChoices):
    """Where people take part."""

    ON_SITE = "on_site", _("na miejscu")
    ONLINE = "online", _("przez internet")
    HYBRID = "hybrid", _("na miejscu i przez internet")


class EventStage(models.TextChoices):
    """Where an event stands; that it is over follows from the clock."""

    DRAFT = "draft", _("w przygotowaniu")
    PUBLISHED = "published", _("ogłoszone")
    CANCELLED = "cancelled", _("odwołane")


@dataclass(frozen=True, slots=True)
class Transition:
    """One allowed move of a stage machine."""

    source: str
    target: str
    needs_reason: bool = False


EVENT_TRANSITIONS: tuple[Transition, ...] = (
    Transition(EventStage.DRAFT, EventStage.PUBLISHED),
    Transition(EventStage.PUBLISHED, EventStage.DRAFT, needs_reason=True),
    Transition(EventStage.PUBLISHED, EventStage.CANCELLED, needs_reason=True),
)


class RegistrationMode(models.TextChoices):
    """How people come onto the list."""

    NONE = "none", _("bez zapisów, wstęp wolny")
    OPEN = "open", _("otwarte zapisy")
    APPROVAL = "approval", _("zapisy zatwierdza organizator")
    INVITATION = "invitation", _("tylko z kodem zaproszenia")


class Sector(models.TextChoices):
    """The side from which a person comes; pools of places are kept by it."""

    NGO = "ngo", _("organizacja pozarządowa")
    ADMINISTRATION = "administration", _("administracja publiczna")
    CITIZEN = "citizen", _("osoba prywatna")


class Gender(models.TextChoices):
    """Asked only when the funder counts it."""

    WOMAN = "woman", _("kobieta")
    MAN = "man", _("mężczyzna")
    OTHER = "other", _("inna lub wolę nie podawać")


class AgeGroup(models.TextChoices):
    """Asked only when the funder counts it."""

    UNDER_18 = "0-17", _("do 17 lat")
    TO_29 = "18-29", _("18–29 lat")
    TO_49 = "30-49", _("30–49 lat")
    TO_64 = "50-64", _("50–64 lata")
    SENIOR = "65+", _("65 lat i więcej")


class Diet(models.TextChoices):
    """What people eat."""

    ANY = "", _("bez szczególnych wymagań")
    VEGETARIAN = "vegetarian", _("wegetariańska")
    VEGAN = "vegan", _("wegańska")
    GLUTEN_FREE = "gluten_free", _("bezglutenowa")
    LACTOSE_FREE = "lactose_free", _("bez laktozy")
    OTHER = "other", _("inna (opisz poniżej)")


class RegistrationState(models.TextChoices):
    """Where a person's registration stands."""

    PENDING = "pending", _("czeka na zatwierdzenie")
    CONFIRMED = "confirmed", _("miejsce potwierdzone")
    WAITING = "waiting", _("na liście rezerwowej")
    OFFERED = "offered", _("miejsce czeka na potwierdzenie")
    LAPSED = "lapsed", _("miejsca nie potwierdzono w terminie")
    CANCELLED = "cancelled", _("rezygnacja")
    REJECTED = "rejected", _("odmowa")


# States that take a place.
HOLDING_STATES = (RegistrationState.CONFIRMED, RegistrationState.OFFERED)
# States after which nothing more is expected.
ENDED_STATES = (
    RegistrationState.LAPSED,
    RegistrationState.CANCELLED,
    RegistrationState.REJECTED,
)

_R = RegistrationState
REGISTRATION_TRANSITIONS: tuple[Transition, ...] = (
    Transition(_R.PENDING, _R.CONFIRMED),
    Transition(_R.PENDING, _R.WAITING),
    Transition(_R.PENDING, _R.REJECTED, needs_reason=True),
    Transition(_R.PENDING, _R.CANCELLED),
    Transition(_R.WAITING, _R.OFFERED),
    Transition(_R.WAITING, _R.CONFIRMED),
    Transition(_R.WAITING, _R.CANCELLED),
    Transition(_R.OFFERED, _R.CONFIRMED),
    Transition(_R.OFFERED, _R.LAPSED),
    Transition(_R.OFFERED, _R.CANCELLED),
    Transition(_R.LAPSED, _R.WAITING),
    Transition(_R.LAPSED, _R.CANCELLED),
    Transition(_R.CONFIRMED, _R.CANCELLED),
)


class SessionKind(models.TextChoices):
    """The form of a part of the programme."""

    TALK = "talk", _("wystąpienie")
    PANEL = "panel", _("debata")
    WORKSHOP = "workshop", _("warsztat")
    PRESENTATION = "presentation", _("prezentacja")
    CEREMONY = "ceremony", _("uroczystość")
    PERFORMANCE = "performance", _("występ na scenie")
    BREAK = "break", _("przerwa")


class SessionLanguage(models.TextChoices):
    """The language that is spoken."""

    POLISH = "pl", _("polski")
    ENGLISH = "en", _("angielski")
    GERMAN = "de", _("niemiecki")
    UKRAINIAN = "uk", _("ukraiński")
    CZECH = "cs", _("czeski")
    SIGN = "pjm", _("polski język migowy")


class PersonRole(models.TextChoices):
    """What a person does in a session."""

    SPEAKER = "speaker", _("prelegent(-ka)")
    MODERATOR = "moderator", _("prowadzący(-a)")


class TeamRole(models.TextChoices):
    """What a member of the team may do."""

    MANAGER = "manager", _("kierownik wydarzenia")
    PROGRAMME = "programme", _("program i prelegenci")
    PARTICIPANTS = "participants", _("uczestnicy i wiadomości")
    DOOR = "door", _("wejście i obecność")


class ApplicationState(models.TextChoices):
    """Where an exhibitor's application or a proposal stands."""

    SUBMITTED = "submitted", _("złożone")
    ACCEPTED = "accepted", _("przyjęte")
    REJECTED = "rejected", _("odrzucone")
    WITHDRAWN = "withdrawn", _("wycofane")


APPLICATION_TRANSITIONS: tuple[Transition, ...] = (
    Transition(ApplicationState.SUBMITTED, ApplicationState.ACCEPTED),
    Transition(ApplicationState.SUBMITTED, ApplicationState.REJECTED, needs_reason=True),
    Transition(ApplicationState.SUBMITTED, ApplicationState.WITHDRAWN),
    Transition(ApplicationState.ACCEPTED, ApplicationState.WITHDRAWN),
    Transition(ApplicationState.REJECTED, ApplicationState.SUBMITTED),
)


class MailGroup(models.TextChoices):
    """Who gets a letter of the organiser."""

    CONFIRMED = "confirmed", _("osoby z miejscem")
    WAITING = "waiting", _("lista rezerwowa")
    PENDING = "pending", _("czekający na zatwierdzenie")
    PRESENT = "present", _("obecni")
    ABSENT = "absent", _("nieobecni mimo zapisu")
    EXHIBITORS = "exhibitors", _("wystawcy")
    SPEAKERS = "speakers", _("prelegenci")
    ALL = "all", _("wszyscy zapisani (bez rezygnacji)")
