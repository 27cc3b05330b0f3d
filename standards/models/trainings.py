"""Trainings of staff: who was taught, by office; kept by hand or told by events."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from standards.models.groups import Side


class TrainingKind(models.TextChoices):
    """What people came to."""

    TRAINING = "training", _("szkolenie")
    MEETING = "meeting", _("spotkanie informacyjne")


class Training(models.Model):
    """One training or information meeting that took place.

    ``source`` and ``source_key`` name the record from which another activity filled this one,
    so that it can be told again without doubling.
    """

    standard = models.ForeignKey(
        "standards.Standard",
        verbose_name=_("standard"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="trainings",
    )
    kind = models.CharField(
        _("rodzaj"), max_length=10, choices=TrainingKind.choices, default=TrainingKind.TRAINING
    )
    title = models.CharField(_("temat"), max_length=200)
    held_on = models.DateField(_("data"))
    hours = models.DecimalField(
        _("liczba godzin"), max_digits=5, decimal_places=1, help_text=_("Godziny szkoleniowe.")
    )
    county = models.ForeignKey(
        "territory.Area",
        verbose_name=_("powiat"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    place = models.CharField(_("miejsce"), max_length=200, blank=True)
    file = models.ForeignKey(
        "documents.StoredFile",
        verbose_name=_("lista obecności"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    source = models.CharField(max_length=20, blank=True, editable=False)
    source_key = models.CharField(max_length=80, blank=True, editable=False)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    created_at = models.DateTimeField(_("zapisano"), auto_now_add=True)

    class Meta:
        verbose_name = _("szkolenie")
        verbose_name_plural = _("szkolenia")
        ordering = ["-held_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(hours__gt=0),
                name="training_has_hours",
                violation_error_message=_("Podaj liczbę godzin większą od zera."),
            ),
            models.UniqueConstraint(
                fields=["source", "source_key"],
                condition=~Q(source=""),
                name="training_told_once",
            ),
        ]
        indexes = [models.Index(fields=["standard", "-held_on"], name="training_of_standard")]

    def __str__(self) -> str:
        return self.title


class TrainingAttendance(models.Model):
    """How many people of one office, or of the NGO side, took part."""

    training = models.ForeignKey(Training, on_delete=models.CASCADE, related_name="attendance")
    side = models.CharField(_("strona"), max_length=14, choices=Side.choices)
    public_body = models.ForeignKey(
        "organizations.PublicBody",
        verbose_name=_("urząd"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    people = models.PositiveIntegerField(_("liczba osób"))

    class Meta:
        verbose_name = _("uczestnicy szkolenia")
        verbose_name_plural = _("uczestnicy szkoleń")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(people__gt=0),
                name="attendance_of_somebody",
                violation_error_message=_("Podaj liczbę osób większą od zera."),
            ),
            models.CheckConstraint(
                condition=Q(public_body__isnull=True) | Q(side=Side.ADMINISTRATION),
                name="attendance_office_is_administration",
            ),
            models.UniqueConstraint(
                fields=["training", "side", "public_body"],
                name="attendance_once_of_office",
                nulls_distinct=False,
            ),
        ]
        indexes = [models.Index(fields=["public_body"], name="attendance_of_body")]

    def __str__(self) -> str:
        return f"{self.get_side_display()}: {self.people}"
