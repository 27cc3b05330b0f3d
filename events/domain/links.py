"""Signed links in letters: whoever holds one may change the registration, without an account."""

from __future__ import annotations

from django.conf import settings
from django.core import signing
from django.urls import reverse

from events.models import Event, Registration

SALT = "events.registration"


def key_of(registration: Registration) -> str:
    """The key of the registration's own page."""
    return signing.dumps(registration.pk, salt=SALT, compress=True)


def registration_id(key: str) -> int | None:
    """The registration behind a key; None for a false one. Links live as long as the row does."""
    try:
        return int(signing.loads(key, salt=SALT))
    except (signing.BadSignature, ValueError):
        return None


def registration_path(registration: Registration) -> str:
    """The registration's own page, from the root of the portal."""
    return reverse("events:registration", args=[key_of(registration)])


def registration_link(registration: Registration) -> str:
    """Its whole address, for letters."""
    return f"{settings.BASE_URL}{registration_path(registration)}"


def ticket_address(registration: Registration) -> str:
    """What the QR code of a ticket says: an address whose last part is the ticket's code."""
    return f"{settings.BASE_URL}{reverse('events:ticket_code', args=[registration.code])}"


def event_link(event: Event) -> str:
    """The whole address of an event."""
    return f"{settings.BASE_URL}{event.get_absolute_url()}"
