"""Proposals for the programme from organizations, and their reviews."""

from __future__ import annotations

import pgtrigger
from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from events.models.choices import (
    APPLICATION_TRANSITIONS,
    ApplicationState,
    SessionKind,
    SessionLanguage,
)
from events.models.event import Event
from events.models.programme import Session


class Proposal(models.Model):
    """What an organization would like to bring into the programme."""

    event = models.ForeignKey(
        Event, on_delete=models.CASCADE, related_name="proposals", verbose_name=_("wydarzenie")
    )
    organization = models.ForeignKey(
        "organizations.Organization",
        verbose_name=_("organizacja"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    title = models.CharField(_("tytuł"), max_length=250)
    kind = models.CharField(
        _("forma"), max_length=16, choices=SessionKind.choices, default=SessionKind.WORKSHOP
    )
    language = models.CharField(
        _("język"),
        max_length=3,
        choices=SessionLanguage.choices,
        default=SessionLanguage.POLISH,
    )
    abstract = models.TextField(_("opis dla uczestników"), max_length=3000)
    minutes = models.PositiveSmallIntegerField(
        _("ile minut"), default=45, validators=[MinValueValidator(5), MaxValueValidator(480)]
    )
    speaker_name = models.CharField(_("kto poprowadzi"), max_length=120)
    speaker_bio = models.TextField(_("kilka słów o tej osobie"), blank=True, max_length=1000)
    availability = models.CharField(_("kiedy ta osoba może być"), max_length=200, blank=True)
    needs = models.TextField(_("czego potrzebujecie na miejscu"), blank=True, max_length=1000)
    state = models.CharField(
        _("stan"),
        max_length=12,
        choices=ApplicationState.choices,
        default=ApplicationState.SUBMITTED,
        editable=False,
    )
    decision_note = models.TextField(_("uzasadnienie decyzji"), blank=True)
    session = models.OneToOneField(
        Session,
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="proposal",
        verbose_name=_("sesja"),
    )
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="event_proposals",
        verbose_name=_("zgłoszone przez"),
    )
    submitted_at = models.DateTimeField(_("złożono"), auto_now_add=True)

    class Meta:
        verbose_name = _("propozycja do programu")
        verbose_name_plural = _("propozycje do programu")
        ordering = ["submitted_at", "pk"]
        indexes = [models.Index(fields=["event", "state"], name="proposal_event_state")]
        triggers = [
            pgtrigger.FSM(
                name="allowed_proposal_states",
                field="state",
                transitions=[(str(m.source), str(m.target)) for m in APPLICATION_TRANSITIONS],
            )
        ]

    def __str__(self) -> str:
        return self.title


class ProposalReview(models.Model):
    """One reviewer's judgement; reviewers do not see each other's before their own."""

    proposal = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="reviews")
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+"
    )
    score = models.PositiveSmallIntegerField(
        _("ocena"), validators=[MinValueValidator(1), MaxValueValidator(5)]
    )
    comment = models.TextField(_("komentarz dla zespołu"), blank=True, max_length=2000)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("ocena propozycji")
        verbose_name_plural = _("oceny propozycji")
        ordering = ["created_at"]
        constraints = [
            models.UniqueConstraint(fields=["proposal", "reviewer"], name="one_review_each"),
            models.CheckConstraint(
                condition=Q(score__gte=1, score__lte=5), name="review_from_one_to_five"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.proposal}: {self.score}"
