"""What happened: the outbox."""

from __future__ import annotations

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _

from notifications.models.queued_work import QueuedWork, QueuedWorkQuerySet, WorkState


class OutboxEvent(QueuedWork):
    """Something that people shall hear of, written in the transaction that made it happen."""

    kind = models.CharField(_("rodzaj"), max_length=80)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("kto"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    subject_type = models.ForeignKey(
        ContentType, verbose_name=_("czego dotyczy"), on_delete=models.CASCADE, related_name="+"
    )
    subject_id = models.CharField(_("numer przedmiotu"), max_length=64)
    subject = GenericForeignKey("subject_type", "subject_id")
    context = models.JSONField(
        _("dane"), default=dict, blank=True, help_text=_("Tylko numery i proste wartości.")
    )

    objects = QueuedWorkQuerySet["OutboxEvent"].as_manager()

    class Meta:
        verbose_name = _("zdarzenie")
        verbose_name_plural = _("zdarzenia")
        ordering = ["-pk"]
        indexes = [
            models.Index(
                fields=["priority", "due_at", "id"],
                condition=models.Q(state=WorkState.PENDING),
                name="event_due",
            ),
            models.Index(fields=["subject_type", "subject_id"], name="event_subject"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} #{self.pk}"
