"""The standard itself: what it is about, who keeps it, and where on the road it stands."""

from __future__ import annotations

from typing import Any

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from standards.models.road import TRANSITIONS, WITH_ADOPTED_TEXT, Stage


class Subject(models.TextChoices):
    """What a standard orders; the first four are those of the region's project."""

    CONSULTING = "consulting", _("konsultowanie projektów aktów")
    PUBLIC_TASKS = "public_tasks", _("zlecanie zadań publicznych i formy finansowe")
    PARTNERSHIP = "partnership", _("partnerstwo w zadaniach publicznych")
    RCOP = "rcop", _("regionalne centrum organizacji pozarządowych")
    INITIATIVES = "initiatives", _("wspieranie inicjatyw mieszkańców i organizacji")
    INTEGRATION = "integration", _("integracja sektora: sieci i federacje")
    OTHER = "other", _("inny przedmiot")


class StandardQuerySet(models.QuerySet["Standard"]):
    """Choices of standards; visibility lives here and only here."""

    def visible_to(self, user: Any) -> StandardQuerySet:
        """Listed ones for everybody; others for the office, the team and administrators."""
        if user.is_authenticated and user.is_staff:
            return self
        listed = Q(is_listed=True)
        if not user.is_authenticated:
            return self.filter(listed)
        offices = user.publicbodymemberships.filter(is_active=True).values("public_body")
        groups = user.group_seats.current().values("group")
        return self.filter(listed | Q(public_body__in=offices) | Q(group__in=groups))

    def in_force(self) -> StandardQuerySet:
        """Those that offices may adopt."""
        return self.filter(stage__in=WITH_ADOPTED_TEXT).exclude(
            stage__in=[Stage.REPLACED, Stage.REPEALED]
        )


def _needed_evidence() -> str:
    rows = (
        f"('{move.source.value}', '{move.target.value}', '{move.evidence.value}')"
        for move in TRANSITIONS
        if move.evidence
    )
    return ", ".join(rows)


# "Cannot be passed without": held here, so that no admin action, script or race can pass a step
# whose evidence is missing, out of date, or says too little (a consultation that still runs, a
# training without participants).
_REFUSE_WITHOUT_EVIDENCE = f"""
    SELECT kind INTO needed FROM (VALUES {_needed_evidence()}) AS road (source, target, kind)
        WHERE road.source = OLD.stage AND road.target = NEW.stage;
    IF needed IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM standards_evidence evidence
        WHERE evidence.standard_id = NEW.id AND evidence.kind = needed
            AND evidence.superseded_at IS NULL
            AND (needed <> 'consultation' OR EXISTS (
                SELECT 1 FROM consultations_consultation consultation
                WHERE consultation.id = evidence.consultation_id
                    AND consultation.stage IN ('published', 'archived')))
            AND (needed <> 'training' OR EXISTS (
                SELECT 1 FROM standards_trainingattendance attendance
                WHERE attendance.training_id = evidence.training_id AND attendance.people > 0))
    ) THEN
        RAISE EXCEPTION 'standard % has no evidence of %', NEW.id, needed
            USING ERRCODE = 'check_violation', CONSTRAINT = 'step_has_evidence';
    END IF;
    RETURN NEW;
"""  # noqa: S608 (made of the table of transitions alone)


@pghistory.track(exclude=["updated_at"])
class Standard(models.Model):
    """A cooperation standard on its way from a team to every county."""

    title = models.CharField(
        _("nazwa"), max_length=200, help_text=_("Np. „Standard konsultowania aktów”.")
    )
    slug = models.SlugField(_("adres strony"), max_length=100, unique=True, editable=False)
    subject = models.CharField(_("przedmiot"), max_length=16, choices=Subject.choices)
    summary = models.TextField(
        _("w jednym zdaniu"),
        max_length=400,
        help_text=_("Co ten standard zmienia dla organizacji i urzędów."),
    )
    plain_language = models.TextField(
        _("standard prostymi słowami"),
        blank=True,
        help_text=_(
            "Dla osób, które nie czytają uchwał: co robi urząd, co organizacja, czego można żądać. "
            "Wiersz zaczynający się od „# ” jest nagłówkiem, od „- ” punktem listy."
        ),
    )
    public_body = models.ForeignKey(
        "organizations.PublicBody",
        verbose_name=_("urząd prowadzący"),
        on_delete=models.PROTECT,
        related_name="standards",
    )
    group = models.ForeignKey(
        "standards.WorkingGroup",
        verbose_name=_("zespół"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="standards",
    )
    stage = models.CharField(
        _("etap"), max_length=12, choices=Stage.choices, default=Stage.PLANNED, editable=False
    )
    is_listed = models.BooleanField(
        _("widoczny publicznie"),
        default=True,
        help_text=_("Niewidoczny standard widzą tylko urząd i zespół."),
    )
    adopted_text = models.ForeignKey(
        "consultations.DraftVersion",
        verbose_name=_("tekst przyjęty"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
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

    objects = StandardQuerySet.as_manager()

    class Meta:
        verbose_name = _("standard")
        verbose_name_plural = _("standardy")
        ordering = ["title", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(adopted_text__isnull=True) | Q(stage__in=WITH_ADOPTED_TEXT),
                name="standard_adopted_text_when_adopted",
            ),
        ]
        indexes = [
            models.Index(fields=["stage", "title"], name="standard_stage_title"),
            models.Index(fields=["public_body", "title"], name="standard_body_title"),
        ]
        triggers = [
            pgtrigger.FSM(
                name="allowed_stages_only",
                field="stage",
                transitions=[(move.source.value, move.target.value) for move in TRANSITIONS],
            ),
            pgtrigger.Trigger(
                name="begins_as_planned",
                operation=pgtrigger.Insert,
                when=pgtrigger.Before,
                condition=~pgtrigger.Q(new__stage=Stage.PLANNED),
                func="""
                    RAISE EXCEPTION 'a standard begins its road as planned'
                        USING ERRCODE = 'check_violation', CONSTRAINT = 'step_has_evidence';
                """,
            ),
            pgtrigger.Trigger(
                name="step_has_evidence",
                operation=pgtrigger.UpdateOf("stage"),
                when=pgtrigger.Before,
                declare=[("needed", "TEXT")],
                condition=pgtrigger.Q(old__stage__df=pgtrigger.F("new__stage")),
                func=_REFUSE_WITHOUT_EVIDENCE,
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("standards:detail", args=[self.slug])


class StepPlan(models.Model):
    """When a step is due; a step that is late shows it to everybody."""

    standard = models.ForeignKey(Standard, on_delete=models.CASCADE, related_name="plans")
    stage = models.CharField(_("krok"), max_length=12, choices=Stage.choices)
    due_on = models.DateField(_("termin"))
    reminded_on = models.DateField(_("przypomniano"), null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("termin kroku")
        verbose_name_plural = _("terminy kroków")
        ordering = ["due_on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["standard", "stage"], name="one_plan_of_step"),
        ]
        indexes = [models.Index(fields=["due_on"], name="step_plan_due")]

    def __str__(self) -> str:
        return f"{self.get_stage_display()}: {self.due_on}"


class StandardConsultation(models.Model):
    """A consultation that was started for a standard; linked both ways."""

    standard = models.ForeignKey(Standard, on_delete=models.CASCADE, related_name="consultations")
    consultation = models.OneToOneField(
        "consultations.Consultation", on_delete=models.CASCADE, related_name="of_standard"
    )
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    started_at = models.DateTimeField(_("rozpoczęto"), auto_now_add=True)

    class Meta:
        verbose_name = _("konsultacje standardu")
        verbose_name_plural = _("konsultacje standardów")
        ordering = ["-started_at", "-pk"]

    def __str__(self) -> str:
        return str(self.consultation)
