"""What this app holds about people, for export and erasure."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from accounts import privacy
from accounts.models import User
from accounts.privacy import PersonalData, Rows
from notifications.domain.inbox import line_of
from notifications.domain.suppression import reports_of
from notifications.models import (
    AddressLetter,
    AddressReport,
    Channel,
    Delivery,
    Digest,
    KindPreference,
    NotificationSettings,
    PushDevice,
    Subscription,
    SuppressedAddress,
)

CHUNK = 1000


def register_own_data() -> None:
    """Make the sources of this app known."""
    privacy.register(
        PersonalData(
            key="powiadomienia", label=_("Powiadomienia"), export=_inbox, erase=_erase_deliveries
        )
    )
    privacy.register(
        PersonalData(
            key="obserwowane",
            label=_("Obserwowane"),
            export=_subscriptions,
            erase=_erase_subscriptions,
        )
    )
    privacy.register(
        PersonalData(
            key="ustawienia-powiadomien",
            label=_("Ustawienia powiadomień"),
            export=_preferences,
            erase=_erase_preferences,
        )
    )
    privacy.register(
        PersonalData(
            key="adres-a-poczta",
            label=_("Zwroty poczty z adresu"),
            export=_address_reports,
            erase=_erase_address_reports,
        )
    )


def _inbox(user: User) -> Rows:
    entries = Delivery.objects.filter(recipient=user, channel=Channel.INBOX)
    for delivery in entries.select_related("event").order_by("pk").iterator(chunk_size=CHUNK):
        yield {
            "title": line_of(delivery).title,
            "created_at": delivery.created_at,
            "read_at": delivery.read_at,
        }


def _subscriptions(user: User) -> Rows:
    followed = Subscription.objects.filter(user=user).prefetch_related("target_type", "target")
    for subscription in followed.iterator(chunk_size=CHUNK):
        yield {
            "kind": subscription.target_type.model,
            "target": str(subscription.target or ""),
            "since": subscription.created_at,
        }


def _preferences(user: User) -> Rows:
    yield from KindPreference.objects.filter(user=user).values("kind", "inbox", "email", "push")
    general = NotificationSettings.objects.filter(user=user)
    yield from general.values("email_paused", "quiet_from", "quiet_until")
    yield from PushDevice.objects.filter(user=user).values("name", "created_at", "reached_at")


def _address_reports(user: User) -> Rows:
    for row in reports_of(user.email):
        yield {
            "what": row.get_sort_display(),
            "source": row.get_source_display(),
            "detail": row.detail,
            "reported_at": row.reported_at,
        }


def _erase_address_reports(user: User) -> None:
    AddressReport.objects.filter(email__iexact=user.email).delete()


def _erase_deliveries(user: User) -> None:
    Delivery.objects.filter(recipient=user).delete()
    Digest.objects.filter(recipient=user).delete()
    AddressLetter.objects.filter(address__iexact=user.email).delete()
    SuppressedAddress.objects.filter(email__iexact=user.email).delete()


def _erase_subscriptions(user: User) -> None:
    Subscription.objects.filter(user=user).delete()


def _erase_preferences(user: User) -> None:
    KindPreference.objects.filter(user=user).delete()
    PushDevice.objects.filter(user=user).delete()
    NotificationSettings.objects.filter(user=user).delete()
