"""Meetings of a consultation in the extended mode, with what was recorded of them."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class MeetingKind(models.TextChoices):
    """Forms of the extended mode in the region's regulations."""

    CONFERENCE = "conference", _("konferencja")
    MEETING = "meeting", _("spotkanie")
    DEBATE = "debate", _("debata")
    WORKSHOP = "workshop", _("warsztaty")


class Sector(models.TextChoices):
    """Where the participants come from; the project counts them by it."""

    NGO = "ngo", _("organizacje pozarządowe")
    PUBLIC = "public", _("administracja publiczna")
    BUSINESS = "business", _("przedsiębiorcy")
    SCIENCE = "science", _("nauka i eksperci")
    CITIZENS = "citizens", _("mieszkańcy")


class ConsultationMeeting(models.Model):
    """A meeting: announced before, recorded after."""

    consultation = models.ForeignKey(
        "consultations.Consultation",
        verbose_name=_("konsultacje"),
        on_delete=models.CASCADE,
        related_name="meetings",
    )
    round_number = models.PositiveSmallIntegerField(_("tura"), default=1, editable=False)
    kind = models.CharField(
        _("forma"), max_length=12, choices=MeetingKind.choices, default=MeetingKind.MEETING
    )
    title = models.CharField(_("tytuł spotkania"), max_length=200)
    starts_at = models.DateTimeField(_("początek spotkania"))
    ends_at = models.DateTimeField(_("koniec spotkania"))
    place = models.CharField(
        _("miejsce"), max_length=300, blank=True, help_text=_("Adres i sala; puste, gdy online.")
    )
    online_url = models.URLField(_("odnośnik do spotkania online"), max_length=500, blank=True)
    description = models.TextField(_("program i jak się zgłosić"), max_length=10_000, blank=True)
    accessibility = models.TextField(
        _("dostępność spotkania"),
        max_length=2000,
        blank=True,
        help_text=_("Np. wejście bez progów, pętla indukcyjna, tłumacz języka migowego."),
    )
    cancelled_at = models.DateTimeField(_("spotkanie odwołano"), null=True, blank=True)
    cancel_reason = models.TextField(_("powód odwołania"), max_length=2000, blank=True)
    protocol_text = models.TextField(
        _("protokół"),
        max_length=50_000,
        blank=True,
        help_text=_("Przebieg i ustalenia. Zobaczą go wszyscy, więc bez danych osób prywatnych."),
    )
    protocol_file = models.ForeignKey(
        "documents.StoredFile",
        verbose_name=_("plik protokołu"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    protocol_at = models.DateTimeField(_("protokół ogłoszono"), null=True, blank=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(_("dodano"), auto_now_add=True)
    updated_at = models.DateTimeField(_("zmieniono"), auto_now=True)

    class Meta:
        verbose_name = _("spotkanie konsultacyjne")
        verbose_name_plural = _("spotkania konsultacyjne")
        ordering = ["starts_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")),
                name="meeting_times_in_order",
                violation_error_message=_("Koniec spotkania musi być po jego początku."),
            ),
            models.CheckConstraint(
                condition=~Q(place="", online_url=""),
                name="meeting_is_somewhere",
                violation_error_message=_("Podaj miejsce albo odnośnik do spotkania online."),
            ),
            models.CheckConstraint(
                condition=Q(cancelled_at__isnull=True) | ~Q(cancel_reason=""),
                name="meeting_cancelled_with_reason",
            ),
        ]
        indexes = [
            models.Index(fields=["consultation", "starts_at"], name="meeting_of_consultation"),
            models.Index(fields=["starts_at"], name="meeting_by_time"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("consultations:meeting", args=[self.consultation.slug, self.pk])

    @property
    def is_over(self) -> bool:
        """Whether it has ended, so that it can be recorded."""
        return self.cancelled_at is None and self.ends_at <= timezone.now()

    @property
    def has_protocol(self) -> bool:
        """Whether anything was written down of it."""
        return bool(self.protocol_text or self.protocol_file_id)


class MeetingHeadcount(models.Model):
    """How many people of one sector came: what everybody sees of the attendance list."""

    meeting = models.ForeignKey(
        ConsultationMeeting, on_delete=models.CASCADE, related_name="headcounts"
    )
    sector = models.CharField(_("sektor"), max_length=12, choices=Sector.choices)
    people = models.PositiveIntegerField(_("liczba osób"))

    class Meta:
        verbose_name = _("frekwencja")
        verbose_name_plural = _("frekwencja")
        ordering = ["meeting", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "sector"], name="one_headcount_per_sector")
        ]

    def __str__(self) -> str:
        return f"{self.get_sector_display()}: {self.people}"


class MeetingAttendee(models.Model):
    """A line of the attendance list. Names are for the office only and go with retention."""

    meeting = models.ForeignKey(
        ConsultationMeeting, on_delete=models.CASCADE, related_name="attendees"
    )
    position = models.PositiveSmallIntegerField(_("lp."))
    name = models.CharField(_("imię i nazwisko"), max_length=160)
    represents = models.CharField(_("kogo reprezentuje"), max_length=300, blank=True)
    sector = models.CharField(_("sektor"), max_length=12, choices=Sector.choices)

    class Meta:
        verbose_name = _("uczestnik spotkania")
        verbose_name_plural = _("uczestnicy spotkań")
        ordering = ["meeting", "position"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "position"], name="attendee_line_unique")
        ]

    def __str__(self) -> str:
        return self.name


def people_at(meeting: Any) -> int:
    """How many people came in all; reads the headcounts that were fetched with the meeting."""
    return sum(row.people for row in meeting.headcounts.all())
