"""How long notifications are kept."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils.translation import gettext_lazy as _

from accounts import retention
from accounts.retention import RetentionRule
from notifications.models import AddressReport, Digest, OutboxEvent, WorkState

BATCH = 200


def register_own_rules() -> None:
    """Make the rules of this app known."""
    retention.register(
        RetentionRule(
            key="powiadomienia",
            label=_("Powiadomienia w skrzynkach i zapisy o ich wysłaniu"),
            kept_for=timedelta(days=2 * 365),
            remove=_remove_events,
        )
    )
    retention.register(
        RetentionRule(
            key="zwroty-poczty",
            label=_("Zapisy o zwrotach poczty"),
            kept_for=timedelta(days=365),
            remove=_remove_address_reports,
        )
    )


def _remove_events(before: datetime) -> int:
    """Events with their deliveries, some at a time: one may have a million of them."""
    old = OutboxEvent.objects.filter(created_at__lt=before).exclude(state=WorkState.PENDING)
    count = 0
    while batch := list(old.order_by("pk").values_list("pk", flat=True)[:BATCH]):
        count += OutboxEvent.objects.filter(pk__in=batch).delete()[0]
    done = Digest.objects.filter(created_at__lt=before).exclude(state=WorkState.PENDING)
    return count + done.delete()[0]


def _remove_address_reports(before: datetime) -> int:
    """The book of an address; what it led to, a stopped address, stays."""
    return AddressReport.objects.filter(reported_at__lt=before).delete()[0]
