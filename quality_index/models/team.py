"""The team: seats on two sides, their scores, evidence, and what was agreed in the end."""

from __future__ import annotations

import secrets

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models.lowercase_email import LowercaseEmailField
from quality_index.models.questionnaire import HIGHEST_LEVEL

SCORING_CLOSED = "scores_in_time"
AGREEING_CLOSED = "agreed_in_consensus"

# By the database's clock; FOR SHARE makes a change of stage wait for scores in flight, so that
# none slips in after the seal was broken. Words may be forgotten later, levels stay.
_REFUSE_LATE_SCORES = """
    IF TG_OP = 'UPDATE' AND NEW.comment = ''
        AND (OLD.value, OLD.not_applicable) IS NOT DISTINCT FROM (NEW.value, NEW.not_applicable)
    THEN RETURN NEW; END IF;
    SELECT assessment_id INTO of_assessment FROM quality_index_seat WHERE id = NEW.seat_id;
    PERFORM 1 FROM quality_index_assessment a
        WHERE a.id = of_assessment AND a.stage = 'scoring'
            AND a.scores_until_at > clock_timestamp()
            AND a.version_id =
                (SELECT version_id FROM quality_index_indicator i WHERE i.id = NEW.indicator_id)
        FOR SHARE;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'assessment % takes no scores', of_assessment
            USING ERRCODE = 'check_violation', CONSTRAINT = 'scores_in_time';
    END IF;
    RETURN NEW;
"""
# Who wrote may be forgotten later; what was written stays as it was agreed.
_AGREE_IN_CONSENSUS = """
    IF TG_OP = 'UPDATE'
        AND (OLD.value, OLD.not_applicable, OLD.reasons, OLD.dissent)
            IS NOT DISTINCT FROM (NEW.value, NEW.not_applicable, NEW.reasons, NEW.dissent)
    THEN RETURN NEW; END IF;
    PERFORM 1 FROM quality_index_assessment a
        JOIN quality_index_indicator i ON i.version_id = a.version_id
        WHERE a.id = NEW.assessment_id AND i.id = NEW.indicator_id AND a.stage = 'consensus'
        FOR SHARE OF a;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'assessment % agrees on no scores', NEW.assessment_id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'agreed_in_consensus';
    END IF;
    RETURN NEW;
"""


class Side(models.TextChoices):
    """The two sectors that look at the same cooperation."""

    ADMINISTRATION = "administration", _("administracja")
    NGO = "ngo", _("organizacje")


class Group(models.TextChoices):
    """Whom a member speaks for, as the method gathers opinions."""

    NGO = "ngo", _("organizacja pozarządowa")
    COUNCIL = "council", _("członek rady działalności pożytku publicznego")
    COUNCILLOR = "councillor", _("radny")
    EXECUTIVE = "executive", _("zarząd, wójt, burmistrz, starosta, prezydent")
    OFFICIAL = "official", _("urzędnik")


def new_link_key() -> str:
    """The secret of a personal link."""
    return secrets.token_urlsafe(24)


class Seat(models.Model):
    """A member of the team; known by an account, or by the secret of a personal link."""

    assessment = models.ForeignKey(
        "quality_index.Assessment",
        verbose_name=_("ocena"),
        on_delete=models.CASCADE,
        related_name="seats",
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("konto"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="index_seats",
    )
    name = models.CharField(_("imię i nazwisko"), max_length=120, db_collation="pl-x-icu")
    email = LowercaseEmailField(_("adres e-mail"))
    group = models.CharField(_("grupa"), max_length=12, choices=Group.choices)
    side = models.CharField(_("strona"), max_length=16, choices=Side.choices)
    represents = models.CharField(
        _("kogo reprezentuje"),
        max_length=200,
        blank=True,
        help_text=_("Nazwa organizacji, komisji albo wydziału."),
    )
    is_recorder = models.BooleanField(
        _("może zapisywać uzgodnienia"),
        default=False,
        help_text=_("Prowadzi protokół spotkania uzgodnieniowego razem z urzędem."),
    )
    link_key = models.CharField(max_length=40, unique=True, default=new_link_key, editable=False)
    invited_at = models.DateTimeField(_("zaproszono"), null=True, editable=False)
    submitted_at = models.DateTimeField(_("oddano ocenę"), null=True, editable=False)

    class Meta:
        verbose_name = _("członek zespołu oceny")
        verbose_name_plural = _("członkowie zespołu oceny")
        ordering = ["assessment", "side", "name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["assessment", "email"],
                name="one_seat_for_address",
                violation_error_message=_("Osoba z tym adresem jest już w zespole."),
            ),
            models.CheckConstraint(
                condition=Q(group="council")
                | Q(group="ngo", side="ngo")
                | Q(group__in=["councillor", "executive", "official"], side="administration"),
                name="seat_side_fits_group",
                violation_error_message=_("Ta grupa należy do drugiej strony."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.get_side_display()})"


class Score(models.Model):
    """What one member thinks of one indicator; sealed from all others until scoring is over."""

    seat = models.ForeignKey(Seat, on_delete=models.CASCADE, related_name="scores")
    indicator = models.ForeignKey(
        "quality_index.Indicator", on_delete=models.PROTECT, related_name="+"
    )
    value = models.PositiveSmallIntegerField(_("ocena"), null=True)
    not_applicable = models.BooleanField(_("nie dotyczy"), default=False)
    comment = models.TextField(_("komentarz"), blank=True, max_length=4000)
    updated_at = models.DateTimeField(_("zmieniono"), auto_now=True)

    class Meta:
        verbose_name = _("ocena członka zespołu")
        verbose_name_plural = _("oceny członków zespołu")
        ordering = ["seat", "indicator"]
        constraints = [
            models.UniqueConstraint(fields=["seat", "indicator"], name="one_score_of_member"),
            models.CheckConstraint(
                condition=Q(value__range=(0, HIGHEST_LEVEL), not_applicable=False)
                | Q(value__isnull=True, not_applicable=True) & ~Q(comment=""),
                name="score_or_reason_why_not",
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="refuse_late_scores",
                operation=pgtrigger.Insert | pgtrigger.Update,
                when=pgtrigger.Before,
                declare=[("of_assessment", "bigint")],
                func=_REFUSE_LATE_SCORES,
            )
        ]

    def __str__(self) -> str:
        return f"{self.seat}: {self.value}"


class AgreedScore(models.Model):
    """What the team agreed on an indicator, why, and who thought otherwise."""

    assessment = models.ForeignKey(
        "quality_index.Assessment", on_delete=models.CASCADE, related_name="agreed_scores"
    )
    indicator = models.ForeignKey(
        "quality_index.Indicator", on_delete=models.PROTECT, related_name="+"
    )
    value = models.PositiveSmallIntegerField(_("uzgodniona ocena"), null=True)
    not_applicable = models.BooleanField(_("nie dotyczy"), default=False)
    reasons = models.TextField(_("uzasadnienie"), blank=True, max_length=8000)
    dissent = models.TextField(
        _("zdanie odrębne"),
        blank=True,
        max_length=8000,
        help_text=_("Kto i dlaczego myśli inaczej."),
    )
    revision = models.PositiveIntegerField(default=0, editable=False)
    updated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("zapisał(a)"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    updated_at = models.DateTimeField(_("zmieniono"), auto_now=True)

    class Meta:
        verbose_name = _("uzgodniona ocena")
        verbose_name_plural = _("uzgodnione oceny")
        ordering = ["assessment", "indicator"]
        constraints = [
            models.UniqueConstraint(
                fields=["assessment", "indicator"], name="one_agreed_score_of_indicator"
            ),
            models.CheckConstraint(
                condition=Q(value__range=(0, HIGHEST_LEVEL), not_applicable=False)
                | Q(value__isnull=True, not_applicable=True) & ~Q(reasons=""),
                name="agreed_score_or_reason_why_not",
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="agree_in_consensus",
                operation=pgtrigger.Insert | pgtrigger.Update,
                when=pgtrigger.Before,
                func=_AGREE_IN_CONSENSUS,
            )
        ]

    def __str__(self) -> str:
        return f"{self.indicator}: {self.value}"


class Evidence(models.Model):
    """A file, a link or a fact counted by the portal; one may serve several indicators."""

    assessment = models.ForeignKey(
        "quality_index.Assessment", on_delete=models.CASCADE, related_name="evidence"
    )
    seat = models.ForeignKey(
        Seat,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="evidence",
        help_text=_("Puste, gdy dowód dodał urząd dla całego zespołu."),
    )
    is_shared = models.BooleanField(_("dla całego zespołu"), default=False)
    title = models.CharField(_("co to jest"), max_length=200)
    link = models.URLField(_("adres"), max_length=500, blank=True)
    file = models.ForeignKey(
        "documents.StoredFile",
        verbose_name=_("plik"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    indicators = models.ManyToManyField(
        "quality_index.Indicator", verbose_name=_("wskaźniki"), related_name="+"
    )
    carried_from = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="carried_to"
    )
    is_confirmed = models.BooleanField(
        _("aktualny"), default=True, help_text=_("Dowód z poprzedniego roku trzeba potwierdzić.")
    )
    added_at = models.DateTimeField(_("dodano"), auto_now_add=True)

    class Meta:
        verbose_name = _("dowód")
        verbose_name_plural = _("dowody")
        ordering = ["assessment", "added_at", "pk"]

    def __str__(self) -> str:
        return self.title
