"""Stages of an edition and of a nomination: the tables of allowed moves, and their logs."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class EditionStage(models.TextChoices):
    """Where an edition of a competition stands."""

    DRAFT = "draft", _("w przygotowaniu")
    ANNOUNCED = "announced", _("zapowiedziana")
    OPEN = "open", _("przyjmuje zgłoszenia")
    CHECKING = "checking", _("ocena formalna")
    JURY = "jury", _("ocenia kapituła")
    DELIBERATION = "deliberation", _("obrady kapituły")
    SEALED = "sealed", _("rozstrzygnięta, wyniki na gali")
    PUBLISHED = "published", _("wyniki ogłoszone")
    CANCELLED = "cancelled", _("odwołana")


@dataclass(frozen=True, slots=True)
class EditionMove:
    """One allowed move; guards are named here and implemented in ``domain.edition_stages``."""

    source: EditionStage
    target: EditionStage
    guards: tuple[str, ...] = ()
    automatic: bool = False
    needs_reason: bool = False


EDITION_MOVES: tuple[EditionMove, ...] = (
    EditionMove(
        EditionStage.DRAFT,
        EditionStage.ANNOUNCED,
        ("has_categories", "has_regulations", "not_over"),
    ),
    EditionMove(EditionStage.ANNOUNCED, EditionStage.OPEN, ("opening_come",), automatic=True),
    EditionMove(EditionStage.ANNOUNCED, EditionStage.DRAFT, needs_reason=True),
    EditionMove(EditionStage.OPEN, EditionStage.CHECKING, ("closing_come",), automatic=True),
    EditionMove(EditionStage.CHECKING, EditionStage.JURY, ("all_checked", "jury_ready")),
    EditionMove(EditionStage.JURY, EditionStage.CHECKING, needs_reason=True),
    EditionMove(EditionStage.JURY, EditionStage.DELIBERATION, ("all_scored",)),
    EditionMove(EditionStage.DELIBERATION, EditionStage.JURY, needs_reason=True),
    EditionMove(EditionStage.DELIBERATION, EditionStage.SEALED, ("results_complete",)),
    EditionMove(EditionStage.SEALED, EditionStage.DELIBERATION, needs_reason=True),
    EditionMove(EditionStage.SEALED, EditionStage.PUBLISHED, ("moment_come",), automatic=True),
    *(
        EditionMove(source, EditionStage.CANCELLED, needs_reason=True)
        for source in (
            EditionStage.ANNOUNCED,
            EditionStage.OPEN,
            EditionStage.CHECKING,
            EditionStage.JURY,
            EditionStage.DELIBERATION,
        )
    ),
)

PUBLIC_EDITION_STAGES = tuple(stage for stage in EditionStage if stage != EditionStage.DRAFT)
# In these stages the verdict stands; everybody may see it once ``results_at`` has come.
DECIDED_STAGES = (EditionStage.SEALED, EditionStage.PUBLISHED)


class NominationState(models.TextChoices):
    """Life of a nomination."""

    DRAFT = "draft", _("szkic")
    SUBMITTED = "submitted", _("złożone")
    COMPLETION = "completion", _("do uzupełnienia")
    ACCEPTED = "accepted", _("spełnia wymogi formalne")
    REJECTED = "rejected", _("odrzucone formalnie")
    APPEALED = "appealed", _("odwołanie w toku")
    WITHDRAWN = "withdrawn", _("wycofane")
    MERGED = "merged", _("dołączone do innego")


@dataclass(frozen=True, slots=True)
class NominationMove:
    """One allowed move of a nomination; ``by`` says who makes it."""

    source: NominationState
    target: NominationState
    by: str  # "nominator", "nominee" or "office"
    needs_reason: bool = False


_STATE = NominationState
NOMINATION_MOVES: tuple[NominationMove, ...] = (
    NominationMove(_STATE.DRAFT, _STATE.SUBMITTED, "nominator"),
    NominationMove(_STATE.SUBMITTED, _STATE.COMPLETION, "office", needs_reason=True),
    NominationMove(_STATE.COMPLETION, _STATE.SUBMITTED, "nominator"),
    NominationMove(_STATE.SUBMITTED, _STATE.ACCEPTED, "office"),
    NominationMove(_STATE.COMPLETION, _STATE.ACCEPTED, "office"),
    NominationMove(_STATE.ACCEPTED, _STATE.SUBMITTED, "office", needs_reason=True),
    NominationMove(_STATE.SUBMITTED, _STATE.REJECTED, "office", needs_reason=True),
    NominationMove(_STATE.COMPLETION, _STATE.REJECTED, "office", needs_reason=True),
    NominationMove(_STATE.REJECTED, _STATE.APPEALED, "nominator", needs_reason=True),
    NominationMove(_STATE.APPEALED, _STATE.SUBMITTED, "office", needs_reason=True),
    NominationMove(_STATE.APPEALED, _STATE.REJECTED, "office", needs_reason=True),
    NominationMove(_STATE.SUBMITTED, _STATE.MERGED, "office"),
    NominationMove(_STATE.SUBMITTED, _STATE.WITHDRAWN, "nominator", needs_reason=True),
    NominationMove(_STATE.COMPLETION, _STATE.WITHDRAWN, "nominator", needs_reason=True),
    NominationMove(_STATE.ACCEPTED, _STATE.WITHDRAWN, "nominator", needs_reason=True),
)


class EditionChange(models.Model):
    """One move in the life of an edition. Rows are only ever added."""

    edition = models.ForeignKey("awards.Edition", models.CASCADE, related_name="changes")
    source = models.CharField(_("z etapu"), max_length=12, choices=EditionStage.choices)
    target = models.CharField(_("na etap"), max_length=12, choices=EditionStage.choices)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("kto"),
        null=True,
        blank=True,
        related_name="+",
        help_text=_("Puste, gdy etap zmienił się sam o wyznaczonej porze."),
    )
    reason = models.TextField(_("powód"), blank=True)
    changed_at = models.DateTimeField(_("kiedy"), auto_now_add=True)

    class Meta:
        verbose_name = _("zmiana etapu edycji")
        verbose_name_plural = _("zmiany etapów edycji")
        ordering = ["changed_at", "pk"]

    def __str__(self) -> str:
        return f"{self.get_source_display()} → {self.get_target_display()}"


class NominationChange(models.Model):
    """One move in the life of a nomination. Rows are only ever added."""

    nomination = models.ForeignKey("awards.Nomination", models.CASCADE, related_name="changes")
    source = models.CharField(_("ze stanu"), max_length=12, choices=NominationState.choices)
    target = models.CharField(_("na stan"), max_length=12, choices=NominationState.choices)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("kto"),
        null=True,
        blank=True,
        related_name="+",
    )
    reason = models.TextField(_("powód"), blank=True)
    changed_at = models.DateTimeField(_("kiedy"), auto_now_add=True)

    class Meta:
        verbose_name = _("zmiana stanu zgłoszenia")
        verbose_name_plural = _("zmiany stanu zgłoszeń")
        ordering = ["changed_at", "pk"]

    def __str__(self) -> str:
        return f"{self.get_source_display()} → {self.get_target_display()}"
