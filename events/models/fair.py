"""The fair: its plan, the stands on it, exhibitors, load-in and votes."""

from __future__ import annotations

import pgtrigger
from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from events.models.choices import APPLICATION_TRANSITIONS, ApplicationState
from events.models.event import Event
from events.models.registration import Registration


class StandPlan(models.Model):
    """The ground of a fair in metres, and what exhibitors should know."""

    event = models.OneToOneField(Event, on_delete=models.CASCADE, related_name="plan")
    width = models.PositiveSmallIntegerField(
        _("szerokość terenu (m)"),
        default=60,
        validators=[MinValueValidator(5), MaxValueValidator(500)],
    )
    height = models.PositiveSmallIntegerField(
        _("głębokość terenu (m)"),
        default=30,
        validators=[MinValueValidator(5), MaxValueValidator(500)],
    )
    handbook = models.TextField(_("informator dla wystawców"), blank=True)
    drawing = models.TextField(
        _("własny rysunek planu"),
        blank=True,
        editable=False,
        help_text=_("SVG oczyszczony przy wczytaniu; stoiska mają w nim swoje numery."),
    )

    class Meta:
        verbose_name = _("plan targów")
        verbose_name_plural = _("plany targów")

    def __str__(self) -> str:
        return str(self.event)


class Stand(models.Model):
    """A place for one exhibitor; the left upper corner and size in metres."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="stands")
    label = models.CharField(_("numer stoiska"), max_length=8)
    zone = models.CharField(_("strefa"), max_length=60, blank=True)
    x = models.DecimalField(_("od lewej (m)"), max_digits=5, decimal_places=1)
    y = models.DecimalField(_("od góry (m)"), max_digits=5, decimal_places=1)
    width = models.DecimalField(_("szerokość (m)"), max_digits=4, decimal_places=1, default=3)
    depth = models.DecimalField(_("głębokość (m)"), max_digits=4, decimal_places=1, default=2)
    has_power = models.BooleanField(_("prąd"), default=False)

    class Meta:
        verbose_name = _("stoisko")
        verbose_name_plural = _("stoiska")
        ordering = ["label"]
        constraints = [
            models.UniqueConstraint(
                fields=["event", "label"],
                name="stand_label_once",
                violation_error_message=_("Stoisko o tym numerze już jest."),
            ),
            models.CheckConstraint(
                condition=Q(x__gte=0, y__gte=0, width__gt=0, depth__gt=0), name="stand_has_size"
            ),
        ]

    def __str__(self) -> str:
        return self.label


class LoadInSlot(models.Model):
    """When exhibitors may drive up and unload."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="load_in_slots")
    starts_at = models.DateTimeField(_("od"))
    ends_at = models.DateTimeField(_("do"))
    places = models.PositiveSmallIntegerField(
        _("ilu wystawców naraz"), default=5, validators=[MinValueValidator(1)]
    )
    taken = models.PositiveSmallIntegerField(_("zajęte"), default=0, editable=False)

    class Meta:
        verbose_name = _("okno rozładunku")
        verbose_name_plural = _("okna rozładunku")
        ordering = ["starts_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")),
                name="load_in_ends_after_start",
                violation_error_message=_("Koniec musi być po początku."),
            ),
            models.CheckConstraint(
                condition=Q(taken__lte=F("places")),
                name="load_in_never_exceeded",
                violation_error_message=_("Zapisało się już więcej wystawców."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.starts_at:%H:%M}–{self.ends_at:%H:%M}"


class ExhibitorQuerySet(models.QuerySet["Exhibitor"]):
    """Common choices of exhibitors."""

    def accepted(self) -> ExhibitorQuerySet:
        """Those who come."""
        return self.filter(state=ApplicationState.ACCEPTED)


class Exhibitor(models.Model):
    """An organization's application for a stand, and its stand page when accepted."""

    event = models.ForeignKey(
        Event, on_delete=models.CASCADE, related_name="exhibitors", verbose_name=_("wydarzenie")
    )
    organization = models.ForeignKey(
        "organizations.Organization",
        verbose_name=_("organizacja"),
        on_delete=models.PROTECT,
        related_name="exhibitions",
    )
    state = models.CharField(
        _("stan"),
        max_length=12,
        choices=ApplicationState.choices,
        default=ApplicationState.SUBMITTED,
        editable=False,
    )
    offer = models.TextField(
        _("co pokażecie"),
        max_length=2000,
        help_text=_("Ten tekst zobaczą odwiedzający na stronie stoiska."),
    )
    needs_table = models.BooleanField(_("potrzebny stół i krzesła"), default=True)
    needs_power = models.BooleanField(_("potrzebny prąd"), default=False)
    space = models.DecimalField(
        _("powierzchnia (m²)"),
        max_digits=4,
        decimal_places=1,
        default=6,
        validators=[MinValueValidator(1), MaxValueValidator(100)],
    )
    equipment = models.TextField(_("własne sprzęty i materiały"), blank=True, max_length=1000)
    people = models.TextField(_("kto będzie na stoisku"), max_length=1000)
    contact_phone = models.CharField(_("telefon na dzień targów"), max_length=40)
    score = models.PositiveSmallIntegerField(
        _("ocena według kryteriów (0–100)"),
        null=True,
        blank=True,
        validators=[MaxValueValidator(100)],
    )
    decision_note = models.TextField(_("uzasadnienie decyzji"), blank=True)
    stand = models.OneToOneField(
        Stand,
        verbose_name=_("stoisko"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="exhibitor",
    )
    load_in = models.ForeignKey(
        LoadInSlot,
        verbose_name=_("rozładunek"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="exhibitors",
    )
    vote_count = models.PositiveIntegerField(_("głosy"), default=0, editable=False)
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("zgłoszone przez"),
    )
    submitted_at = models.DateTimeField(_("złożono"), auto_now_add=True)
    decided_at = models.DateTimeField(_("rozstrzygnięto"), null=True, editable=False)

    objects = ExhibitorQuerySet.as_manager()

    class Meta:
        verbose_name = _("wystawca")
        verbose_name_plural = _("wystawcy")
        ordering = ["submitted_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["event", "organization"],
                condition=~Q(state=ApplicationState.WITHDRAWN),
                name="organization_exhibits_once",
                violation_error_message=_("Ta organizacja już zgłosiła stoisko."),
            ),
            models.CheckConstraint(
                condition=Q(stand__isnull=True) | Q(state=ApplicationState.ACCEPTED),
                name="stand_for_accepted_only",
            ),
        ]
        indexes = [models.Index(fields=["event", "state"], name="exhibitor_event_state")]
        triggers = [
            pgtrigger.FSM(
                name="allowed_exhibitor_states",
                field="state",
                transitions=[(str(m.source), str(m.target)) for m in APPLICATION_TRANSITIONS],
            )
        ]

    def __str__(self) -> str:
        return str(self.organization)


class StandVote(models.Model):
    """A visitor's vote for the best stand: one for each ticket."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="stand_votes")
    registration = models.OneToOneField(
        Registration, on_delete=models.CASCADE, related_name="stand_vote"
    )
    exhibitor = models.ForeignKey(Exhibitor, on_delete=models.CASCADE, related_name="votes")
    voted_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("głos na stoisko")
        verbose_name_plural = _("głosy na stoiska")

    def __str__(self) -> str:
        return f"{self.exhibitor}"
