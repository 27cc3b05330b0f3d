"""Which office adopted which standard, and who was asked to."""

from __future__ import annotations

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class AdoptionState(models.TextChoices):
    """How sure the portal is."""

    DECLARED = "declared", _("zgłoszone przez urząd")
    CONFIRMED = "confirmed", _("potwierdzone")
    WITHDRAWN = "withdrawn", _("wycofane")


@pghistory.track()
class Adoption(models.Model):
    """An office applies a standard by its own act."""

    standard = models.ForeignKey(
        "standards.Standard",
        on_delete=models.CASCADE,
        related_name="adoptions",
        verbose_name=_("standard"),
    )
    public_body = models.ForeignKey(
        "organizations.PublicBody",
        verbose_name=_("urząd"),
        on_delete=models.CASCADE,
        related_name="adoptions",
    )
    state = models.CharField(
        _("stan"),
        max_length=10,
        choices=AdoptionState.choices,
        default=AdoptionState.DECLARED,
        editable=False,
    )
    number = models.CharField(
        _("numer własnego aktu"),
        max_length=80,
        help_text=_("Uchwała lub zarządzenie, np. XII/85/2026."),
    )
    adopted_on = models.DateField(_("data aktu"))
    url = models.URLField(_("adres aktu"), blank=True)
    file = models.ForeignKey(
        "documents.StoredFile",
        verbose_name=_("plik aktu"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    deviations = models.TextField(
        _("odstępstwa od standardu"),
        blank=True,
        max_length=3000,
        help_text=_("Co urząd robi inaczej i dlaczego. Puste: standard bez zmian."),
    )
    declared_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    declared_at = models.DateTimeField(_("zgłoszono"), auto_now_add=True)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    confirmed_at = models.DateTimeField(_("potwierdzono"), null=True, editable=False)

    class Meta:
        verbose_name = _("przyjęcie standardu")
        verbose_name_plural = _("przyjęcia standardów")
        ordering = ["-adopted_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["standard", "public_body"], name="one_adoption_of_office"
            ),
            models.CheckConstraint(
                condition=~Q(state=AdoptionState.CONFIRMED) | Q(confirmed_at__isnull=False),
                name="confirmed_adoption_has_moment",
            ),
        ]
        indexes = [models.Index(fields=["public_body", "state"], name="adoption_of_body")]

    def __str__(self) -> str:
        return f"{self.public_body}: {self.standard}"

    def get_absolute_url(self) -> str:
        return f"{reverse('standards:adoptions')}?standard={self.standard_id}"


class AdoptionInvitation(models.Model):
    """An office was asked to adopt a standard."""

    standard = models.ForeignKey(
        "standards.Standard", on_delete=models.CASCADE, related_name="invitations"
    )
    public_body = models.ForeignKey(
        "organizations.PublicBody", on_delete=models.CASCADE, related_name="+"
    )
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    sent_at = models.DateTimeField(_("wysłano"), auto_now=True)

    class Meta:
        verbose_name = _("zaproszenie do przyjęcia standardu")
        verbose_name_plural = _("zaproszenia do przyjęcia standardów")
        ordering = ["-sent_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["standard", "public_body"], name="one_invitation_of_office"
            )
        ]

    def __str__(self) -> str:
        return f"{self.public_body}: {self.standard}"

    def get_absolute_url(self) -> str:
        return reverse("standards:declare", args=[self.standard.slug])


class Project(models.Model):
    """A funded project with targets that real records are measured against."""

    title = models.CharField(_("nazwa projektu"), max_length=200)
    slug = models.SlugField(_("adres strony"), max_length=100, unique=True, editable=False)
    public_body = models.ForeignKey(
        "organizations.PublicBody",
        verbose_name=_("lider"),
        on_delete=models.PROTECT,
        related_name="projects",
    )
    starts_on = models.DateField(_("początek"))
    ends_on = models.DateField(_("koniec"))
    counties = models.PositiveIntegerField(_("powiaty"), default=12)
    meetings = models.PositiveIntegerField(_("spotkania"), default=18)
    meeting_hours = models.PositiveIntegerField(_("godziny spotkań"), default=54)
    meeting_people = models.PositiveIntegerField(_("uczestnicy spotkań"), default=270)
    trainings = models.PositiveIntegerField(_("szkolenia"), default=12)
    training_hours = models.PositiveIntegerField(_("godziny szkoleń"), default=96)
    training_people = models.PositiveIntegerField(_("uczestnicy szkoleń"), default=120)
    administration_people = models.PositiveIntegerField(
        _("osoby z administracji (uczestnicy bezpośredni)"), default=77
    )
    ngo_people = models.PositiveIntegerField(
        _("osoby z organizacji (uczestnicy bezpośredni)"), default=80
    )

    class Meta:
        verbose_name = _("projekt")
        verbose_name_plural = _("projekty")
        ordering = ["-starts_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=models.F("starts_on")),
                name="project_dates_in_order",
                violation_error_message=_("Koniec nie może być przed początkiem."),
            )
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("standards:project", args=[self.slug])
