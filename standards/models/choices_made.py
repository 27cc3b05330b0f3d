"""How a body decides between meetings: votes by circulation and polls for a date."""

from __future__ import annotations

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

_REFUSE_LATE = """
    IF NOT EXISTS (
        SELECT 1 FROM standards_circularvote vote
        WHERE vote.id = NEW.vote_id AND vote.closes_at > clock_timestamp()
    ) THEN
        RAISE EXCEPTION 'the vote is over'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'circular_vote_in_time';
    END IF;
    RETURN NEW;
"""


class CircularVote(models.Model):
    """A question that members answer without meeting, by name, until a moment."""

    group = models.ForeignKey(
        "standards.WorkingGroup", on_delete=models.CASCADE, related_name="circular_votes"
    )
    question = models.CharField(_("pytanie"), max_length=300)
    details = models.TextField(_("uzasadnienie lub treść uchwały"), blank=True)
    closes_at = models.DateTimeField(_("głosy do"))
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    opened_at = models.DateTimeField(_("otwarto"), auto_now_add=True)

    class Meta:
        verbose_name = _("głosowanie obiegowe")
        verbose_name_plural = _("głosowania obiegowe")
        ordering = ["-closes_at", "-pk"]

    def __str__(self) -> str:
        return self.question

    def get_absolute_url(self) -> str:
        return reverse("standards:vote", args=[self.group.slug, self.pk])


class Choice(models.TextChoices):
    """What a member may say."""

    FOR = "for", _("za")
    AGAINST = "against", _("przeciw")
    ABSTAIN = "abstain", _("wstrzymuję się")


class CircularBallot(models.Model):
    """One member's open vote; changed as often as they like until the end."""

    vote = models.ForeignKey(CircularVote, on_delete=models.CASCADE, related_name="ballots")
    member = models.ForeignKey("standards.Member", on_delete=models.PROTECT, related_name="+")
    choice = models.CharField(_("głos"), max_length=8, choices=Choice.choices)
    cast_at = models.DateTimeField(_("oddano"), auto_now=True)

    class Meta:
        verbose_name = _("głos w obiegu")
        verbose_name_plural = _("głosy w obiegu")
        ordering = ["member__name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["vote", "member"], name="one_circular_ballot")
        ]
        triggers = [
            pgtrigger.Trigger(
                name="in_time",
                operation=pgtrigger.Insert | pgtrigger.Update,
                when=pgtrigger.Before,
                func=_REFUSE_LATE,
            )
        ]

    def __str__(self) -> str:
        return self.get_choice_display()


class DatePoll(models.Model):
    """A question when to meet."""

    group = models.ForeignKey(
        "standards.WorkingGroup", on_delete=models.CASCADE, related_name="polls"
    )
    title = models.CharField(_("temat spotkania"), max_length=200)
    meeting = models.OneToOneField(
        "standards.Meeting",
        verbose_name=_("spotkanie"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="poll",
    )
    created_at = models.DateTimeField(_("utworzono"), auto_now_add=True)

    class Meta:
        verbose_name = _("ankieta terminu")
        verbose_name_plural = _("ankiety terminów")
        ordering = ["-created_at", "-pk"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("standards:poll", args=[self.group.slug, self.pk])


class DateOption(models.Model):
    """One proposed time."""

    poll = models.ForeignKey(DatePoll, on_delete=models.CASCADE, related_name="options")
    starts_at = models.DateTimeField(_("początek"))
    ends_at = models.DateTimeField(_("koniec"))

    class Meta:
        verbose_name = _("proponowany termin")
        verbose_name_plural = _("proponowane terminy")
        ordering = ["starts_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")), name="date_option_in_order"
            )
        ]

    def __str__(self) -> str:
        return str(self.starts_at)


class Fits(models.TextChoices):
    """Whether a time suits somebody."""

    YES = "yes", _("tak")
    MAYBE = "maybe", _("jeśli trzeba")
    NO = "no", _("nie")


class DateAnswer(models.Model):
    """What one member says of one time."""

    option = models.ForeignKey(DateOption, on_delete=models.CASCADE, related_name="answers")
    member = models.ForeignKey("standards.Member", on_delete=models.CASCADE, related_name="+")
    fits = models.CharField(_("pasuje"), max_length=5, choices=Fits.choices)

    class Meta:
        verbose_name = _("odpowiedź o terminie")
        verbose_name_plural = _("odpowiedzi o terminach")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["option", "member"], name="one_answer_of_date")
        ]

    def __str__(self) -> str:
        return self.get_fits_display()
