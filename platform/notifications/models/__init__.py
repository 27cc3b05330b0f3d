"""Events, what came of them for each person, and what each person wants to hear."""

from notifications.models.address_letters import AddressLetter
from notifications.models.deliveries import Channel, Delivery
from notifications.models.digests import Digest
from notifications.models.events import OutboxEvent
from notifications.models.mail_domains import MailDomain
from notifications.models.preferences import EmailPace, KindPreference, NotificationSettings
from notifications.models.push_devices import PushDevice
from notifications.models.queued_work import QueuedWork, WorkState
from notifications.models.subscriptions import Subscription
from notifications.models.suppressed_addresses import (
    AddressReport,
    ReportSort,
    ReportSource,
    SuppressedAddress,
    SuppressionReason,
)

__all__ = [
    "AddressLetter",
    "AddressReport",
    "Channel",
    "Delivery",
    "Digest",
    "EmailPace",
    "KindPreference",
    "MailDomain",
    "NotificationSettings",
    "OutboxEvent",
    "PushDevice",
    "QueuedWork",
    "ReportSort",
    "ReportSource",
    "Subscription",
    "SuppressedAddress",
    "SuppressionReason",
    "WorkState",
]
