"""What every row that waits for a worker has in common."""

from __future__ import annotations

from typing import TypeVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

Work = TypeVar("Work", bound="QueuedWork")


class WorkState(models.TextChoices):
    """Where a row stands on its way."""

    PENDING = "pending", _("czeka")
    DONE = "done", _("wykonane")
    PARKED = "parked", _("odłożone po błędach")
    DROPPED = "dropped", _("nieaktualne")


class QueuedWorkQuerySet(models.QuerySet[Work]):
    """Common choices of queued rows."""

    def due(self) -> QueuedWorkQuerySet[Work]:
        """Rows that a worker may take now, the most pressing first."""
        waiting = self.filter(state=WorkState.PENDING, due_at__lte=timezone.now())
        return waiting.order_by("priority", "due_at", "pk")

    def parked(self) -> QueuedWorkQuerySet[Work]:
        """Rows given up after too many errors, for an administrator to see."""
        return self.filter(state=WorkState.PARKED)


class QueuedWork(models.Model):
    """A row in a queue kept in the database.

    Taking a row moves ``due_at`` past the end of the lease and counts an attempt. So when the
    worker is killed, the row is simply due again, and a row that kills workers is parked.
    """

    state = models.CharField(
        _("stan"), max_length=8, choices=WorkState.choices, default=WorkState.PENDING
    )
    priority = models.PositiveSmallIntegerField(_("kolejność"), default=5)
    due_at = models.DateTimeField(_("do wykonania od"), default=timezone.now)
    attempts = models.PositiveSmallIntegerField(_("liczba prób"), default=0)
    last_error = models.TextField(_("ostatni błąd"), blank=True)
    created_at = models.DateTimeField(_("utworzono"), default=timezone.now, editable=False)
    done_at = models.DateTimeField(_("wykonano"), null=True, blank=True)

    class Meta:
        abstract = True


class QueuedLetter(QueuedWork):
    """A row that leaves as mail, and so keeps to the pace that its recipient's domain bears."""

    # True once the row has been given its moment by the domain's limit: it asks no second time.
    has_slot = models.BooleanField(_("ma wyznaczoną chwilę wysyłki"), default=False)

    class Meta:
        abstract = True
