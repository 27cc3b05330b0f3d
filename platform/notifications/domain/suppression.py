"""Addresses that get no more mail."""

from __future__ import annotations

from notifications.models import SuppressedAddress
from notifications.models.suppressed_addresses import SuppressionReason


def is_suppressed(email: str) -> bool:
    """Whether the address has refused our mail."""
    return SuppressedAddress.objects.filter(email__iexact=email).exists()


def suppress(
    email: str, *, reason: SuppressionReason = SuppressionReason.BOUNCE, detail: str = ""
) -> SuppressedAddress:
    """Stop mail to an address; an administrator lets it flow again by deleting the row."""
    address, _ = SuppressedAddress.objects.get_or_create(
        email=email.lower(), defaults={"reason": reason, "detail": detail}
    )
    return address
