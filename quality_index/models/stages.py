"""Stages of an assessment, the one table of allowed transitions, and their log."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Stage(models.TextChoices):
    """Where an assessment stands."""

    PREPARATION = "preparation", _("w przygotowaniu")
    SCORING = "scoring", _("trwa ocena")
    CONSENSUS = "consensus", _("uzgadnianie")
    APPROVED = "approved", _("zatwierdzona")
    PUBLISHED = "published", _("opublikowana")
    CANCELLED = "cancelled", _("odwołana")


@dataclass(frozen=True, slots=True)
class Transition:
    """One allowed move. Guards are named here and implemented in ``domain.stages``."""

    source: Stage
    target: Stage
    guards: tuple[str, ...] = ()
    automatic: bool = False  # beat may do it when the time comes
    needs_reason: bool = False


TRANSITIONS: tuple[Transition, ...] = (
    Transition(Stage.PREPARATION, Stage.SCORING, ("team_from_both_sides", "deadline_ahead")),
    Transition(Stage.SCORING, Stage.CONSENSUS, ("scoring_over", "enough_scores"), automatic=True),
    Transition(Stage.CONSENSUS, Stage.APPROVED, ("everything_agreed",)),
    Transition(Stage.APPROVED, Stage.CONSENSUS, needs_reason=True),
    Transition(Stage.APPROVED, Stage.PUBLISHED),
    Transition(Stage.PREPARATION, Stage.CANCELLED, needs_reason=True),
    Transition(Stage.SCORING, Stage.CANCELLED, needs_reason=True),
    Transition(Stage.CONSENSUS, Stage.CANCELLED, needs_reason=True),
)

# From here on the scores of members are no longer sealed from the team.
OPENED_STAGES = (Stage.CONSENSUS, Stage.APPROVED, Stage.PUBLISHED)
WITH_RESULTS = (Stage.APPROVED, Stage.PUBLISHED)


class AssessmentStageChange(models.Model):
    """One move in the life of an assessment. Rows are only ever added."""

    assessment = models.ForeignKey(
        "quality_index.Assessment", on_delete=models.CASCADE, related_name="stage_changes"
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
    changed_at = models.DateTimeField(_("kiedy"), auto_now_add=True)

    class Meta:
        verbose_name = _("zmiana etapu oceny")
        verbose_name_plural = _("zmiany etapu oceny")
        ordering = ["changed_at", "pk"]

    def __str__(self) -> str:
        return f"{self.get_source_display()} → {self.get_target_display()}"
