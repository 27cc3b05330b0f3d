"""Assessments: which body, which year, who answers for it, how far it has come."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from quality_index.models.stages import OPENED_STAGES, WITH_RESULTS, Stage

FIRST_YEAR, LAST_YEAR = 2010, 2100


class AssessmentQuerySet(models.QuerySet["Assessment"]):
    """Who sees which assessments."""

    def visible_to(self, user: Any) -> AssessmentQuerySet:
        """Published ones are public; before that the team and the office see their own."""
        public = Q(stage=Stage.PUBLISHED)
        if not user.is_authenticated:
            return self.filter(public)
        if user.is_active and user.is_staff:
            return self
        offices = user.publicbodymemberships.filter(is_active=True).values("public_body")
        own_seats = user.index_seats.values("assessment")
        seated = Q(pk__in=own_seats) & ~Q(stage=Stage.PREPARATION)
        return self.filter(public | Q(body__in=offices) | seated)

    def run_by(self, user: Any) -> AssessmentQuerySet:
        """Assessments of the person's offices."""
        return self.filter(
            body__in=user.publicbodymemberships.filter(is_active=True).values("public_body")
        )

    def with_results(self) -> AssessmentQuerySet:
        """Those whose index is settled."""
        return self.filter(stage__in=WITH_RESULTS)


class Assessment(models.Model):
    """A public body's self-assessment for one year."""

    body = models.ForeignKey(
        "organizations.PublicBody",
        verbose_name=_("urząd"),
        on_delete=models.PROTECT,
        related_name="index_assessments",
    )
    version = models.ForeignKey(
        "quality_index.QuestionnaireVersion",
        verbose_name=_("kwestionariusz"),
        on_delete=models.PROTECT,
        related_name="assessments",
        limit_choices_to={"state": "published"},
    )
    year = models.PositiveSmallIntegerField(
        _("rok, którego dotyczy ocena"),
        validators=[MinValueValidator(FIRST_YEAR), MaxValueValidator(LAST_YEAR)],
    )
    coordinator = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("koordynator"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    purpose = models.TextField(
        _("słowo do zespołu"),
        blank=True,
        max_length=4000,
        help_text=_("Po co to robimy i jak wykorzystamy wynik. Zobaczy to każdy członek zespołu."),
    )
    scores_until_on = models.DateField(
        _("ostatni dzień oceny"), null=True, blank=True, help_text=_("Do końca tego dnia.")
    )
    scores_until_at = models.DateTimeField(null=True, editable=False)
    minimum_administration = models.PositiveSmallIntegerField(
        _("najmniej ocen administracji"), default=3, validators=[MinValueValidator(1)]
    )
    minimum_ngo = models.PositiveSmallIntegerField(
        _("najmniej ocen organizacji"), default=3, validators=[MinValueValidator(1)]
    )
    stage = models.CharField(
        _("etap"), max_length=12, choices=Stage.choices, default=Stage.PREPARATION, editable=False
    )
    is_imported = models.BooleanField(_("przepisana z arkusza"), default=False, editable=False)
    total = models.DecimalField(
        _("indeks"), max_digits=4, decimal_places=1, null=True, editable=False
    )
    reminded_at = models.DateTimeField(null=True, editable=False)
    published_at = models.DateTimeField(_("opublikowano"), null=True, blank=True, editable=False)
    created_at = models.DateTimeField(_("utworzono"), auto_now_add=True)
    updated_at = models.DateTimeField(_("zmieniono"), auto_now=True)

    objects = AssessmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("ocena jakości współpracy")
        verbose_name_plural = _("oceny jakości współpracy")
        ordering = ["-year", "body__name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["body", "year"],
                condition=~Q(stage="cancelled"),
                name="one_assessment_of_body_for_year",
                violation_error_message=_("Ten urząd ma już ocenę za ten rok."),
            ),
            models.CheckConstraint(
                condition=Q(minimum_administration__gte=1, minimum_ngo__gte=1),
                name="assessment_needs_both_sides",
            ),
            models.CheckConstraint(
                condition=~Q(stage__in=["approved", "published"]) | Q(total__isnull=False),
                name="settled_assessment_has_index",
            ),
        ]
        indexes = [
            models.Index(fields=["stage", "year", "body"], name="assessment_of_year"),
            models.Index(fields=["stage", "scores_until_at"], name="assessment_by_deadline"),
            models.Index(fields=["stage", "updated_at"], name="assessment_changed"),
            models.Index(fields=["stage", "published_at"], name="assessment_newest"),
        ]

    def __str__(self) -> str:
        return _("LIJW %(year)s – %(body)s") % {"year": self.year, "body": self.body}

    def save(self, *args: Any, **kwargs: Any) -> None:
        """A day given by people ends at 23:59:59 of local time."""
        if self.scores_until_on is not None:
            last_moment = datetime.combine(self.scores_until_on, time(23, 59, 59))
            self.scores_until_at = timezone.make_aware(last_moment)
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return reverse("quality_index:assessment", args=[self.pk])

    @property
    def is_opened(self) -> bool:
        """Whether the team sees the scores of its members."""
        return self.stage in OPENED_STAGES

    @property
    def has_results(self) -> bool:
        """Whether the index is settled."""
        return self.stage in WITH_RESULTS

    @property
    def is_public(self) -> bool:
        """Whether everybody sees it."""
        return self.stage == Stage.PUBLISHED


class ResultLevel(models.TextChoices):
    """What a result sums up."""

    PLANE = "plane", _("płaszczyzna")
    AREA = "area", _("obszar")


class Result(models.Model):
    """The settled value of a plane or an area, so that thousands of bodies compare quickly.

    Written together with ``Assessment.total`` when the team's work is approved.
    """

    assessment = models.ForeignKey(Assessment, on_delete=models.CASCADE, related_name="results")
    level = models.CharField(_("poziom"), max_length=5, choices=ResultLevel.choices)
    key = models.SlugField(_("klucz"), max_length=60)
    value = models.DecimalField(_("wartość"), max_digits=4, decimal_places=1, null=True)

    class Meta:
        verbose_name = _("wynik")
        verbose_name_plural = _("wyniki")
        ordering = ["assessment", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["assessment", "level", "key"], name="one_result_of_part"
            ),
            models.CheckConstraint(
                condition=Q(value__isnull=True) | Q(value__range=(0, 100)),
                name="result_between_0_and_100",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.key}: {self.value}"


class Target(models.Model):
    """Where the body wants an area to be next year, in points of the index."""

    assessment = models.ForeignKey(Assessment, on_delete=models.CASCADE, related_name="targets")
    area = models.ForeignKey("quality_index.IndexArea", on_delete=models.PROTECT, related_name="+")
    value = models.DecimalField(_("poziom docelowy"), max_digits=4, decimal_places=1)

    class Meta:
        verbose_name = _("poziom docelowy")
        verbose_name_plural = _("poziomy docelowe")
        ordering = ["assessment", "area__position"]
        constraints = [
            models.UniqueConstraint(fields=["assessment", "area"], name="one_target_of_area"),
            models.CheckConstraint(
                condition=Q(value__range=(0, 100)), name="target_between_0_and_100"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.area}: {self.value}"
