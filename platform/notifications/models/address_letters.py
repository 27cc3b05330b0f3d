"""One event told to an address that need not belong to an account."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from notifications.models.events import OutboxEvent
from notifications.models.queued_work import QueuedWork, QueuedWorkQuerySet, WorkState


class AddressLetter(QueuedWork):
    """A letter with a personal matter: an invitation, a consent to give, a place to confirm.

    Whoever gets it has no preferences on the portal, so it goes at once and is no list mail.
    """

    event = models.ForeignKey(
        OutboxEvent,
        verbose_name=_("zdarzenie"),
        on_delete=models.CASCADE,
        related_name="address_letters",
    )
    address = models.EmailField(_("adres e-mail"))
    language = models.CharField(
        _("język"), max_length=5, choices=settings.LANGUAGES, default=settings.LANGUAGE_CODE
    )

    objects = QueuedWorkQuerySet["AddressLetter"].as_manager()

    class Meta:
        verbose_name = _("list na adres")
        verbose_name_plural = _("listy na adresy")
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(fields=["event", "address"], name="one_letter_per_address"),
        ]
        indexes = [
            models.Index(
                fields=["priority", "due_at", "id"],
                condition=models.Q(state=WorkState.PENDING),
                name="address_letter_due",
            ),
            models.Index(
                fields=["-id"],
                condition=models.Q(state=WorkState.PARKED),
                name="address_letter_parked",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.address} #{self.pk}"
