"""Stages of a consultation, the one table of allowed transitions, and their log."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _


class Stage(models.TextChoices):
    """Where a consultation stands."""

    DRAFT = "draft", _("w przygotowaniu")
    ANNOUNCED = "announced", _("zapowiedziane")
    OPEN = "open", _("trwają")
    ANALYSIS = "analysis", _("analiza uwag")
    PUBLISHED = "published", _("wyniki ogłoszone")
    ARCHIVED = "archived", _("zakończone")
    CANCELLED = "cancelled", _("odwołane")


@dataclass(frozen=True, slots=True)
class Transition:
    """One allowed move. Guards are named here and implemented in ``domain.stages``."""

    source: Stage
    target: Stage
    guards: tuple[str, ...] = ()
    automatic: bool = False  # beat may do it when the time comes
    needs_reason: bool = False
    starts_round: bool = False  # asks for new dates on a page of its own


TRANSITIONS: tuple[Transition, ...] = (
    Transition(Stage.DRAFT, Stage.ANNOUNCED, ("draft_text_ready", "dates_set", "not_over")),
    Transition(Stage.ANNOUNCED, Stage.OPEN, ("draft_text_ready", "opening_time_come"), True),
    Transition(Stage.ANNOUNCED, Stage.DRAFT, ("first_round",), needs_reason=True),
    Transition(Stage.OPEN, Stage.ANALYSIS, ("closing_time_come",), True),
    Transition(Stage.ANALYSIS, Stage.PUBLISHED, ("all_remarks_answered", "no_open_appeals")),
    Transition(Stage.PUBLISHED, Stage.ARCHIVED),
    # A further round, and giving it up before it has opened.
    Transition(Stage.ANALYSIS, Stage.ANNOUNCED, needs_reason=True, starts_round=True),
    Transition(Stage.PUBLISHED, Stage.ANNOUNCED, needs_reason=True, starts_round=True),
    Transition(Stage.ANNOUNCED, Stage.ANALYSIS, ("results_wait",), needs_reason=True),
    Transition(Stage.ANNOUNCED, Stage.PUBLISHED, ("results_are_out",), needs_reason=True),
    Transition(Stage.ANNOUNCED, Stage.CANCELLED, needs_reason=True),
    Transition(Stage.OPEN, Stage.CANCELLED, needs_reason=True),
    Transition(Stage.ANALYSIS, Stage.CANCELLED, needs_reason=True),
)

# What everybody may see; drafts are for the office that prepares them.
PUBLIC_STAGES = tuple(stage for stage in Stage if stage != Stage.DRAFT)


class StageChange(models.Model):
    """One move in the life of a consultation. Rows are only ever added."""

    consultation = models.ForeignKey(
        "consultations.Consultation",
        on_delete=models.CASCADE,
        related_name="stage_changes",
        verbose_name=_("konsultacje"),
    )
    source = models.CharField(_("z etapu"), max_length=12, choices=Stage.choices)
    target = models.CharField(_("na etap"), max_length=12, choices=Stage.choices)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("kto"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Puste, gdy etap zmienił się sam o wyznaczonej porze."),
    )
    reason = models.TextField(_("powód"), blank=True)
    missing = ArrayField(
        models.CharField(max_length=16),
        verbose_name=_("czego brakowało na liście kontrolnej"),
        default=list,
        blank=True,
    )
    round_number = models.PositiveSmallIntegerField(_("tura"), default=1)
    changed_at = models.DateTimeField(_("kiedy"), auto_now_add=True)

    class Meta:
        verbose_name = _("zmiana etapu")
        verbose_name_plural = _("zmiany etapu")
        ordering = ["changed_at", "pk"]

    def __str__(self) -> str:
        return f"{self.get_source_display()} → {self.get_target_display()}"
