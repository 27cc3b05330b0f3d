"""One event for one person by one channel."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from notifications.models.digests import Digest
from notifications.models.events import OutboxEvent
from notifications.models.queued_work import QueuedLetter, QueuedWorkQuerySet, WorkState


class Channel(models.TextChoices):
    """The ways by which the portal reaches people."""

    INBOX = "inbox", _("skrzynka na portalu")
    EMAIL = "email", _("e-mail od razu")
    DIGEST = "digest", _("e-mail zbiorczy")
    PUSH = "push", _("powiadomienie na urządzeniu")


class DeliveryQuerySet(QueuedWorkQuerySet["Delivery"]):
    """Common choices of deliveries."""

    def inbox_of(self, user_id: int) -> DeliveryQuerySet:
        """A person's inbox, newest first."""
        return self.filter(recipient_id=user_id, channel=Channel.INBOX).order_by("-pk")

    def unread(self) -> DeliveryQuerySet:
        """Entries that have not been opened."""
        return self.filter(read_at=None)


class Delivery(QueuedLetter):
    """What one person gets of one event by one channel; the unique key allows no doubles.

    Deliveries to the inbox are done at once and are the inbox's entries.
    """

    event = models.ForeignKey(
        OutboxEvent,
        verbose_name=_("zdarzenie"),
        on_delete=models.CASCADE,
        related_name="deliveries",
    )
    recipient = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("odbiorca"),
        on_delete=models.CASCADE,
        related_name="deliveries",
        db_index=False,
    )
    channel = models.CharField(_("sposób"), max_length=8, choices=Channel.choices)
    read_at = models.DateTimeField(_("przeczytano"), null=True, blank=True)
    digest = models.ForeignKey(
        Digest,
        verbose_name=_("wiadomość zbiorcza"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="deliveries",
    )

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        verbose_name = _("powiadomienie")
        verbose_name_plural = _("powiadomienia")
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["event", "recipient", "channel"], name="one_delivery_per_channel"
            ),
        ]
        indexes = [
            models.Index(
                fields=["priority", "due_at", "id"],
                condition=models.Q(state=WorkState.PENDING, channel=Channel.EMAIL),
                name="delivery_email_due",
            ),
            models.Index(
                fields=["priority", "due_at", "id"],
                condition=models.Q(state=WorkState.PENDING, channel=Channel.PUSH),
                name="delivery_push_due",
            ),
            models.Index(
                fields=["recipient", "due_at"],
                condition=models.Q(state=WorkState.PENDING, channel=Channel.DIGEST),
                name="delivery_digest_due",
            ),
            models.Index(
                fields=["recipient", "-id"],
                condition=models.Q(channel=Channel.INBOX),
                name="delivery_inbox",
            ),
            models.Index(
                fields=["recipient", "-id"],
                condition=models.Q(channel=Channel.INBOX, read_at=None),
                name="delivery_unread",
            ),
            models.Index(
                fields=["-id"],
                condition=models.Q(state=WorkState.PARKED),
                name="delivery_parked",
            ),
            models.Index(fields=["recipient"], name="delivery_recipient"),
        ]

    def __str__(self) -> str:
        return f"{self.get_channel_display()} #{self.pk}"

    @property
    def is_unread(self) -> bool:
        """Whether the inbox shows it as new."""
        return self.read_at is None
