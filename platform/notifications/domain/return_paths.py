"""Where letters that cannot be delivered come back to: one address for each letter (VERP).

The address names the letter and is signed, so nobody can stop a stranger's mail by writing a
false notice of non-delivery.
"""

from __future__ import annotations

import re

from django.conf import settings
from django.db import models
from django.utils.crypto import constant_time_compare, salted_hmac

from notifications.models import AddressLetter, Delivery, Digest

_SALT = "notifications.return-path"
_SIGNATURE_LENGTH = 20
_TAG = re.compile(r"\+([a-z]+)-(\d{1,18})-([0-9a-f]{20})@", re.ASCII)
_MESSAGE_ID = re.compile(r"<([a-z]+)\.(\d{1,18})\.(\d{20})@[^>\s]+>", re.ASCII)

SORTS: dict[str, type[AddressLetter] | type[Delivery] | type[Digest]] = {
    "delivery": Delivery,
    "letter": AddressLetter,
    "digest": Digest,
}


def return_path(sort: str, pk: int) -> str:
    """The envelope's sender of one letter, or nothing when no mailbox gathers what comes back."""
    local, _, domain = settings.BOUNCE_ADDRESS.partition("@")
    return f"{local}+{sort}-{pk}-{_signature(sort, pk)}@{domain}" if domain else ""


def address_behind(recipients: str, message_id: str) -> str | None:
    """To whom the letter went that came back; None when it was not one of ours.

    ``recipients`` are the addresses that the notice was sent to. Servers that drop what stands
    behind the plus leave the letter's Message-ID, whose microseconds nobody guesses.
    """
    for sort, pk, signature in _TAG.findall(recipients.lower()):
        if sort in SORTS and constant_time_compare(signature, _signature(sort, int(pk))):
            return _recipient(SORTS[sort]._default_manager.filter(pk=pk))
    found = _MESSAGE_ID.search(message_id)
    if found is None or found.group(1) not in SORTS:
        return None
    row = SORTS[found.group(1)]._default_manager.filter(pk=found.group(2)).first()
    if row is None or f"{row.created_at:%Y%m%d%H%M%S%f}" != found.group(3):
        return None
    return _recipient(type(row)._default_manager.filter(pk=row.pk))


def _recipient(rows: models.QuerySet) -> str | None:
    field = "address" if rows.model is AddressLetter else "recipient__email"
    return rows.values_list(field, flat=True).first()


def _signature(sort: str, pk: int) -> str:
    return salted_hmac(_SALT, f"{sort}:{pk}", algorithm="sha256").hexdigest()[:_SIGNATURE_LENGTH]
