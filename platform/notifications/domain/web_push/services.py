"""Talking to push services, and only to those that the settings name."""

from __future__ import annotations

import http.client
import re
import ssl
from dataclasses import dataclass
from enum import Enum
from fnmatch import fnmatchcase
from urllib.parse import urlsplit

from django.conf import settings

from notifications.domain.web_push import base64url, sender_keys
from notifications.domain.web_push.encryption import encrypt
from notifications.models import PushDevice

TIMEOUT_SECONDS = 10
# A notice that a phone could not be shown within a day tells nothing new any more.
KEPT_SECONDS = 24 * 60 * 60
_PLAIN_HOST = re.compile(r"[a-z0-9.-]+(:\d+)?", re.ASCII)
_GONE = {http.client.NOT_FOUND, http.client.GONE}


class Outcome(Enum):
    """What became of a message."""

    TAKEN = "taken"
    GONE = "gone"
    REFUSED = "refused"
    LATER = "later"


@dataclass(frozen=True)
class Answer:
    """What a push service said, in its own words for the administrator."""

    outcome: Outcome
    detail: str = ""


def is_known(endpoint: str) -> bool:
    """Whether the address belongs to a push service; our server calls no others."""
    place = urlsplit(endpoint)
    if not _PLAIN_HOST.fullmatch(place.netloc):
        return False  # nothing in it that two readers could understand in two ways
    origin = f"{place.scheme}://{place.netloc}"
    return any(fnmatchcase(origin, pattern) for pattern in settings.PUSH_SERVICES)


def send(device: PushDevice, message: bytes, *, is_urgent: bool) -> Answer:
    """Hand one message over; errors are answers too."""
    if not is_known(device.endpoint):
        return Answer(Outcome.GONE, "Not an address of a known push service.")
    body = encrypt(
        message,
        browser_key=base64url.decode(device.public_key),
        browser_secret=base64url.decode(device.secret),
    )
    headers = {
        "Authorization": sender_keys.authorization(device.endpoint),
        "Content-Encoding": "aes128gcm",
        "Content-Type": "application/octet-stream",
        "TTL": str(KEPT_SECONDS),
        "Urgency": "high" if is_urgent else "normal",
    }
    try:
        status, reason = _post(device.endpoint, body, headers)
    except (OSError, http.client.HTTPException) as error:
        return Answer(Outcome.LATER, f"{type(error).__name__}: {error}")
    return Answer(_meaning_of(status), f"{status} {reason}")


def _post(endpoint: str, body: bytes, headers: dict[str, str]) -> tuple[int, str]:
    """One request; ``http.client`` follows no redirection, and none is due."""
    place = urlsplit(endpoint)
    connection: http.client.HTTPConnection
    if place.scheme == "https":
        connection = http.client.HTTPSConnection(
            place.netloc, timeout=TIMEOUT_SECONDS, context=ssl.create_default_context()
        )
    else:
        connection = http.client.HTTPConnection(place.netloc, timeout=TIMEOUT_SECONDS)
    try:
        path = f"{place.path or '/'}?{place.query}" if place.query else place.path or "/"
        connection.request("POST", path, body=body, headers=headers)
        answer = connection.getresponse()
        return answer.status, answer.reason
    finally:
        connection.close()


def _meaning_of(status: int) -> Outcome:
    if status < 300:
        return Outcome.TAKEN
    if status in _GONE:
        return Outcome.GONE
    if status == http.client.TOO_MANY_REQUESTS or status >= 500:
        return Outcome.LATER
    return Outcome.REFUSED
