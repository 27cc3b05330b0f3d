"""The improvement plan: who does what by when, and what it changed."""

from __future__ import annotations

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class ActionStatus(models.TextChoices):
    """How far an action has come."""

    PLANNED = "planned", _("zaplanowane")
    RUNNING = "running", _("w toku")
    DONE = "done", _("zrobione")
    DROPPED = "dropped", _("zaniechane")


OPEN_STATUSES = (ActionStatus.PLANNED, ActionStatus.RUNNING)


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), exclude=["reminded_on"])
class Action(models.Model):
    """One step of the plan that followed an assessment."""

    assessment = models.ForeignKey(
        "quality_index.Assessment",
        verbose_name=_("ocena"),
        on_delete=models.CASCADE,
        related_name="actions",
    )
    indicator = models.ForeignKey(
        "quality_index.Indicator",
        verbose_name=_("wskaźnik"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    title = models.CharField(_("co zrobimy"), max_length=300)
    owner_name = models.CharField(_("kto odpowiada"), max_length=200)
    owner_email = models.EmailField(
        _("e-mail odpowiedzialnego"),
        blank=True,
        help_text=_("Na ten adres przypomnimy o terminie. Nie pokazujemy go publicznie."),
    )
    due_on = models.DateField(_("termin"))
    status = models.CharField(
        _("stan"), max_length=8, choices=ActionStatus.choices, default=ActionStatus.PLANNED
    )
    outcome = models.TextField(
        _("co się zmieniło"), blank=True, max_length=4000, help_text=_("Wypełnij przy przeglądzie.")
    )
    reminded_on = models.DateField(null=True, editable=False)
    updated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    created_at = models.DateTimeField(_("utworzono"), auto_now_add=True)
    updated_at = models.DateTimeField(_("zmieniono"), auto_now=True)

    class Meta:
        verbose_name = _("działanie naprawcze")
        verbose_name_plural = _("działania naprawcze")
        ordering = ["due_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(status="dropped") | ~Q(outcome=""),
                name="dropped_action_says_why",
                violation_error_message=_("Napisz, dlaczego zaniechano tego działania."),
            )
        ]
        indexes = [models.Index(fields=["status", "due_on"], name="index_action_by_term")]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return f"{reverse('quality_index:plan', args=[self.assessment_id])}#dzialanie-{self.pk}"

    @property
    def is_open(self) -> bool:
        """Whether somebody still works on it."""
        return self.status in OPEN_STATUSES

    @property
    def is_late(self) -> bool:
        """Whether its term has passed."""
        return self.is_open and self.due_on < timezone.localdate()
