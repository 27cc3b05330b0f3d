"""How the care of a profile passes from one keeper to another, or to nobody."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from organizations.models.decided import Decided
from organizations.models.organizations import Organization


class HandoverStatus(models.TextChoices):
    """How far a handover is."""

    PENDING = "pending", _("czeka na administratora")
    DONE = "done", _("wykonano")
    REFUSED = "refused", _("odmówiono")


class KeeperHandover(Decided):
    """A keeper hands a profile over to a colleague, or asks to be released without a successor.

    To a colleague it happens at once. Without ``to_user`` an administrator decides whether the
    profile stays without a keeper. Rows are the log of handovers.
    """

    organization = models.ForeignKey(
        Organization,
        verbose_name=_("organizacja"),
        on_delete=models.CASCADE,
        related_name="handovers",
    )
    from_user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("kto przekazuje"),
        on_delete=models.SET_NULL,
        null=True,
        related_name="handovers_given",
    )
    to_user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("komu"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="handovers_taken",
    )
    status = models.CharField(
        _("stan"), max_length=8, choices=HandoverStatus.choices, default=HandoverStatus.PENDING
    )
    reason = models.TextField(_("powód"), blank=True, max_length=1000)
    created_at = models.DateTimeField(_("kiedy"), auto_now_add=True, db_default=Now())
    answer = models.TextField(_("uzasadnienie decyzji"), blank=True, max_length=1000)

    class Meta:
        verbose_name = _("przekazanie opieki nad profilem")
        verbose_name_plural = _("przekazania opieki nad profilami")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["organization"],
                condition=Q(status="pending"),
                name="one_pending_release_of_profile",
                violation_error_message=_("Prośba o zwolnienie z opieki już czeka na decyzję."),
            ),
            models.CheckConstraint(
                condition=~Q(from_user=F("to_user")), name="handover_to_somebody_else"
            ),
            models.CheckConstraint(
                condition=Q(status="pending", decided_at=None)
                | (~Q(status="pending") & Q(decided_at__isnull=False)),
                name="handover_decided_with_a_date",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organization}: {self.from_user or '–'} → {self.to_user or '–'}"
