"""What offices owed to people and whether it came in time, as one table for page, file and API."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class KeptPromise(models.Model):
    """One public matter in which an office had something to deliver by a day.

    Written by ``insight.domain.keeping.refresh`` alone, from what activities register; the rows
    can be made again at any time. ``kept`` is empty while there is still time.
    """

    source = models.CharField(_("rodzaj"), max_length=40)
    object_id = models.BigIntegerField(_("numer"))
    office_slug = models.CharField(_("adres urzędu"), max_length=120)
    office_name = models.CharField(_("urząd"), max_length=200, db_collation="pl-x-icu")
    office_url = models.CharField(_("strona urzędu"), max_length=300)
    title = models.CharField(_("sprawa"), max_length=300)
    url = models.CharField(_("adres sprawy"), max_length=300)
    begun_on = models.DateField(_("od kiedy liczymy"))
    due_on = models.DateField(_("termin"), null=True, blank=True)
    done_on = models.DateField(_("załatwiono"), null=True, blank=True)
    kept = models.BooleanField(_("dotrzymano"), null=True, blank=True)
    days = models.IntegerField(
        _("dni do odpowiedzi"), null=True, blank=True, help_text=_("Od dnia, od którego liczymy.")
    )
    asked = models.PositiveIntegerField(_("uwagi"), default=0)
    answered = models.PositiveIntegerField(_("uwagi z ogłoszonym stanowiskiem"), default=0)
    refreshed_at = models.DateTimeField(_("sprawdzono"))

    class Meta:
        verbose_name = _("dotrzymany termin")
        verbose_name_plural = _("dotrzymane terminy")
        constraints = [
            models.UniqueConstraint(fields=["source", "object_id"], name="one_promise_of_object"),
            models.CheckConstraint(
                condition=Q(answered__lte=models.F("asked")), name="no_more_answers_than_remarks"
            ),
        ]
        indexes = [
            models.Index(fields=["office_slug", "-begun_on", "-id"], name="promise_of_office"),
            models.Index(fields=["-begun_on", "-id"], name="promise_newest"),
            models.Index(fields=["source", "-begun_on"], name="promise_of_source"),
        ]

    def __str__(self) -> str:
        return self.title
