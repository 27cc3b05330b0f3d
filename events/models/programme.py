"""The programme: rooms, tracks, sessions, people, and its published versions."""

from __future__ import annotations

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from events.models.choices import PersonRole, SessionKind, SessionLanguage
from events.models.event import Event


class Room(models.Model):
    """A place where sessions are held."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="rooms")
    name = models.CharField(_("nazwa sali lub sceny"), max_length=100)
    capacity = models.PositiveIntegerField(_("liczba miejsc"), null=True, blank=True)
    accessibility = models.CharField(_("dostępność"), max_length=200, blank=True)
    position = models.PositiveSmallIntegerField(_("kolejność"), default=0)

    class Meta:
        verbose_name = _("sala")
        verbose_name_plural = _("sale")
        ordering = ["position", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["event", "name"],
                name="room_name_once_in_event",
                violation_error_message=_("Sala o tej nazwie już jest."),
            )
        ]

    def __str__(self) -> str:
        return self.name


class Track(models.Model):
    """A thread of the programme."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="tracks")
    name = models.CharField(_("nazwa ścieżki"), max_length=100)
    position = models.PositiveSmallIntegerField(_("kolejność"), default=0)

    class Meta:
        verbose_name = _("ścieżka")
        verbose_name_plural = _("ścieżki")
        ordering = ["position", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["event", "name"],
                name="track_name_once_in_event",
                violation_error_message=_("Ścieżka o tej nazwie już jest."),
            )
        ]

    def __str__(self) -> str:
        return self.name


class Speaker(models.Model):
    """A person of the programme."""

    event = models.ForeignKey(
        Event, on_delete=models.CASCADE, related_name="speakers", verbose_name=_("wydarzenie")
    )
    name = models.CharField(_("imię i nazwisko"), max_length=120)
    affiliation = models.CharField(_("organizacja lub funkcja"), max_length=200, blank=True)
    bio = models.TextField(_("kilka słów o osobie"), blank=True)
    organization = models.ForeignKey(
        "organizations.Organization",
        verbose_name=_("organizacja w spisie"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    email = models.EmailField(
        _("e-mail"), blank=True, help_text=_("Nie pokazujemy go; służy do powiadomień.")
    )
    not_before = models.DateTimeField(_("może od"), null=True, blank=True)
    not_after = models.DateTimeField(_("może do"), null=True, blank=True)

    class Meta:
        verbose_name = _("osoba w programie")
        verbose_name_plural = _("osoby w programie")
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["event", "name"],
                name="speaker_name_once_in_event",
                violation_error_message=_("Ta osoba już jest w programie."),
            )
        ]

    def __str__(self) -> str:
        return self.name


class Session(models.Model):
    """A part of the programme, as the organiser works on it."""

    event = models.ForeignKey(
        Event, on_delete=models.CASCADE, related_name="sessions", verbose_name=_("wydarzenie")
    )
    title = models.CharField(_("tytuł"), max_length=250)
    kind = models.CharField(
        _("forma"), max_length=16, choices=SessionKind.choices, default=SessionKind.TALK
    )
    abstract = models.TextField(_("opis"), blank=True)
    language = models.CharField(
        _("język"),
        max_length=3,
        choices=SessionLanguage.choices,
        default=SessionLanguage.POLISH,
    )
    room = models.ForeignKey(
        Room,
        verbose_name=_("sala"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="sessions",
    )
    track = models.ForeignKey(
        Track,
        verbose_name=_("ścieżka"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="sessions",
    )
    starts_at = models.DateTimeField(_("początek"), null=True, blank=True)
    ends_at = models.DateTimeField(_("koniec"), null=True, blank=True)
    capacity = models.PositiveIntegerField(
        _("zapisy na sesję: liczba miejsc"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(10_000)],
        help_text=_("Puste: wstęp wolny, bez zapisów na tę sesję."),
    )
    stream_url = models.URLField(_("transmisja"), blank=True)
    taken = models.PositiveIntegerField(_("zajęte"), default=0, editable=False)
    guid = models.UUIDField(_("identyfikator"), editable=False, null=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("sesja")
        verbose_name_plural = _("sesje")
        ordering = [F("starts_at").asc(nulls_last=True), "room__position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(starts_at__isnull=True, ends_at__isnull=True)
                | Q(ends_at__gt=F("starts_at")),
                name="session_ends_after_start",
                violation_error_message=_("Podaj początek i późniejszy koniec albo żadnego."),
            ),
            models.CheckConstraint(
                condition=Q(capacity__isnull=True) | Q(taken__lte=F("capacity")),
                name="session_places_never_exceeded",
                violation_error_message=_("Zapisało się już więcej osób."),
            ),
            models.UniqueConstraint(fields=["event", "guid"], name="session_guid_once_in_event"),
        ]
        indexes = [models.Index(fields=["event", "starts_at"], name="session_event_starts")]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("events:session", args=[self.event.slug, self.pk])

    @property
    def minutes(self) -> int:
        """How long it takes; three quarters of an hour until somebody decides."""
        if self.starts_at is None or self.ends_at is None:
            return 45
        return int((self.ends_at - self.starts_at).total_seconds() // 60)

    @property
    def has_signup(self) -> bool:
        """Whether people sign up for this part."""
        return self.capacity is not None


class SessionPerson(models.Model):
    """Who does what in a session."""

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="people")
    speaker = models.ForeignKey(
        Speaker, verbose_name=_("osoba"), on_delete=models.CASCADE, related_name="parts"
    )
    role = models.CharField(
        _("rola"), max_length=12, choices=PersonRole.choices, default=PersonRole.SPEAKER
    )
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("udział w sesji")
        verbose_name_plural = _("udział w sesjach")
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["session", "speaker"], name="person_once_in_session")
        ]

    def __str__(self) -> str:
        return f"{self.speaker} – {self.session}"


class ProgrammeVersion(models.Model):
    """The programme as it was published: everybody reads this, the organiser works on rows.

    ``content`` is what ``domain.programme.content_of`` gives; readers need one query for it.
    """

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="programme_versions")
    number = models.PositiveIntegerField(_("numer"))
    content = models.JSONField(_("treść"))
    note = models.TextField(_("co się zmieniło"), blank=True)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    published_at = models.DateTimeField(_("ogłoszono"), auto_now_add=True)

    class Meta:
        verbose_name = _("wersja programu")
        verbose_name_plural = _("wersje programu")
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["event", "number"], name="programme_number_once")
        ]

    def __str__(self) -> str:
        return f"{self.event} ({self.number})"


class SessionStar(models.Model):
    """A session that a person put into their own programme."""

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="stars")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="starred_sessions"
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("wybrana sesja")
        verbose_name_plural = _("wybrane sesje")
        constraints = [models.UniqueConstraint(fields=["user", "session"], name="one_star")]

    def __str__(self) -> str:
        return f"{self.user} – {self.session}"


class Material(models.Model):
    """A file or a link for participants: slides, handouts, recordings, photos."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="materials")
    session = models.ForeignKey(
        Session,
        verbose_name=_("sesja"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="materials",
    )
    title = models.CharField(_("tytuł"), max_length=200)
    file = models.ForeignKey(
        "documents.StoredFile",
        verbose_name=_("plik"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    url = models.URLField(_("odnośnik"), blank=True)
    is_photo = models.BooleanField(_("zdjęcie do galerii"), default=False)
    people_consented = models.BooleanField(
        _("osoby na zdjęciu zgodziły się na publikację"),
        default=False,
        help_text=_("Kto się nie zgodził, ma na identyfikatorze napis „bez zdjęć”."),
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("materiał")
        verbose_name_plural = _("materiały")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(file__isnull=False) | ~Q(url=""),
                name="material_has_something",
                violation_error_message=_("Dodaj plik albo odnośnik."),
            ),
            models.CheckConstraint(
                condition=Q(is_photo=False) | Q(people_consented=True),
                name="photo_with_consent",
                violation_error_message=_(
                    "Zdjęcie pokażemy, gdy potwierdzisz zgodę osób, które na nim są."
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.title
