"""Stages of a standard, the one table of allowed moves with their evidence, and their log."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Stage(models.TextChoices):
    """Where a standard stands: the last step that it has taken."""

    PLANNED = "planned", _("zaplanowany")
    TEAM = "team", _("zespół powołany")
    DRAFT = "draft", _("projekt gotowy")
    INTERNAL = "internal", _("zaopiniowany wewnętrznie")
    CONSULTED = "consulted", _("skonsultowany")
    COUNCIL = "council", _("zaopiniowany przez radę")
    ADOPTED = "adopted", _("przyjęty uchwałą")
    PUBLISHED = "published", _("ogłoszony")
    IN_USE = "in_use", _("stosowany")
    REVIEWED = "reviewed", _("po przeglądzie")
    REPLACED = "replaced", _("zastąpiony")
    REPEALED = "repealed", _("uchylony")


class EvidenceKind(models.TextChoices):
    """What proves that a step was taken."""

    APPOINTMENT = "appointment", _("akt powołania zespołu")
    DRAFT = "draft", _("projekt standardu")
    INTERNAL_OPINION = "internal", _("opinia wewnętrzna")
    CONSULTATION = "consultation", _("konsultacje zakończone raportem")
    COUNCIL_OPINION = "council", _("opinia rady działalności pożytku publicznego")
    RESOLUTION = "resolution", _("uchwała o przyjęciu")
    PUBLICATION = "publication", _("ogłoszenie")
    TRAINING = "training", _("szkolenie pracowników")
    REVIEW = "review", _("raport z przeglądu")
    REPLACEMENT = "replacement", _("standard, który go zastępuje")
    REPEAL = "repeal", _("uchwała o uchyleniu")


class Who(StrEnum):
    """Who may pass a step: the team as well as the office, or the office alone."""

    TEAM = "team"
    OFFICE = "office"


@dataclass(frozen=True, slots=True)
class Transition:
    """One allowed move; without its ``evidence`` the database refuses it."""

    source: Stage
    target: Stage
    evidence: EvidenceKind | None = None
    who: Who = Who.OFFICE
    needs_reason: bool = False

    @property
    def is_back(self) -> bool:
        """Whether the move takes the standard back, so that later evidence must be renewed."""
        return self.evidence is None


_K = EvidenceKind
TRANSITIONS: tuple[Transition, ...] = (
    Transition(Stage.PLANNED, Stage.TEAM, _K.APPOINTMENT),
    Transition(Stage.TEAM, Stage.DRAFT, _K.DRAFT, Who.TEAM),
    Transition(Stage.DRAFT, Stage.INTERNAL, _K.INTERNAL_OPINION, Who.TEAM),
    Transition(Stage.INTERNAL, Stage.CONSULTED, _K.CONSULTATION),
    Transition(Stage.CONSULTED, Stage.COUNCIL, _K.COUNCIL_OPINION),
    Transition(Stage.COUNCIL, Stage.ADOPTED, _K.RESOLUTION),
    Transition(Stage.ADOPTED, Stage.PUBLISHED, _K.PUBLICATION),
    Transition(Stage.PUBLISHED, Stage.IN_USE, _K.TRAINING),
    Transition(Stage.IN_USE, Stage.REVIEWED, _K.REVIEW),
    Transition(Stage.REVIEWED, Stage.REPLACED, _K.REPLACEMENT),
    Transition(Stage.REVIEWED, Stage.REPEALED, _K.REPEAL),
    # Kept in force after a review; the next review needs a report of its own.
    Transition(Stage.REVIEWED, Stage.IN_USE, needs_reason=True),
    # A draft that an opinion or the consultation overturned goes back to its team.
    Transition(Stage.DRAFT, Stage.TEAM, who=Who.TEAM, needs_reason=True),
    Transition(Stage.INTERNAL, Stage.TEAM, needs_reason=True),
    Transition(Stage.CONSULTED, Stage.TEAM, needs_reason=True),
    Transition(Stage.COUNCIL, Stage.TEAM, needs_reason=True),
)

# The road as people read it; its two ends share the last place.
ROAD: tuple[Stage, ...] = tuple(
    stage for stage in Stage if stage not in (Stage.PLANNED, Stage.REPEALED)
)
# Stages in which offices may adopt and use the standard.
IN_FORCE = (Stage.ADOPTED, Stage.PUBLISHED, Stage.IN_USE, Stage.REVIEWED)
WITH_ADOPTED_TEXT = (*IN_FORCE, Stage.REPLACED, Stage.REPEALED)
ENDED = (Stage.REPLACED, Stage.REPEALED)


def evidence_after(stage: Stage) -> tuple[EvidenceKind, ...]:
    """Kinds of evidence for steps that follow ``stage`` on the road."""
    order = list(Stage)
    return tuple(
        move.evidence
        for move in TRANSITIONS
        if move.evidence and order.index(move.target) > order.index(stage)
    )


class StageChange(models.Model):
    """One move of a standard. Rows are only ever added."""

    standard = models.ForeignKey(
        "standards.Standard", on_delete=models.CASCADE, related_name="stage_changes"
    )
    source = models.CharField(_("z etapu"), max_length=12, choices=Stage.choices)
    target = models.CharField(_("na etap"), max_length=12, choices=Stage.choices)
    evidence = models.ForeignKey(
        "standards.Evidence",
        verbose_name=_("dowód"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
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
        verbose_name = _("zmiana etapu standardu")
        verbose_name_plural = _("zmiany etapu standardów")
        ordering = ["changed_at", "pk"]

    def __str__(self) -> str:
        return f"{self.get_source_display()} → {self.get_target_display()}"
