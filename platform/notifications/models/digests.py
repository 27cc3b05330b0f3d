"""One letter that gathers many events."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from notifications.models.queued_work import QueuedLetter, QueuedWorkQuerySet, WorkState


class Digest(QueuedLetter):
    """A letter with the deliveries gathered for a person; its contents never change.

    The row exists before the letter is sent, so that a repeated attempt carries the same
    deliveries under the same Message-ID.
    """

    recipient = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("odbiorca"),
        on_delete=models.CASCADE,
        related_name="digests",
    )

    objects = QueuedWorkQuerySet["Digest"].as_manager()

    class Meta:
        verbose_name = _("wiadomość zbiorcza")
        verbose_name_plural = _("wiadomości zbiorcze")
        ordering = ["-pk"]
        indexes = [
            models.Index(
                fields=["priority", "due_at", "id"],
                condition=models.Q(state=WorkState.PENDING),
                name="digest_due",
            ),
        ]

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} #{self.pk}"
