"""How much the portal is read: numbers by day, without anybody's address, name or cookie."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class VisitCount(models.Model):
    """How often pages of one kind were read on a day, by the county that they are about."""

    day = models.DateField(_("dzień"))
    part = models.CharField(_("część portalu"), max_length=30)
    page = models.CharField(
        _("rodzaj strony"), max_length=80, blank=True, help_text=_("Puste: pozostałe strony.")
    )
    county = models.CharField(
        _("powiat"), max_length=4, blank=True, help_text=_("Kod TERYT; puste, gdy nieznany.")
    )
    views = models.PositiveBigIntegerField(_("odsłony"))

    class Meta:
        verbose_name = _("liczba odsłon")
        verbose_name_plural = _("liczby odsłon")
        constraints = [
            models.UniqueConstraint(
                fields=["day", "part", "page", "county"], name="one_count_of_visits"
            )
        ]

    def __str__(self) -> str:
        return f"{self.day:%Y-%m-%d} {self.part}"


class VisitorCount(models.Model):
    """About how many different readers a part had on a day; "" is the whole portal.

    An estimate (HyperLogLog, within about one percent): no list of readers exists to count.
    """

    day = models.DateField(_("dzień"))
    part = models.CharField(_("część portalu"), max_length=30, blank=True)
    visitors = models.PositiveIntegerField(_("osoby"))

    class Meta:
        verbose_name = _("liczba odwiedzających")
        verbose_name_plural = _("liczby odwiedzających")
        constraints = [
            models.UniqueConstraint(fields=["day", "part"], name="one_count_of_visitors")
        ]

    def __str__(self) -> str:
        return f"{self.day:%Y-%m-%d} {self.part}"


class CountedBatch(models.Model):
    """A batch that was added to the counts, so that a repeated task adds it once."""

    key = models.CharField(_("partia"), max_length=64, unique=True)
    counted_at = models.DateTimeField(_("policzono"), auto_now_add=True, db_index=True)

    class Meta:
        verbose_name = _("policzona partia")
        verbose_name_plural = _("policzone partie")

    def __str__(self) -> str:
        return self.key
