"""Surveys: a version asked of somebody for a time; their responses and personal links."""

from __future__ import annotations

from typing import Any

import pgtrigger
from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from surveys import owners, respondents


class SurveyQuerySet(models.QuerySet["Survey"]):
    """Choices of surveys; visibility lives here and only here."""

    def visible_to(self, user: Any) -> SurveyQuerySet:
        """Begun surveys that are open to a kind of people, published results, and one's own."""
        if user.is_authenticated and user.is_staff:
            return self
        begun = Q(opens_at__lte=timezone.now()) & ~Q(respondent_kind=respondents.LINK)
        public = (begun | Q(results_published_at__isnull=False)) & ~owners.hidden_from(user)
        return self.filter(public | owners.kept_by(user))

    def kept_by(self, user: Any) -> SurveyQuerySet:
        """Surveys that the person runs."""
        return self.filter(owners.kept_by(user))

    def open_now(self) -> SurveyQuerySet:
        """Surveys that take answers, by this process's clock; the database decides."""
        now = timezone.now()
        return self.filter(opens_at__lte=now, closes_at__gt=now)


class Survey(models.Model):
    """One collecting of answers to one version, with its beginning and end."""

    version = models.ForeignKey(
        "surveys.Version",
        verbose_name=_("kwestionariusz"),
        on_delete=models.PROTECT,
        related_name="surveys",
    )
    title = models.CharField(_("tytuł"), max_length=200)
    owner_type = models.ForeignKey(
        ContentType, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    owner_id = models.PositiveBigIntegerField(_("właściciel"), null=True, blank=True)
    owner = GenericForeignKey("owner_type", "owner_id")
    respondent_kind = models.CharField(
        _("kto odpowiada"), max_length=24, default=respondents.PERSON
    )
    opens_at = models.DateTimeField(_("początek"))
    closes_at = models.DateTimeField(
        _("koniec"), help_text=_("Od tej chwili odpowiedzi nie są przyjmowane.")
    )
    results_published_at = models.DateTimeField(_("wyniki ogłoszono"), null=True, blank=True)
    conclusions = models.TextField(
        _("wnioski"),
        blank=True,
        max_length=10_000,
        help_text=_("Co wynika z odpowiedzi i co z tym zrobicie. Stoi nad wynikami."),
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("kto założył"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    created_at = models.DateTimeField(_("założono"), auto_now_add=True)
    updated_at = models.DateTimeField(_("zmieniono"), auto_now=True)

    objects = SurveyQuerySet.as_manager()

    class Meta:
        verbose_name = _("ankieta")
        verbose_name_plural = _("ankiety")
        ordering = ["-closes_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(closes_at__gt=F("opens_at")),
                name="survey_moments_in_order",
                violation_error_message=_("Koniec ankiety musi być po jej początku."),
            ),
        ]
        indexes = [
            models.Index(fields=["owner_type", "owner_id", "-closes_at"], name="survey_owner"),
            models.Index(fields=["-closes_at", "-id"], name="survey_newest"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("surveys:survey", args=[self.pk])

    @property
    def has_begun(self) -> bool:
        """Whether the beginning has passed."""
        return self.opens_at <= timezone.now()

    @property
    def is_over(self) -> bool:
        """Whether the end has passed."""
        return self.closes_at <= timezone.now()

    @property
    def is_open(self) -> bool:
        """Whether answers are taken now, by this process's clock; the database decides."""
        return self.has_begun and not self.is_over

    @property
    def is_published(self) -> bool:
        """Whether everybody may see the results."""
        return self.results_published_at is not None


class ResponseState(models.TextChoices):
    """Whether somebody is still writing."""

    DRAFT = "draft", _("w trakcie")
    SUBMITTED = "submitted", _("wysłana")


# Refuses answers before the beginning and after the end, by the database's clock. FOR SHARE
# makes a change of the term wait for responses in flight.
_REFUSE_LATE = """
    IF TG_OP = 'INSERT' OR (OLD.answers, OLD.state) IS DISTINCT FROM (NEW.answers, NEW.state) THEN
        PERFORM 1 FROM surveys_survey
            WHERE id = NEW.survey_id
                AND opens_at <= clock_timestamp() AND closes_at > clock_timestamp()
            FOR SHARE;
        IF NOT FOUND THEN
            RAISE EXCEPTION 'survey % takes no answers', NEW.survey_id
                USING ERRCODE = 'check_violation', CONSTRAINT = 'response_in_time';
        END IF;
    END IF;
    RETURN NEW;
"""


class ResponseQuerySet(models.QuerySet["Response"]):
    """Common choices of responses."""

    def counted(self) -> ResponseQuerySet:
        """What results are made of."""
        return self.filter(state=ResponseState.SUBMITTED)


class Response(models.Model):
    """One respondent's answers; ``respondent`` says whose they are (see surveys.respondents)."""

    survey = models.ForeignKey(
        Survey, verbose_name=_("ankieta"), on_delete=models.PROTECT, related_name="responses"
    )
    respondent = models.CharField(_("kto odpowiada"), max_length=80)
    respondent_name = models.CharField(_("nazwa"), max_length=300, blank=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("kto wypełnia"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="survey_responses",
    )
    state = models.CharField(
        _("stan"), max_length=9, choices=ResponseState.choices, default=ResponseState.DRAFT
    )
    answers = models.JSONField(_("odpowiedzi"), default=dict, blank=True)
    facts = models.JSONField(_("o odpowiadającym"), default=dict, blank=True)
    revision = models.PositiveIntegerField(default=1, editable=False)
    created_at = models.DateTimeField(_("zaczęto"), auto_now_add=True)
    updated_at = models.DateTimeField(_("zapisano"), auto_now=True)
    submitted_at = models.DateTimeField(_("wysłano"), null=True, blank=True)
    reminded_at = models.DateTimeField(_("przypomniano"), null=True, blank=True)

    objects = ResponseQuerySet.as_manager()

    class Meta:
        verbose_name = _("odpowiedź")
        verbose_name_plural = _("odpowiedzi")
        ordering = ["survey", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["survey", "respondent"], name="one_response_of_respondent"
            ),
            models.CheckConstraint(
                condition=Q(state="draft") ^ Q(submitted_at__isnull=False),
                name="submitted_response_has_time",
            ),
        ]
        indexes = [
            models.Index(fields=["survey", "state", "id"], name="response_by_state"),
            models.Index(fields=["user", "-updated_at"], name="response_by_user"),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="refuse_late_response",
                operation=pgtrigger.Insert | pgtrigger.Update,
                when=pgtrigger.Before,
                func=_REFUSE_LATE,
            )
        ]

    def __str__(self) -> str:
        return f"{self.survey}: {self.respondent_name or self.pk}"

    @property
    def is_submitted(self) -> bool:
        """Whether the respondent has sent it."""
        return self.state == ResponseState.SUBMITTED


class PersonalLink(models.Model):
    """An invitation by a link of one's own; needs no account."""

    survey = models.ForeignKey(
        Survey, verbose_name=_("ankieta"), on_delete=models.CASCADE, related_name="links"
    )
    respondent = models.CharField(
        _("kto odpowiada"), max_length=80, blank=True, help_text=_("Puste: osoba z odnośnikiem.")
    )
    name = models.CharField(_("nazwa"), max_length=300, blank=True)
    email = models.EmailField(_("adres e-mail"), blank=True)
    language = models.CharField(_("język"), max_length=2, choices=settings.LANGUAGES, default="pl")
    created_at = models.DateTimeField(_("zaproszono"), auto_now_add=True)
    reminded_at = models.DateTimeField(_("przypomniano"), null=True, blank=True)

    class Meta:
        verbose_name = _("osobisty odnośnik")
        verbose_name_plural = _("osobiste odnośniki")
        ordering = ["survey", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["survey", "email"],
                condition=~Q(email=""),
                name="one_survey_link_of_address",
            )
        ]

    def __str__(self) -> str:
        return self.name or self.email or f"#{self.pk}"

    @property
    def respondent_key(self) -> str:
        """Whose response this link opens."""
        return self.respondent or f"{respondents.LINK}:{self.pk}"


class AnswerTag(models.Model):
    """A word with which those who run a survey sort an open answer."""

    response = models.ForeignKey(
        Response, verbose_name=_("odpowiedź"), on_delete=models.CASCADE, related_name="tags"
    )
    question_key = models.CharField(_("pytanie"), max_length=40)
    tag = models.CharField(_("etykieta"), max_length=60)

    class Meta:
        verbose_name = _("etykieta odpowiedzi")
        verbose_name_plural = _("etykiety odpowiedzi")
        ordering = ["tag"]
        constraints = [
            models.UniqueConstraint(
                fields=["response", "question_key", "tag"], name="answer_tagged_once"
            )
        ]

    def __str__(self) -> str:
        return self.tag
