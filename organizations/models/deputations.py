"""Who acts for an official on leave, from when to when."""

from __future__ import annotations

from datetime import timedelta

import pghistory
from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value
from django.db.models.functions import Now, TruncDate
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from organizations.models.public_bodies import PublicBody

LONGEST = timedelta(days=366)


class DeputationQuerySet(models.QuerySet["Deputation"]):
    """Deputations by their time."""

    def running(self) -> DeputationQuerySet:
        """In force today by the database's clock, while both still work for the office.

        Nothing ends a deputation: after its last day, or when one of the two leaves the
        office, this condition is false.
        """
        today = TruncDate(Now(), tzinfo=timezone.get_default_timezone())
        return self.filter(
            self._employed("official"),
            self._employed("deputy"),
            starts_on__lte=today,
            ends_on__gte=today,
            called_off_at__isnull=True,
        )

    @staticmethod
    def _employed(who: str) -> models.Exists:
        from organizations.models.memberships import PublicBodyMembership

        return models.Exists(
            PublicBodyMembership.objects.filter(
                user=models.OuterRef(who),
                public_body=models.OuterRef("public_body"),
                is_active=True,
                user__is_active=True,
            )
        )


@pghistory.track()
class Deputation(models.Model):
    """An official's work is done by a colleague of the same office for some days."""

    public_body = models.ForeignKey(
        PublicBody, verbose_name=_("urząd"), on_delete=models.CASCADE, related_name="deputations"
    )
    official = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("kogo"),
        on_delete=models.CASCADE,
        related_name="deputations_given",
    )
    deputy = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("kto zastępuje"),
        on_delete=models.CASCADE,
        related_name="deputations_taken",
    )
    starts_on = models.DateField(_("od"))
    ends_on = models.DateField(_("do"), help_text=_("Razem z tym dniem."))
    note = models.CharField(_("uwagi dla zastępcy"), max_length=300, blank=True)
    named_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("kto wyznaczył"),
        on_delete=models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
    )
    created_at = models.DateTimeField(_("wyznaczono"), auto_now_add=True)
    called_off_at = models.DateTimeField(_("odwołano"), null=True, editable=False)
    called_off_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("kto odwołał"),
        on_delete=models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
    )

    objects = DeputationQuerySet.as_manager()

    class Meta:
        verbose_name = _("zastępstwo")
        verbose_name_plural = _("zastępstwa")
        ordering = ["-starts_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(official=F("deputy")),
                name="nobody_deputises_for_themselves",
                violation_error_message=_("Zastępcą musi być ktoś inny."),
            ),
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")),
                name="deputation_ends_after_start",
                violation_error_message=_("Zastępstwo nie może skończyć się przed początkiem."),
            ),
            models.CheckConstraint(
                condition=Q(ends_on__lte=F("starts_on") + LONGEST),
                name="deputation_is_not_forever",
                violation_error_message=_("Zastępstwo może trwać najwyżej rok."),
            ),
            ExclusionConstraint(
                name="one_deputy_at_a_time",
                expressions=[
                    ("public_body", RangeOperators.EQUAL),
                    ("official", RangeOperators.EQUAL),
                    (
                        Func(
                            F("starts_on"),
                            F("ends_on"),
                            Value("[]"),
                            function="daterange",
                            output_field=DateRangeField(),
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                condition=Q(called_off_at__isnull=True),
                violation_error_message=_("Tę osobę zastępuje już ktoś w tych dniach."),
            ),
        ]
        indexes = [
            models.Index(fields=["deputy", "ends_on"], name="deputation_of_deputy"),
        ]

    def __str__(self) -> str:
        return f"{self.deputy} ← {self.official} ({self.starts_on}–{self.ends_on})"

    @property
    def is_over(self) -> bool:
        """Whether its last day has passed."""
        return self.ends_on < timezone.localdate()
