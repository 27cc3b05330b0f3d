"""Meetings of a body: when and where, who came, what was agreed."""

from __future__ import annotations

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from standards.models.groups import Side


class MeetingState(models.TextChoices):
    """Whether it is to come, took place or was called off."""

    PLANNED = "planned", _("zaplanowane")
    HELD = "held", _("odbyło się")
    CANCELLED = "cancelled", _("odwołane")


class Meeting(models.Model):
    """One meeting of a body."""

    group = models.ForeignKey(
        "standards.WorkingGroup",
        on_delete=models.CASCADE,
        related_name="meetings",
        verbose_name=_("zespół"),
    )
    number = models.PositiveIntegerField(_("numer"), editable=False)
    title = models.CharField(_("temat"), max_length=200)
    starts_at = models.DateTimeField(_("początek"))
    ends_at = models.DateTimeField(_("koniec"))
    place = models.CharField(_("miejsce"), max_length=200, blank=True)
    county = models.ForeignKey(
        "territory.Area",
        verbose_name=_("powiat"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    online_link = models.URLField(
        _("link do spotkania online"), blank=True, help_text=_("Zobaczą go tylko członkowie.")
    )
    agenda = models.TextField(_("porządek obrad"), help_text=_("Każdy punkt w osobnym wierszu."))
    state = models.CharField(
        _("stan"),
        max_length=10,
        choices=MeetingState.choices,
        default=MeetingState.PLANNED,
        editable=False,
    )
    hours = models.DecimalField(
        _("liczba godzin"), max_digits=4, decimal_places=1, null=True, blank=True
    )
    invited_at = models.DateTimeField(_("zaproszono"), null=True, blank=True, editable=False)
    changes = models.PositiveIntegerField(default=0, editable=False)
    minutes = models.OneToOneField(
        "standards.WorkDocument",
        verbose_name=_("protokół"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="meeting",
    )
    approved_minutes = models.ForeignKey(
        "standards.DocumentVersion",
        verbose_name=_("zatwierdzony protokół"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    approved_at = models.DateTimeField(null=True, blank=True, editable=False)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    updated_at = models.DateTimeField(_("zmieniono"), auto_now=True)

    class Meta:
        verbose_name = _("spotkanie")
        verbose_name_plural = _("spotkania")
        ordering = ["-starts_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["group", "number"], name="meeting_number_unique"),
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")),
                name="meeting_moments_in_order",
                violation_error_message=_("Spotkanie nie może skończyć się, zanim się zaczęło."),
            ),
            models.CheckConstraint(
                condition=~Q(state=MeetingState.HELD) | (Q(hours__isnull=False) & Q(hours__gt=0)),
                name="held_meeting_has_hours",
                violation_error_message=_("Podaj, ile godzin trwało spotkanie."),
            ),
        ]
        indexes = [models.Index(fields=["group", "-starts_at"], name="meeting_of_group")]
        triggers = [
            pgtrigger.Trigger(
                name="approved_minutes_stay",
                operation=pgtrigger.UpdateOf("approved_minutes_id"),
                when=pgtrigger.Before,
                condition=pgtrigger.Q(old__approved_minutes__isnull=False),
                func="""
                    RAISE EXCEPTION 'approved minutes do not change'
                        USING ERRCODE = 'check_violation', CONSTRAINT = 'approved_minutes_stay';
                """,
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("standards:meeting", args=[self.group.slug, self.pk])

    @property
    def agenda_items(self) -> list[str]:
        """The points of the agenda."""
        return [line.strip() for line in self.agenda.splitlines() if line.strip()]

    @property
    def is_planned(self) -> bool:
        """Whether it is still to come or to be closed."""
        return self.state == MeetingState.PLANNED


class Presence(models.TextChoices):
    """Whether somebody came."""

    PRESENT = "present", _("obecny(-a)")
    EXCUSED = "excused", _("usprawiedliwiony(-a)")
    ABSENT = "absent", _("nieobecny(-a)")


class Attendance(models.Model):
    """One person on the list of a meeting: a member, or a guest without a seat."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="attendance")
    member = models.ForeignKey(
        "standards.Member",
        verbose_name=_("członek"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="attendance",
    )
    name = models.CharField(_("imię i nazwisko"), max_length=120)
    side = models.CharField(_("strona"), max_length=14, choices=Side.choices)
    presence = models.CharField(_("obecność"), max_length=8, choices=Presence.choices)

    class Meta:
        verbose_name = _("obecność na spotkaniu")
        verbose_name_plural = _("obecność na spotkaniach")
        ordering = ["side", "name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "member"], name="attendance_once_of_member"),
        ]

    def __str__(self) -> str:
        return self.name


class Decision(models.Model):
    """What a meeting decided."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="decisions")
    number = models.PositiveIntegerField(_("numer"))
    text = models.TextField(_("treść ustalenia"), max_length=3000)

    class Meta:
        verbose_name = _("ustalenie")
        verbose_name_plural = _("ustalenia")
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "number"], name="decision_number_unique")
        ]

    def __str__(self) -> str:
        return self.text[:80]


class ActionPoint(models.Model):
    """Who does what until when."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="actions")
    text = models.CharField(_("co trzeba zrobić"), max_length=400)
    owner = models.ForeignKey(
        "standards.Member",
        verbose_name=_("kto"),
        on_delete=models.PROTECT,
        related_name="actions",
    )
    due_on = models.DateField(_("do kiedy"))
    done_on = models.DateField(_("zrobione"), null=True, blank=True, editable=False)
    reminded_on = models.DateField(_("przypomniano"), null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("zadanie")
        verbose_name_plural = _("zadania")
        ordering = ["due_on", "pk"]
        indexes = [
            models.Index(fields=["due_on"], condition=Q(done_on__isnull=True), name="action_open")
        ]

    def __str__(self) -> str:
        return self.text

    def get_absolute_url(self) -> str:
        return self.meeting.get_absolute_url()


class MeetingFile(models.Model):
    """A file of a meeting."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="files")
    title = models.CharField(_("tytuł"), max_length=200)
    file = models.OneToOneField(
        "documents.StoredFile", verbose_name=_("plik"), on_delete=models.PROTECT, related_name="+"
    )
    is_public = models.BooleanField(_("publiczny"), default=False)

    class Meta:
        verbose_name = _("plik spotkania")
        verbose_name_plural = _("pliki spotkań")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.title
