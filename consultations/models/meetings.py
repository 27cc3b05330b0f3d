"""Meetings of the extended mode and the opinion of the council."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class MeetingKind(models.TextChoices):
    """Forms of the extended mode that the regulations name."""

    CONFERENCE = "conference", _("konferencja")
    MEETING = "meeting", _("spotkanie")
    DEBATE = "debate", _("debata")
    WORKSHOP = "workshop", _("warsztaty")


class Meeting(models.Model):
    """A meeting on the draft: announced before, recorded afterwards."""

    consultation = models.ForeignKey(
        "consultations.Consultation",
        verbose_name=_("konsultacje"),
        on_delete=models.CASCADE,
        related_name="meetings",
    )
    kind = models.CharField(
        _("rodzaj"), max_length=12, choices=MeetingKind.choices, default=MeetingKind.MEETING
    )
    starts_at = models.DateTimeField(_("początek"))
    place = models.CharField(
        _("miejsce"), max_length=200, help_text=_("Adres i sala albo odnośnik do spotkania online.")
    )
    description = models.TextField(
        _("opis"), max_length=4000, blank=True, help_text=_("Porządek, dojazd, dostępność.")
    )
    protocol = models.OneToOneField(
        "documents.StoredFile",
        verbose_name=_("protokół"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    summary = models.TextField(
        _("co ustalono"), max_length=10_000, blank=True, help_text=_("Kilka zdań do raportu.")
    )
    ngo_count = models.PositiveIntegerField(
        _("uczestnicy z organizacji pozarządowych"), null=True, blank=True
    )
    public_count = models.PositiveIntegerField(
        _("uczestnicy z administracji"), null=True, blank=True
    )
    other_count = models.PositiveIntegerField(_("pozostali uczestnicy"), null=True, blank=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(_("dodano"), auto_now_add=True)

    class Meta:
        verbose_name = _("spotkanie konsultacyjne")
        verbose_name_plural = _("spotkania konsultacyjne")
        ordering = ["starts_at", "pk"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.place}"

    @property
    def attendance(self) -> int | None:
        """All who came, or None while nobody has counted."""
        counts = (self.ngo_count, self.public_count, self.other_count)
        if all(count is None for count in counts):
            return None
        return sum(count or 0 for count in counts)


class CouncilVerdict(models.TextChoices):
    """What the council said."""

    POSITIVE = "positive", _("pozytywna")
    WITH_REMARKS = "with_remarks", _("pozytywna z uwagami")
    NEGATIVE = "negative", _("negatywna")
    WAIVED = "waived", _("rada nie wyraziła opinii w terminie")


class CouncilOpinion(models.Model):
    """The opinion of the council of public benefit activity (RDPP) on the draft."""

    consultation = models.OneToOneField(
        "consultations.Consultation",
        verbose_name=_("konsultacje"),
        on_delete=models.CASCADE,
        related_name="council_opinion",
    )
    council = models.CharField(_("nazwa rady"), max_length=200)
    asked_on = models.DateField(_("data przekazania projektu"))
    given_on = models.DateField(_("data opinii"), null=True, blank=True)
    verdict = models.CharField(
        _("opinia"), max_length=12, choices=CouncilVerdict.choices, blank=True
    )
    number = models.CharField(_("numer uchwały rady"), max_length=60, blank=True)
    text = models.TextField(_("treść opinii"), max_length=10_000, blank=True)
    file = models.OneToOneField(
        "documents.StoredFile",
        verbose_name=_("plik z opinią"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    updated_at = models.DateTimeField(_("zmieniono"), auto_now=True)

    class Meta:
        verbose_name = _("opinia rady działalności pożytku publicznego")
        verbose_name_plural = _("opinie rad działalności pożytku publicznego")
        constraints = [
            models.CheckConstraint(
                condition=Q(given_on=None) | Q(given_on__gte=F("asked_on")),
                name="council_opinion_after_question",
                violation_error_message=_("Opinia nie może być starsza niż pytanie o nią."),
            ),
            models.CheckConstraint(
                condition=Q(given_on=None, verdict="")
                | (Q(given_on__isnull=False) & ~Q(verdict="")),
                name="council_opinion_with_date",
                violation_error_message=_("Podaj opinię razem z jej datą."),
            ),
        ]

    def __str__(self) -> str:
        return self.get_verdict_display() if self.verdict else str(_("oczekiwana"))
