"""Who sends: the portal's key pair and the token that a push service checks (RFC 8292)."""

from __future__ import annotations

import json
import time
from urllib.parse import urlsplit

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256
from django.conf import settings

from notifications.domain.web_push import base64url
from notifications.domain.web_push.encryption import CURVE, public_bytes

VALID_SECONDS = 12 * 60 * 60  # the RFC allows a day; clocks differ


def is_configured() -> bool:
    """Whether this portal sends notices to devices at all."""
    return bool(settings.PUSH_PRIVATE_KEY)


def new_private_key() -> str:
    """A fresh key for the settings. Devices must subscribe anew after it changes."""
    number = ec.generate_private_key(CURVE).private_numbers().private_value
    return base64url.encode(number.to_bytes(32, "big"))


def public_key() -> str:
    """What a browser is told when it subscribes."""
    return base64url.encode(public_bytes(_private_key()))


def authorization(endpoint: str) -> str:
    """The header that tells the push service who sends."""
    place = urlsplit(endpoint)
    claims = {
        "aud": f"{place.scheme}://{place.netloc}",
        "exp": int(time.time()) + VALID_SECONDS,
        "sub": settings.PUSH_CONTACT,
    }
    parts = [json.dumps(part).encode() for part in ({"typ": "JWT", "alg": "ES256"}, claims)]
    signed = ".".join(map(base64url.encode, parts))
    r, s = decode_dss_signature(_private_key().sign(signed.encode(), ec.ECDSA(SHA256())))
    signature = base64url.encode(r.to_bytes(32, "big") + s.to_bytes(32, "big"))
    return f"vapid t={signed}.{signature}, k={public_key()}"


def _private_key() -> ec.EllipticCurvePrivateKey:
    number = int.from_bytes(base64url.decode(settings.PUSH_PRIVATE_KEY), "big")
    return ec.derive_private_key(number, CURVE)
