"""The devices on which a person wants to see notices."""

from __future__ import annotations

import binascii

from django.db import transaction

from accounts.models import User
from notifications.domain.web_push import base64url
from notifications.domain.web_push.encryption import is_public_key
from notifications.domain.web_push.services import is_known
from notifications.models import PushDevice

MOST_DEVICES = 20
SECRET_BYTES = 16


class NotADevice(ValueError):
    """The browser's address or keys are not what browsers give."""


class TooManyDevices(Exception):
    """A person has at most twenty."""


def devices_of(user: User) -> list[PushDevice]:
    """A person's devices in the order in which they came."""
    return list(PushDevice.objects.filter(user=user))


@transaction.atomic
def add_device(user: User, *, endpoint: str, public_key: str, secret: str, name: str) -> PushDevice:
    """Show notices in this browser; a browser belongs to whoever subscribed it last."""
    _check(endpoint, public_key, secret)
    User.objects.select_for_update().get(pk=user.pk)
    others = PushDevice.objects.filter(user=user).exclude(endpoint=endpoint)
    if others.count() >= MOST_DEVICES:
        raise TooManyDevices
    device, _ = PushDevice.objects.update_or_create(
        endpoint=endpoint,
        defaults={"user": user, "public_key": public_key, "secret": secret, "name": name},
    )
    return device


def rename_device(device: PushDevice, name: str) -> None:
    """Call it as its owner does."""
    device.name = name
    device.save(update_fields=["name"])


def _check(endpoint: str, public_key: str, secret: str) -> None:
    try:
        keys_are_right = (
            is_public_key(base64url.decode(public_key))
            and len(base64url.decode(secret)) == SECRET_BYTES
        )
    except (binascii.Error, ValueError) as error:
        raise NotADevice("keys") from error
    if not keys_are_right or not is_known(endpoint):
        raise NotADevice("endpoint")
