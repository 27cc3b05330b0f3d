"""Calls for members of a body, and who applied."""

from __future__ import annotations

from datetime import timedelta

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from consultations.models.consultation import start_of_day
from standards.models.groups import Side

_REFUSE_LATE = """
    IF NOT EXISTS (
        SELECT 1 FROM standards_membercall call
        WHERE call.id = NEW.call_id
            AND call.opens_at <= clock_timestamp() AND call.closes_at > clock_timestamp()
    ) THEN
        RAISE EXCEPTION 'the call takes no applications now'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'application_in_time';
    END IF;
    RETURN NEW;
"""


class MemberCall(models.Model):
    """An invitation to apply for seats until a day."""

    group = models.ForeignKey(
        "standards.WorkingGroup", on_delete=models.CASCADE, related_name="calls"
    )
    title = models.CharField(_("tytuł naboru"), max_length=200)
    text = models.TextField(
        _("kogo szukamy i czego oczekujemy"), help_text=_("Także: jak wybierzemy i ile to pracy.")
    )
    opens_on = models.DateField(_("zgłoszenia od"))
    closes_on = models.DateField(_("zgłoszenia do"), help_text=_("Do 23:59:59 tego dnia."))
    opens_at = models.DateTimeField(editable=False)
    closes_at = models.DateTimeField(editable=False)
    created_at = models.DateTimeField(_("ogłoszono"), auto_now_add=True)

    class Meta:
        verbose_name = _("nabór do zespołu")
        verbose_name_plural = _("nabory do zespołów")
        ordering = ["-closes_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(closes_on__gte=F("opens_on")),
                name="call_dates_in_order",
                violation_error_message=_("Nabór nie może skończyć się, zanim się zacznie."),
            )
        ]

    def __str__(self) -> str:
        return self.title

    def save(self, *args: object, **kwargs: object) -> None:
        """Moments always follow the dates that people see."""
        self.opens_at = start_of_day(self.opens_on)
        self.closes_at = start_of_day(self.closes_on + timedelta(days=1))
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    def get_absolute_url(self) -> str:
        return reverse("standards:call", args=[self.group.slug, self.pk])

    @property
    def is_open(self) -> bool:
        """Whether applications are taken, by this process's clock; the database decides."""
        return self.opens_at <= timezone.now() < self.closes_at


class ApplicationState(models.TextChoices):
    """What became of an application."""

    SUBMITTED = "submitted", _("złożone")
    WITHDRAWN = "withdrawn", _("wycofane")
    ACCEPTED = "accepted", _("przyjęte")
    REJECTED = "rejected", _("odrzucone")


class MemberApplication(models.Model):
    """Somebody who wants a seat."""

    call = models.ForeignKey(MemberCall, on_delete=models.CASCADE, related_name="applications")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("kto"),
        on_delete=models.CASCADE,
        related_name="member_applications",
    )
    side = models.CharField(_("strona"), max_length=14, choices=Side.choices)
    organization = models.ForeignKey(
        "organizations.Organization",
        verbose_name=_("organizacja"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    public_body = models.ForeignKey(
        "organizations.PublicBody",
        verbose_name=_("urząd"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    motivation = models.TextField(_("dlaczego chcesz pracować w zespole"), max_length=3000)
    experience = models.TextField(_("doświadczenie w temacie"), max_length=3000, blank=True)
    state = models.CharField(
        _("stan"),
        max_length=10,
        choices=ApplicationState.choices,
        default=ApplicationState.SUBMITTED,
        editable=False,
    )
    reason = models.TextField(_("uzasadnienie decyzji"), max_length=2000, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    decided_at = models.DateTimeField(null=True, blank=True, editable=False)
    submitted_at = models.DateTimeField(_("złożono"), auto_now_add=True)

    class Meta:
        verbose_name = _("zgłoszenie do zespołu")
        verbose_name_plural = _("zgłoszenia do zespołów")
        ordering = ["submitted_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["call", "user"], name="one_application_to_call"),
            models.CheckConstraint(
                condition=(Q(side=Side.NGO) & Q(organization__isnull=False))
                | (Q(side=Side.ADMINISTRATION) & Q(public_body__isnull=False)),
                name="application_for_own_side",
                violation_error_message=_("Wybierz organizację albo urząd, w którego imieniu."),
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="in_time",
                operation=pgtrigger.Insert,
                when=pgtrigger.Before,
                func=_REFUSE_LATE,
            )
        ]

    def __str__(self) -> str:
        return str(self.user)

    def get_absolute_url(self) -> str:
        return self.call.get_absolute_url()
