"""The jury (kapituła): appointments, conflicts of interest, assignments and scores."""

from __future__ import annotations

from typing import Any

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class JurorRole(models.TextChoices):
    """What a juror does in the jury."""

    CHAIR = "chair", _("przewodnicząca(-y)")
    MEMBER = "member", _("członkini, członek")


class Juror(models.Model):
    """A member of an edition's jury."""

    edition = models.ForeignKey(
        "awards.Edition", models.CASCADE, related_name="jurors", verbose_name=_("edycja")
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="jury_seats"
    )
    name = models.CharField(_("imię i nazwisko"), max_length=160)
    function = models.CharField(_("funkcja, instytucja"), max_length=200, blank=True)
    role = models.CharField(
        _("rola"), max_length=6, choices=JurorRole.choices, default=JurorRole.MEMBER
    )
    number = models.PositiveSmallIntegerField(editable=False)
    appointed_by = models.CharField(
        _("akt powołania"),
        max_length=200,
        help_text=_("Np. zarządzenie nr 12/2026 Marszałka Województwa z 4 maja 2026 r."),
    )
    appointed_on = models.DateField(_("powołany(-a) od"))
    signed_at = models.DateTimeField(_("podpisano deklarację"), null=True, editable=False)
    left_on = models.DateField(_("odwołany(-a) od"), null=True, blank=True)

    class Meta:
        verbose_name = _("juror")
        verbose_name_plural = _("jurorzy")
        ordering = ["edition", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "user"],
                name="awards_one_seat",
                violation_error_message=_("Ta osoba już jest w kapitule."),
            ),
            models.UniqueConstraint(fields=["edition", "number"], name="awards_juror_number"),
            models.UniqueConstraint(
                fields=["edition"],
                condition=models.Q(role="chair", left_on__isnull=True),
                name="awards_one_chair",
                violation_error_message=_("Kapituła ma już przewodniczącą(-ego)."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_sitting(self) -> bool:
        """Whether the juror has signed the declaration and was not dismissed."""
        return self.signed_at is not None and self.left_on is None


class Declaration(models.Model):
    """What a juror says of their connection with one nominee, before reading."""

    class Answer(models.TextChoices):
        """Yes blocks reading and scoring for good."""

        NO_CONFLICT = "no_conflict", _("brak powiązań")
        CONFLICT = "conflict", _("konflikt interesów")

    juror = models.ForeignKey(Juror, models.CASCADE, related_name="declarations")
    nomination = models.ForeignKey("awards.Nomination", models.CASCADE, related_name="declarations")
    answer = models.CharField(_("oświadczenie"), max_length=12, choices=Answer.choices)
    reason = models.CharField(_("na czym polega powiązanie"), max_length=500, blank=True)
    declared_at = models.DateTimeField(_("kiedy"), auto_now=True)

    class Meta:
        verbose_name = _("oświadczenie jurora")
        verbose_name_plural = _("oświadczenia jurorów")
        constraints = [
            models.UniqueConstraint(fields=["juror", "nomination"], name="awards_one_declaration")
        ]
        triggers = [
            # A juror who knew enough to declare a conflict cannot unknow it.
            pgtrigger.Protect(
                name="conflict_stays",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__answer="conflict", new__answer="no_conflict"),
            )
        ]

    def __str__(self) -> str:
        return f"{self.juror}: {self.get_answer_display()}"


# Independent means: by an assigned, sitting juror without a conflict, while the jury scores.
_REFUSE_UNFIT = """
    PERFORM 1 FROM awards_juror juror
        JOIN awards_edition edition ON edition.id = juror.edition_id
        JOIN awards_assignment assignment
            ON assignment.juror_id = juror.id AND assignment.nomination_id = NEW.nomination_id
        JOIN awards_declaration declaration
            ON declaration.juror_id = juror.id AND declaration.nomination_id = NEW.nomination_id
        WHERE juror.id = NEW.juror_id AND juror.signed_at IS NOT NULL AND juror.left_on IS NULL
            AND declaration.answer = 'no_conflict' AND edition.stage = 'jury'
        FOR SHARE OF edition, declaration;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'juror % may not score nomination %', NEW.juror_id, NEW.nomination_id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'juror_may_score';
    END IF;
    RETURN NEW;
"""

_IN_SCALE = """
    PERFORM 1 FROM awards_criterion criterion
        JOIN awards_evaluation evaluation ON evaluation.id = NEW.evaluation_id
        JOIN awards_nomination nomination ON nomination.id = evaluation.nomination_id
        WHERE criterion.id = NEW.criterion_id
            AND criterion.category_id = nomination.category_id
            AND NEW.value BETWEEN criterion.scale_min AND criterion.scale_max
            AND evaluation.submitted_at IS NULL
        FOR SHARE OF evaluation;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'score % is out of place', NEW.value
            USING ERRCODE = 'check_violation', CONSTRAINT = 'score_in_scale';
    END IF;
    RETURN NEW;
"""


class Assignment(models.Model):
    """Which juror reads which nomination."""

    juror = models.ForeignKey(Juror, models.CASCADE, related_name="assignments")
    nomination = models.ForeignKey("awards.Nomination", models.CASCADE, related_name="assignments")
    created_at = models.DateTimeField(_("kiedy"), auto_now_add=True)

    class Meta:
        verbose_name = _("przydział")
        verbose_name_plural = _("przydziały")
        constraints = [
            models.UniqueConstraint(fields=["juror", "nomination"], name="awards_one_assignment")
        ]

    def __str__(self) -> str:
        return f"{self.juror} → {self.nomination_id}"


class EvaluationQuerySet(models.QuerySet["Evaluation"]):
    """Common choices of score sheets."""

    def counted(self) -> EvaluationQuerySet:
        """Submitted ones of jurors who have declared no conflict, not even later."""
        conflict = Declaration.objects.filter(
            juror=models.OuterRef("juror"),
            nomination=models.OuterRef("nomination"),
            answer=Declaration.Answer.CONFLICT,
        )
        return self.filter(~models.Exists(conflict), submitted_at__isnull=False)


class Evaluation(models.Model):
    """One juror's score sheet of one nomination; once submitted it never changes."""

    juror = models.ForeignKey(Juror, models.CASCADE, related_name="evaluations")
    nomination = models.ForeignKey("awards.Nomination", models.CASCADE, related_name="evaluations")
    justification = models.TextField(_("uzasadnienie oceny"), max_length=4000, blank=True)
    submitted_at = models.DateTimeField(_("złożono"), null=True, editable=False)
    updated_at = models.DateTimeField(_("zmieniono"), auto_now=True)

    objects = EvaluationQuerySet.as_manager()

    class Meta:
        verbose_name = _("ocena jurora")
        verbose_name_plural = _("oceny jurorów")
        ordering = ["nomination", "juror"]
        constraints = [
            models.UniqueConstraint(fields=["juror", "nomination"], name="awards_one_evaluation"),
            models.CheckConstraint(
                condition=models.Q(submitted_at__isnull=True) | ~models.Q(justification=""),
                name="awards_evaluation_justified",
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="refuse_unfit_juror",
                operation=pgtrigger.Insert | pgtrigger.Update,
                when=pgtrigger.Before,
                func=_REFUSE_UNFIT,
            ),
            pgtrigger.Protect(
                name="submitted_evaluation_stays",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__submitted_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.juror} – {self.nomination}"

    @property
    def is_submitted(self) -> bool:
        """Whether the juror has finished it."""
        return self.submitted_at is not None


@pghistory.track()
class Score(models.Model):
    """Points for one criterion."""

    evaluation = models.ForeignKey(Evaluation, models.CASCADE, related_name="scores")
    criterion = models.ForeignKey("awards.Criterion", models.PROTECT, related_name="scores")
    value = models.PositiveSmallIntegerField(_("punkty"))

    class Meta:
        verbose_name = _("punkty")
        verbose_name_plural = _("punkty")
        constraints = [
            models.UniqueConstraint(fields=["evaluation", "criterion"], name="awards_one_score")
        ]
        triggers = [
            pgtrigger.Trigger(
                name="score_in_scale",
                operation=pgtrigger.Insert | pgtrigger.Update,
                when=pgtrigger.Before,
                func=_IN_SCALE,
            )
        ]

    def __str__(self) -> str:
        return f"{self.criterion}: {self.value}"


class Meeting(models.Model):
    """A meeting of the jury; its motions are voted on by those present."""

    edition = models.ForeignKey("awards.Edition", models.CASCADE, related_name="meetings")
    held_at = models.DateTimeField(_("kiedy"))
    place = models.CharField(_("gdzie"), max_length=200, help_text=_("Miejsce albo „zdalnie”."))
    present = models.ManyToManyField(
        Juror, verbose_name=_("obecni"), related_name="meetings", blank=True
    )
    minutes = models.TextField(_("przebieg"), max_length=20_000, blank=True)

    class Meta:
        verbose_name = _("posiedzenie kapituły")
        verbose_name_plural = _("posiedzenia kapituły")
        ordering = ["held_at", "pk"]

    def __str__(self) -> str:
        return f"{self.held_at:%Y-%m-%d} {self.place}"


class Motion(models.Model):
    """What the jury votes on: a laureate, a tie, a special prize."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="motions")
    category = models.ForeignKey("awards.Category", models.CASCADE, related_name="motions")
    nomination = models.ForeignKey(
        "awards.Nomination",
        models.CASCADE,
        verbose_name=_("kogo dotyczy"),
        null=True,
        blank=True,
        related_name="motions",
    )
    text = models.CharField(_("wniosek"), max_length=400)
    closed_at = models.DateTimeField(_("zamknięto"), null=True, editable=False)
    created_at = models.DateTimeField(_("zgłoszono"), auto_now_add=True)

    class Meta:
        verbose_name = _("wniosek pod głosowanie")
        verbose_name_plural = _("wnioski pod głosowanie")
        ordering = ["created_at", "pk"]

    def __str__(self) -> str:
        return self.text


_REFUSE_BALLOT = """
    PERFORM 1 FROM awards_motion motion WHERE motion.id = NEW.motion_id
        AND motion.closed_at IS NULL
        AND NOT EXISTS (
            SELECT 1 FROM awards_declaration declaration
            WHERE declaration.juror_id = NEW.juror_id AND declaration.answer = 'conflict'
                AND declaration.nomination_id = motion.nomination_id
        )
        FOR SHARE OF motion;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'motion % takes no ballot of juror %', NEW.motion_id, NEW.juror_id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'juror_may_vote';
    END IF;
    RETURN NEW;
"""


class Ballot(models.Model):
    """One juror's vote on a motion."""

    class Choice(models.TextChoices):
        """For, against or neither."""

        FOR = "for", _("za")
        AGAINST = "against", _("przeciw")
        ABSTAIN = "abstain", _("wstrzymuję się")

    motion = models.ForeignKey(Motion, models.CASCADE, related_name="ballots")
    juror = models.ForeignKey(Juror, models.CASCADE, related_name="ballots")
    choice = models.CharField(_("głos"), max_length=8, choices=Choice.choices)
    cast_at = models.DateTimeField(_("kiedy"), auto_now=True)

    class Meta:
        verbose_name = _("głos jurora")
        verbose_name_plural = _("głosy jurorów")
        constraints = [
            models.UniqueConstraint(fields=["motion", "juror"], name="awards_one_ballot")
        ]
        triggers = [
            pgtrigger.Trigger(
                name="refuse_ballot",
                operation=pgtrigger.Insert | pgtrigger.Update,
                when=pgtrigger.Before,
                func=_REFUSE_BALLOT,
            )
        ]

    def __str__(self) -> str:
        return f"{self.juror}: {self.get_choice_display()}"


def conflicts_of(juror: Any) -> Any:
    """Ids of nominations with which the juror has a declared conflict."""
    return juror.declarations.filter(answer=Declaration.Answer.CONFLICT).values("nomination")
