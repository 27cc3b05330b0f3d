"""The day itself: who came, to what, and what they take home."""

from __future__ import annotations

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from events.models.event import Event
from events.models.programme import Session
from events.models.registration import Registration


class CheckIn(models.Model):
    """That somebody came: to the event, or to one session of it.

    Whatever two phones noted offline, the database keeps one entry for a person and a door.
    """

    registration = models.ForeignKey(
        Registration, on_delete=models.CASCADE, related_name="check_ins"
    )
    session = models.ForeignKey(
        Session, null=True, blank=True, on_delete=models.CASCADE, related_name="check_ins"
    )
    happened_at = models.DateTimeField(
        _("kiedy"), help_text=_("Według zegara urządzenia, które było przy wejściu.")
    )
    received_at = models.DateTimeField(_("zapisano"), auto_now_add=True)
    device = models.CharField(_("urządzenie"), max_length=60, blank=True)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        verbose_name = _("wejście")
        verbose_name_plural = _("wejścia")
        ordering = ["happened_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["registration", "session"],
                nulls_distinct=False,
                name="one_entry_for_a_door",
            )
        ]

    def __str__(self) -> str:
        return f"{self.registration} ({self.happened_at:%H:%M})"


class Certificate(models.Model):
    """A certificate of attendance; its number and key let anybody check it."""

    registration = models.OneToOneField(
        Registration, on_delete=models.CASCADE, related_name="certificate"
    )
    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="certificates")
    number = models.PositiveIntegerField(_("numer"))
    key = models.CharField(_("klucz sprawdzenia"), max_length=16, unique=True)
    hours = models.DecimalField(_("godziny"), max_digits=6, decimal_places=1)
    issued_at = models.DateTimeField(_("wydano"), auto_now_add=True)

    class Meta:
        verbose_name = _("zaświadczenie")
        verbose_name_plural = _("zaświadczenia")
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["event", "number"], name="certificate_number_once")
        ]

    def __str__(self) -> str:
        return self.full_number

    @property
    def full_number(self) -> str:
        """As it stands on paper: event/number/year."""
        return f"{self.event_id}/{self.number}/{self.issued_at:%Y}"


class Evaluation(models.Model):
    """A participant's answers to the survey after the event; the answers carry no name.

    ``token_hash`` only tells that this link has been used: it cannot be turned back.
    """

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="evaluations")
    version = models.ForeignKey("surveys.Version", on_delete=models.PROTECT, related_name="+")
    token_hash = models.CharField(max_length=64)
    sector = models.CharField(max_length=16)
    answers = models.JSONField(default=dict)
    submitted_on = models.DateField(auto_now_add=True)

    class Meta:
        verbose_name = _("ocena wydarzenia")
        verbose_name_plural = _("oceny wydarzeń")
        constraints = [
            models.UniqueConstraint(fields=["event", "token_hash"], name="one_evaluation")
        ]

    def __str__(self) -> str:
        return f"{self.event} ({self.submitted_on})"


class SessionFeedback(models.Model):
    """How somebody who was there liked a session."""

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="feedback")
    registration = models.ForeignKey(
        Registration, on_delete=models.CASCADE, related_name="feedback"
    )
    rating = models.PositiveSmallIntegerField(
        _("ocena"), validators=[MinValueValidator(1), MaxValueValidator(5)]
    )
    comment = models.TextField(_("komentarz"), blank=True, max_length=1000)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("opinia o sesji")
        verbose_name_plural = _("opinie o sesjach")
        ordering = ["-created_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["session", "registration"], name="one_opinion_on_session"
            ),
            models.CheckConstraint(
                condition=Q(rating__gte=1, rating__lte=5), name="opinion_from_one_to_five"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.session}: {self.rating}"
