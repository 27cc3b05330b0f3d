"""Nominations: whom, for what, who asks for it, and whether the nominee agrees."""

from __future__ import annotations

import uuid
from typing import Any

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from awards.models.categories import NominatorKind, NomineeKind
from awards.models.competitions import bodies_of
from awards.models.stages import (
    NOMINATION_MOVES,
    EditionStage,
    NominationState,
)


class Consent(models.TextChoices):
    """Whether the nominee agrees to stand."""

    NOT_ASKED = "not_asked", _("jeszcze nie zapytano")
    ASKED = "asked", _("czeka na odpowiedź")
    GIVEN = "given", _("kandydat się zgadza")
    REFUSED = "refused", _("kandydat odmówił")
    EXPIRED = "expired", _("brak odpowiedzi w terminie")


class NominationChannel(models.TextChoices):
    """How the nomination came."""

    PORTAL = "portal", _("portal")
    PAPER = "paper", _("formularz papierowy")


# A nomination from the portal is taken only while its category takes them, by the database's
# clock; FOR SHARE makes a change of stage wait for submissions in flight. What came on paper in
# time may be entered during the formal check.
_REFUSE_LATE = """
    IF NEW.state = 'submitted' AND (TG_OP = 'INSERT' OR OLD.state = 'draft') THEN
        PERFORM 1 FROM awards_edition edition
            JOIN awards_category category ON category.edition_id = edition.id
            WHERE category.id = NEW.category_id AND (
                (NEW.channel = 'portal' AND edition.stage = 'open'
                    AND edition.closes_at > clock_timestamp()
                    AND (category.closes_on IS NULL OR category.closes_on
                        >= (clock_timestamp() AT TIME ZONE 'Europe/Warsaw')::date))
                OR (NEW.channel = 'paper' AND edition.stage IN ('open', 'checking'))
            )
            FOR SHARE OF edition;
        IF NOT FOUND THEN
            RAISE EXCEPTION 'category % takes no nominations', NEW.category_id
                USING ERRCODE = 'check_violation', CONSTRAINT = 'nomination_in_time';
        END IF;
    END IF;
    RETURN NEW;
"""


class NominationQuerySet(models.QuerySet["Nomination"]):
    """Choices of nominations; visibility lives here and only here."""

    def visible_to(self, user: Any) -> NominationQuerySet:
        """Public nominees for everybody, besides what the person nominated or runs."""
        public = self._public()
        if not user.is_authenticated:
            return self.filter(public)
        if user.is_staff:
            return self.exclude(Q(state=NominationState.DRAFT) & ~Q(created_by=user))
        own = Q(created_by=user) | Q(nominators__user=user)
        office = Q(category__edition__competition__public_body__in=bodies_of(user)) & ~Q(
            state=NominationState.DRAFT
        )
        return self.filter(pk__in=self.model.objects.filter(public | own | office).values("pk"))

    def public(self) -> NominationQuerySet:
        """Nominees that everybody may see: they agreed, passed, and the rules show nominees."""
        return self.filter(self._public())

    def run_by(self, user: Any) -> NominationQuerySet:
        """Submitted nominations to editions of the user's offices."""
        rows = self.exclude(state=NominationState.DRAFT)
        if user.is_staff:
            return rows
        return rows.filter(category__edition__competition__public_body__in=bodies_of(user))

    def standing(self) -> NominationQuerySet:
        """Those that the jury weighs."""
        return self.filter(state=NominationState.ACCEPTED, consent=Consent.GIVEN)

    @staticmethod
    def _public() -> Q:
        return Q(
            state=NominationState.ACCEPTED,
            consent=Consent.GIVEN,
            category__shows_nominees=True,
            category__edition__stage__in=[
                EditionStage.JURY,
                EditionStage.DELIBERATION,
                EditionStage.SEALED,
                EditionStage.PUBLISHED,
            ],
        )


class Nomination(models.Model):
    """One nominee in one category."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    category = models.ForeignKey(
        "awards.Category", models.PROTECT, verbose_name=_("kategoria"), related_name="nominations"
    )
    number = models.PositiveIntegerField(_("numer"), null=True, editable=False)
    state = models.CharField(
        _("stan"),
        max_length=12,
        choices=NominationState.choices,
        default=NominationState.DRAFT,
        editable=False,
    )
    nominee_kind = models.CharField(_("kogo zgłaszasz"), max_length=12, choices=NomineeKind.choices)
    nominee_name = models.CharField(
        _("kandydat"), max_length=200, blank=True, help_text=_("Imię i nazwisko albo nazwa.")
    )
    organization = models.ForeignKey(
        "organizations.Organization",
        models.SET_NULL,
        verbose_name=_("organizacja ze spisu"),
        null=True,
        blank=True,
        related_name="nominations",
    )
    nominee_body = models.ForeignKey(
        "organizations.PublicBody",
        models.SET_NULL,
        verbose_name=_("urząd ze spisu"),
        null=True,
        blank=True,
        related_name="nominations",
    )
    nominee_email = models.EmailField(
        _("e-mail kandydata"),
        blank=True,
        help_text=_("Na ten adres wyślemy prośbę o zgodę. Nie publikujemy go."),
    )
    county = models.ForeignKey(
        "territory.Area",
        models.PROTECT,
        verbose_name=_("powiat"),
        null=True,
        blank=True,
        related_name="+",
    )
    benefit_field = models.ForeignKey(
        "organizations.PublicBenefitField",
        models.PROTECT,
        verbose_name=_("dziedzina"),
        null=True,
        blank=True,
        related_name="+",
    )
    summary = models.CharField(
        _("za co, w dwóch zdaniach"),
        max_length=400,
        blank=True,
        help_text=_("Ten opis pokażemy publicznie, jeżeli kandydat się zgodzi."),
    )
    justification = models.TextField(
        _("uzasadnienie"),
        max_length=8000,
        blank=True,
        help_text=_("Co kandydat zrobił, dla kogo i co się dzięki temu zmieniło. Podaj fakty."),
    )
    website = models.URLField(_("strona lub film o kandydacie"), blank=True)
    answers = models.JSONField(_("odpowiedzi"), default=dict, blank=True)
    photo = models.ForeignKey(
        "documents.StoredFile",
        models.PROTECT,
        verbose_name=_("zdjęcie"),
        null=True,
        blank=True,
        related_name="+",
    )
    channel = models.CharField(
        _("sposób zgłoszenia"),
        max_length=6,
        choices=NominationChannel.choices,
        default=NominationChannel.PORTAL,
        editable=False,
    )
    received_on = models.DateField(_("data wpływu"), null=True, blank=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("kto założył"),
        null=True,
        blank=True,
        related_name="nominations_made",
    )
    consent = models.CharField(
        _("zgoda kandydata"),
        max_length=10,
        choices=Consent.choices,
        default=Consent.NOT_ASKED,
        editable=False,
    )
    consent_asked_at = models.DateTimeField(null=True, editable=False)
    consent_until = models.DateTimeField(null=True, editable=False)
    consent_reminded_at = models.DateTimeField(null=True, editable=False)
    consent_decided_at = models.DateTimeField(null=True, editable=False)
    complete_until = models.DateTimeField(_("uzupełnić do"), null=True, editable=False)
    appeal_until = models.DateTimeField(_("odwołać się do"), null=True, editable=False)
    merged_into = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, editable=False, related_name="merged"
    )
    submitted_at = models.DateTimeField(_("złożono"), null=True, editable=False)
    created_at = models.DateTimeField(_("utworzono"), auto_now_add=True)
    updated_at = models.DateTimeField(_("zmieniono"), auto_now=True)

    objects = NominationQuerySet.as_manager()

    class Meta:
        verbose_name = _("zgłoszenie do nagrody")
        verbose_name_plural = _("zgłoszenia do nagród")
        ordering = ["category", "number", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state=NominationState.DRAFT)
                | (Q(number__isnull=False) & ~Q(nominee_name="") & ~Q(justification="")),
                name="awards_submitted_is_complete",
            ),
            models.CheckConstraint(
                condition=Q(channel=NominationChannel.PORTAL) | Q(received_on__isnull=False),
                name="awards_paper_has_date",
            ),
            models.CheckConstraint(
                condition=~Q(state=NominationState.ACCEPTED) | Q(consent=Consent.GIVEN),
                name="awards_accepted_agreed",
            ),
        ]
        indexes = [
            models.Index(fields=["category", "state", "number"], name="awards_nomination_state"),
            models.Index(fields=["created_by", "-updated_at"], name="awards_nomination_own"),
            models.Index(fields=["organization", "state"], name="awards_nomination_ngo"),
            models.Index(fields=["consent", "consent_until"], name="awards_nomination_consent"),
        ]
        triggers = [
            pgtrigger.FSM(
                name="allowed_nomination_states_only",
                field="state",
                transitions=[(move.source.value, move.target.value) for move in NOMINATION_MOVES],
            ),
            pgtrigger.Trigger(
                name="refuse_late_nomination",
                operation=pgtrigger.Insert | pgtrigger.Update,
                when=pgtrigger.Before,
                func=_REFUSE_LATE,
            ),
        ]

    def __str__(self) -> str:
        return self.nominee_name or gettext("Zgłoszenie bez nazwy")

    def get_absolute_url(self) -> str:
        return reverse("awards:nomination", args=[self.key])

    @classmethod
    def label_of(cls, field: str) -> str:
        """What people call a field."""
        return str(getattr(cls._meta.get_field(field), "verbose_name", field))

    @property
    def edition(self) -> Any:
        """The edition that it belongs to."""
        return self.category.edition

    @property
    def is_draft(self) -> bool:
        """Whether its author is still writing."""
        return self.state == NominationState.DRAFT

    @property
    def is_settled(self) -> bool:
        """Whether nothing more can become of it before the verdict."""
        return self.state in (
            NominationState.REJECTED,
            NominationState.WITHDRAWN,
            NominationState.MERGED,
        )


class Nominator(models.Model):
    """Somebody who stands behind a nomination; the first one wrote it, others joined."""

    nomination = models.ForeignKey(Nomination, models.CASCADE, related_name="nominators")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="nominator_rows",
    )
    name = models.CharField(_("zgłaszający"), max_length=200)
    email = models.EmailField(_("e-mail"), blank=True)
    kind = models.CharField(_("w czyim imieniu"), max_length=12, choices=NominatorKind.choices)
    organization = models.ForeignKey(
        "organizations.Organization",
        models.SET_NULL,
        verbose_name=_("organizacja"),
        null=True,
        blank=True,
        related_name="+",
    )
    statement = models.TextField(_("uzasadnienie"), max_length=4000, blank=True)
    is_first = models.BooleanField(default=False, editable=False)
    thanked_at = models.DateTimeField(null=True, editable=False)
    created_at = models.DateTimeField(_("kiedy"), auto_now_add=True, db_default=Now())

    class Meta:
        verbose_name = _("zgłaszający")
        verbose_name_plural = _("zgłaszający")
        ordering = ["nomination", "-is_first", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["nomination", "user"], name="awards_one_nominator_once"
            ),
            models.UniqueConstraint(
                fields=["nomination"], condition=Q(is_first=True), name="awards_one_first_nominator"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class NominationVersion(models.Model):
    """What a nomination said at a moment: kept at submission and at each completion."""

    nomination = models.ForeignKey(Nomination, models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField(_("wersja"))
    content = models.JSONField(_("treść"))
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    created_at = models.DateTimeField(_("kiedy"), auto_now_add=True)

    class Meta:
        verbose_name = _("wersja zgłoszenia")
        verbose_name_plural = _("wersje zgłoszeń")
        ordering = ["nomination", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["nomination", "number"], name="awards_nomination_version"
            )
        ]

    def __str__(self) -> str:
        return f"{self.nomination} v{self.number}"


class NominationFile(models.Model):
    """An attachment; the jury and the office read it."""

    nomination = models.ForeignKey(Nomination, models.CASCADE, related_name="files")
    file = models.ForeignKey("documents.StoredFile", models.PROTECT, related_name="+")
    created_at = models.DateTimeField(_("dodano"), auto_now_add=True)

    class Meta:
        verbose_name = _("załącznik zgłoszenia")
        verbose_name_plural = _("załączniki zgłoszeń")
        ordering = ["nomination", "pk"]

    def __str__(self) -> str:
        return str(self.file)


class Recommendation(models.Model):
    """A letter of a third person, asked for by a personal link."""

    nomination = models.ForeignKey(Nomination, models.CASCADE, related_name="recommendations")
    name = models.CharField(_("kto poleca"), max_length=160)
    email = models.EmailField(_("e-mail"))
    function = models.CharField(_("funkcja, instytucja"), max_length=200, blank=True)
    text = models.TextField(_("rekomendacja"), max_length=4000, blank=True)
    asked_at = models.DateTimeField(_("poproszono"), auto_now_add=True)
    written_at = models.DateTimeField(_("napisano"), null=True, editable=False)
    declined_at = models.DateTimeField(_("odmówiono"), null=True, editable=False)

    class Meta:
        verbose_name = _("rekomendacja")
        verbose_name_plural = _("rekomendacje")
        ordering = ["nomination", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["nomination", "email"],
                name="awards_one_recommendation",
                violation_error_message=_("Tę osobę już poproszono o rekomendację."),
            )
        ]

    def __str__(self) -> str:
        return self.name


class NominationNote(models.Model):
    """A message kept with the nomination: office and nominator, or within the jury."""

    class Room(models.TextChoices):
        """Who talks."""

        OFFICE = "office", _("urząd i zgłaszający")
        JURY = "jury", _("kapituła")

    nomination = models.ForeignKey(Nomination, models.CASCADE, related_name="notes")
    room = models.CharField(max_length=6, choices=Room.choices)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="nomination_notes"
    )
    is_from_office = models.BooleanField(default=False)
    text = models.TextField(_("wiadomość"), max_length=4000)
    created_at = models.DateTimeField(_("kiedy"), auto_now_add=True)

    class Meta:
        verbose_name = _("wiadomość przy zgłoszeniu")
        verbose_name_plural = _("wiadomości przy zgłoszeniach")
        ordering = ["created_at", "pk"]
        indexes = [models.Index(fields=["nomination", "room", "created_at"], name="awards_notes")]

    def __str__(self) -> str:
        return self.text[:60]
