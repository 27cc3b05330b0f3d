"""Calls: open competitions of offers (art. 13), small grants (art. 19a) and others."""

from __future__ import annotations

from decimal import Decimal

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from pages.models.publications import Publication, PublicationQuerySet


class CallKind(models.TextChoices):
    """What is offered, by the act of 24 April 2003 or beside it."""

    COMPETITION = "competition", _("otwarty konkurs ofert (art. 13)")
    SMALL_GRANT = "small_grant", _("mały grant (art. 19a)")
    LOCAL_INITIATIVE = "local_initiative", _("inicjatywa lokalna (art. 19b)")
    PARTNER = "partner", _("nabór partnera")
    OTHER = "other", _("inny nabór")


class Call(Publication):
    """An announcement to which organizations answer with offers until a day."""

    kind = models.CharField(
        _("rodzaj"), max_length=20, choices=CallKind.choices, default=CallKind.COMPETITION
    )
    opens_on = models.DateField(_("pierwszy dzień naboru"), default=timezone.localdate)
    closes_on = models.DateField(
        _("ostatni dzień naboru"), help_text=_("Oferty przyjmowane są do końca tego dnia.")
    )
    budget = models.DecimalField(
        _("pula środków (zł)"),
        max_digits=12,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(Decimal("0.01"))],
    )
    largest_grant = models.DecimalField(
        _("najwyższa dotacja (zł)"),
        max_digits=12,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(Decimal("0.01"))],
    )
    topics = ArrayField(models.CharField(max_length=20), verbose_name=_("sfery"), default=list)
    counties = models.ManyToManyField(
        "territory.Area",
        verbose_name=_("powiaty"),
        blank=True,
        related_name="+",
        help_text=_("Nic nie wybrano oznacza cały region."),
    )
    url = models.URLField(_("strona naboru"), blank=True, max_length=500)
    contact = models.CharField(
        _("kontakt"), max_length=300, help_text=_("Kto odpowie na pytania: osoba, telefon, e-mail.")
    )
    results = models.TextField(_("wyniki"), max_length=10_000, blank=True)

    objects = PublicationQuerySet["Call"].as_manager()

    class Meta:
        verbose_name = _("nabór")
        verbose_name_plural = _("nabory")
        ordering = ["closes_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(closes_on__gte=F("opens_on")),
                name="call_closes_after_opening",
                violation_error_message=_("Ostatni dzień naboru nie może być przed pierwszym."),
            ),
        ]
        indexes = [
            models.Index(fields=["state", "closes_on"], name="call_by_term"),
            models.Index(fields=["publisher_type", "publisher_id"], name="call_of_publisher"),
            GinIndex(fields=["topics"], name="call_by_topic"),
        ]

    def get_absolute_url(self) -> str:
        return reverse("pages:publication", args=["nabory", self.slug])

    @property
    def is_open(self) -> bool:
        """Whether offers are taken today."""
        return self.opens_on <= timezone.localdate() <= self.closes_on

    @property
    def is_over(self) -> bool:
        """Whether the last day has passed."""
        return self.closes_on < timezone.localdate()

    @property
    def days_left(self) -> int:
        """Whole days until the last one."""
        return (self.closes_on - timezone.localdate()).days


class CallDocument(models.Model):
    """A file of a call: regulations, the form of the offer."""

    call = models.ForeignKey(Call, on_delete=models.CASCADE, related_name="documents")
    file = models.OneToOneField("documents.StoredFile", on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(_("dodano"), auto_now_add=True)

    class Meta:
        verbose_name = _("dokument naboru")
        verbose_name_plural = _("dokumenty naborów")
        ordering = ["call", "added_at", "pk"]

    def __str__(self) -> str:
        return self.file.original_name

    def get_absolute_url(self) -> str:
        return reverse("pages:call_document", args=[self.call.slug, self.pk])


class CallReminder(models.Model):
    """That followers were reminded so many days before the end; once each."""

    call = models.ForeignKey(Call, on_delete=models.CASCADE, related_name="reminders")
    days = models.PositiveSmallIntegerField(_("dni przed końcem"))
    sent_at = models.DateTimeField(_("kiedy"), auto_now_add=True)

    class Meta:
        verbose_name = _("przypomnienie o naborze")
        verbose_name_plural = _("przypomnienia o naborach")
        constraints = [
            models.UniqueConstraint(fields=["call", "days"], name="one_call_reminder_per_day")
        ]

    def __str__(self) -> str:
        return f"{self.call}: {self.days}"
