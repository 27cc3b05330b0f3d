"""Short anonymous surveys of NGOs: pulses between assessments, and broad ones beside a team."""

from __future__ import annotations

import uuid
from datetime import datetime, time
from typing import Any

import pgtrigger
from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

FEWEST_ANSWERS = 5
"""Below this number no result is shown: the few would be recognised."""
SURVEY_CLOSED = "survey_answers_in_time"

_REFUSE_LATE_ANSWERS = """
    PERFORM 1 FROM quality_index_opinionsurvey
        WHERE id = NEW.survey_id AND closes_at > clock_timestamp() FOR SHARE;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'survey % takes no answers', NEW.survey_id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'survey_answers_in_time';
    END IF;
    RETURN NEW;
"""


class OpinionSurvey(models.Model):
    """Questions answered on the scale of the index, 0 to 4.

    A pulse asks five; a broad survey beside an assessment asks one for each area.
    """

    body = models.ForeignKey(
        "organizations.PublicBody",
        verbose_name=_("urząd"),
        on_delete=models.CASCADE,
        related_name="opinion_surveys",
    )
    assessment = models.ForeignKey(
        "quality_index.Assessment",
        verbose_name=_("ocena"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="broad_surveys",
        help_text=_("Puste przy krótkiej ankiecie między ocenami."),
    )
    questions = models.JSONField(_("pytania"), help_text=_("Lista: key i text."))
    closes_on = models.DateField(_("ostatni dzień"))
    closes_at = models.DateTimeField(editable=False)
    opened_at = models.DateTimeField(_("rozpoczęto"), auto_now_add=True)

    class Meta:
        verbose_name = _("ankieta wśród organizacji")
        verbose_name_plural = _("ankiety wśród organizacji")
        ordering = ["-closes_at", "-pk"]
        indexes = [models.Index(fields=["body", "-closes_at"], name="opinion_survey_of_body")]

    def __str__(self) -> str:
        kind = _("Szeroka ankieta") if self.assessment_id else _("Krótka ankieta")
        return f"{kind}: {self.body}, {self.closes_on:%m.%Y}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """The last day ends at 23:59:59 of local time."""
        self.closes_at = timezone.make_aware(datetime.combine(self.closes_on, time(23, 59, 59)))
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return reverse("quality_index:survey", args=[self.pk])

    @property
    def is_open(self) -> bool:
        """Whether answers are taken; the database decides when one is stored."""
        return self.closes_at > timezone.now()


class OpinionAnswer(models.Model):
    """One anonymous answer: no person, no time, a random key that says nothing of the order."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    survey = models.ForeignKey(OpinionSurvey, on_delete=models.CASCADE, related_name="answers")
    values = models.JSONField(_("odpowiedzi"))

    class Meta:
        verbose_name = _("anonimowa odpowiedź")
        verbose_name_plural = _("anonimowe odpowiedzi")
        ordering = ["pk"]
        triggers = [
            pgtrigger.Trigger(
                name="refuse_late_answers",
                operation=pgtrigger.Insert,
                when=pgtrigger.Before,
                func=_REFUSE_LATE_ANSWERS,
            )
        ]

    def __str__(self) -> str:
        return str(_("anonimowa odpowiedź"))


class OpinionTurnout(models.Model):
    """That a person has answered, apart from what they answered."""

    survey = models.ForeignKey(OpinionSurvey, on_delete=models.CASCADE, related_name="turnout")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="opinion_turnout"
    )

    class Meta:
        verbose_name = _("udział w ankiecie")
        verbose_name_plural = _("udział w ankietach")
        constraints = [
            models.UniqueConstraint(fields=["survey", "user"], name="one_opinion_of_person")
        ]

    def __str__(self) -> str:
        return f"{self.user_id} → {self.survey_id}"
