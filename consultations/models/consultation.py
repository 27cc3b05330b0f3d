"""The consultation itself: what is consulted, by whom, when and how."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Any

import pghistory
import pgtrigger
from django.apps import apps
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from consultations.models.stages import PUBLIC_STAGES, TRANSITIONS, Stage

if TYPE_CHECKING:
    from consultations.models.drafts import Provision


class ConsultationKind(models.TextChoices):
    """What is consulted; kinds carry their own checklist in ``domain.checklist``."""

    ASSUMPTIONS = "assumptions", _("założenia projektu")
    NORMATIVE_ACT = "normative_act", _("projekt aktu normatywnego")
    PROGRAMME = "programme", _("program współpracy")
    STRATEGY = "strategy", _("strategia lub polityka")
    STANDARD = "standard", _("standard współpracy")


class Mode(models.TextChoices):
    """Modes of the region's regulations (resolution 5785/2014 of the voivodeship board)."""

    BASIC = "basic", _("podstawowy (pisemne uwagi)")
    EXTENDED = "extended", _("rozszerzony (także spotkania, debaty, warsztaty)")


class ModeOrigin(models.TextChoices):
    """Who chose the mode."""

    BOARD = "board", _("zarząd (kierownictwo urzędu)")
    COUNCIL = "council", _("na wniosek rady działalności pożytku publicznego")


class Participation(models.TextChoices):
    """Who may remark."""

    PUBLIC = "public", _("każda osoba z kontem")
    NGO_ONLY = "ngo_only", _("tylko przedstawiciele organizacji")


class Identity(models.TextChoices):
    """How authors are shown to the public."""

    NAMES = "names", _("imię i nazwisko lub nazwa organizacji")
    PSEUDONYMS = "pseudonyms", _("osoby prywatne pod pseudonimem, organizacje z nazwy")


class ConsultationQuerySet(models.QuerySet["Consultation"]):
    """Choices of consultations; visibility lives here and only here."""

    def visible_to(self, user: Any) -> ConsultationQuerySet:
        """Public stages for everybody; drafts only for officials of the body and staff."""
        if user.is_authenticated and user.is_staff:
            return self
        public = Q(stage__in=PUBLIC_STAGES)
        if not user.is_authenticated:
            return self.filter(public)
        return self.filter(public | Q(public_body__in=_bodies_of(user)))

    def run_by(self, user: Any) -> ConsultationQuerySet:
        """Consultations that the user's offices conduct."""
        return self.filter(public_body__in=_bodies_of(user))


def _bodies_of(user: Any) -> Any:
    return user.publicbodymemberships.filter(is_active=True).values("public_body")


# "Nothing can be closed with an unanswered remark": held by the database as well, so that no
# admin action, script or race can publish results without every answer.
_REFUSE_UNANSWERED = """
    IF EXISTS (
        SELECT 1 FROM consultations_remark remark
        LEFT JOIN consultations_position position ON position.remark_id = remark.id
        WHERE remark.consultation_id = NEW.id AND remark.state = 'submitted'
            AND (position.id IS NULL OR position.state <> 'approved')
    ) THEN
        RAISE EXCEPTION 'consultation % has unanswered remarks', NEW.id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'all_remarks_answered';
    END IF;
    RETURN NEW;
"""

# The row of the present round always has the dates of its consultation: whatever moves them
# (a form, an extension, an admin action) moves the round too.
_KEEP_ROUND = """
    INSERT INTO consultations_consultationround
        (consultation_id, number, opens_on, closes_on, opens_at, closes_at)
    VALUES (NEW.id, NEW.round_number, NEW.opens_on, NEW.closes_on, NEW.opens_at, NEW.closes_at)
    ON CONFLICT (consultation_id, number) DO UPDATE SET
        opens_on = EXCLUDED.opens_on, closes_on = EXCLUDED.closes_on,
        opens_at = EXCLUDED.opens_at, closes_at = EXCLUDED.closes_at;
    RETURN NULL;
"""


@pghistory.track(exclude=["updated_at", "last_remark_number"])
class Consultation(models.Model):
    """A consultation under art. 5 of the Act of 24 April 2003 on public benefit activity."""

    title = models.CharField(
        _("tytuł"),
        max_length=300,
        help_text=_("Pełny tytuł, np. „Projekt uchwały w sprawie…”"),
    )
    slug = models.SlugField(_("adres strony"), max_length=100, unique=True, editable=False)
    kind = models.CharField(_("co konsultujemy"), max_length=16, choices=ConsultationKind.choices)
    mode = models.CharField(_("tryb"), max_length=10, choices=Mode.choices, default=Mode.BASIC)
    mode_origin = models.CharField(
        _("kto wybrał tryb"), max_length=8, choices=ModeOrigin.choices, default=ModeOrigin.BOARD
    )
    participation = models.CharField(
        _("kto może zgłaszać uwagi"),
        max_length=10,
        choices=Participation.choices,
        default=Participation.PUBLIC,
    )
    identity = models.CharField(
        _("podpis pod uwagami"),
        max_length=12,
        choices=Identity.choices,
        default=Identity.NAMES,
    )
    approval_by_another = models.BooleanField(
        _("stanowiska zatwierdza inna osoba niż ta, która je przygotowała"), default=False
    )
    round_number = models.PositiveSmallIntegerField(_("tura"), default=1, editable=False)
    public_body = models.ForeignKey(
        "organizations.PublicBody",
        verbose_name=_("urząd"),
        on_delete=models.PROTECT,
        related_name="consultations",
    )
    unit = models.CharField(
        _("komórka odpowiedzialna"), max_length=200, help_text=_("Departament, wydział lub biuro.")
    )
    legal_basis = models.TextField(
        _("podstawa prawna"),
        help_text=_("Np. art. 5 ustawy o działalności pożytku publicznego i o wolontariacie."),
    )
    summary = models.TextField(
        _("o co chodzi, prostymi słowami"),
        help_text=_("Czego dotyczy projekt, kogo zmieni i o czym jeszcze można zdecydować."),
    )
    contact_name = models.CharField(_("osoba do kontaktu"), max_length=120)
    contact_email = models.EmailField(_("e-mail do kontaktu"))
    contact_phone = models.CharField(_("telefon do kontaktu"), max_length=40, blank=True)
    opens_on = models.DateField(_("początek konsultacji"))
    closes_on = models.DateField(
        _("koniec konsultacji"), help_text=_("Uwagi można składać do 23:59:59 tego dnia.")
    )
    opens_at = models.DateTimeField(editable=False)
    closes_at = models.DateTimeField(editable=False)  # exclusive
    stage = models.CharField(
        _("etap"), max_length=12, choices=Stage.choices, default=Stage.DRAFT, editable=False
    )
    current_version = models.ForeignKey(
        "consultations.DraftVersion",
        verbose_name=_("obowiązująca wersja projektu"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    last_remark_number = models.PositiveIntegerField(default=0, editable=False)
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

    objects = ConsultationQuerySet.as_manager()

    class Meta:
        verbose_name = _("konsultacje")
        verbose_name_plural = _("konsultacje")
        ordering = ["-opens_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(closes_on__gte=F("opens_on")),
                name="consultation_dates_in_order",
                violation_error_message=_("Koniec konsultacji nie może być przed początkiem."),
            ),
            models.CheckConstraint(
                condition=Q(closes_at__gt=F("opens_at")), name="consultation_moments_in_order"
            ),
        ]
        indexes = [
            models.Index(fields=["stage", "closes_at"], name="consultation_stage_closes"),
            models.Index(fields=["public_body", "-opens_at"], name="consultation_body_opens"),
            models.Index(fields=["kind", "-opens_at"], name="consultation_kind_opens"),
            models.Index(fields=["-opens_at", "-id"], name="consultation_newest"),
        ]
        triggers = [
            pgtrigger.FSM(
                name="allowed_stages_only",
                field="stage",
                transitions=[(move.source.value, move.target.value) for move in TRANSITIONS],
            ),
            pgtrigger.Trigger(
                name="refuse_unanswered",
                operation=pgtrigger.UpdateOf("stage"),
                when=pgtrigger.Before,
                condition=pgtrigger.Q(new__stage=Stage.PUBLISHED)
                & ~pgtrigger.Q(old__stage=Stage.PUBLISHED),
                func=_REFUSE_UNANSWERED,
            ),
            pgtrigger.Trigger(
                name="keep_round",
                operation=pgtrigger.Insert
                | pgtrigger.UpdateOf(
                    "round_number", "opens_on", "closes_on", "opens_at", "closes_at"
                ),
                when=pgtrigger.After,
                func=_KEEP_ROUND,
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Moments always follow the dates that people see."""
        self.opens_at = start_of_day(self.opens_on)
        self.closes_at = start_of_day(self.closes_on + timedelta(days=1))
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return reverse("consultations:detail", args=[self.slug])

    def units(self) -> models.QuerySet[Provision]:
        """Units of the text in force, in reading order; none while there is no draft."""
        provisions = apps.get_model("consultations", "Provision").objects
        return provisions.filter(version=self.current_version_id).order_by("position")

    @property
    def is_open(self) -> bool:
        """Whether remarks are taken now, by this process's clock; the database decides."""
        return self.stage == Stage.OPEN and timezone.now() < self.closes_at

    @property
    def days_left(self) -> int:
        """Whole calendar days until the last day, 0 on that day; negative when over."""
        return (self.closes_on - timezone.localdate()).days


def start_of_day(day: Any) -> datetime:
    """Midnight in Warsaw that begins ``day``."""
    return timezone.make_aware(datetime.combine(day, time.min), timezone.get_default_timezone())
