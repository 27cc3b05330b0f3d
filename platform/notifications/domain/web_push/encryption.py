"""Making a message that only one browser can read (RFC 8291 over RFC 8188, aes128gcm)."""

from __future__ import annotations

import os

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

CURVE = ec.SECP256R1()
RECORD_SIZE = 4096
# Push services must take 4096 bytes; header (86), tag (16) and delimiter (1) are ours.
LONGEST_MESSAGE = RECORD_SIZE - 86 - 16 - 1
_LAST_RECORD = b"\x02"


def encrypt(
    message: bytes,
    *,
    browser_key: bytes,
    browser_secret: bytes,
    own_key: ec.EllipticCurvePrivateKey | None = None,
    salt: bytes | None = None,
) -> bytes:
    """The body of a push request. Only the RFC's example names ``own_key`` and ``salt``."""
    if len(message) > LONGEST_MESSAGE:
        raise ValueError(f"A message has at most {LONGEST_MESSAGE} bytes.")
    own_key = own_key or ec.generate_private_key(CURVE)
    salt = salt or os.urandom(16)
    own_public = public_bytes(own_key)
    shared = own_key.exchange(
        ec.ECDH(), ec.EllipticCurvePublicKey.from_encoded_point(CURVE, browser_key)
    )
    info = b"WebPush: info\x00" + browser_key + own_public
    secret = _derive(shared, salt=browser_secret, info=info, length=32)
    key = _derive(secret, salt=salt, info=b"Content-Encoding: aes128gcm\x00", length=16)
    nonce = _derive(secret, salt=salt, info=b"Content-Encoding: nonce\x00", length=12)
    header = salt + RECORD_SIZE.to_bytes(4, "big") + bytes([len(own_public)]) + own_public
    return header + AESGCM(key).encrypt(nonce, message + _LAST_RECORD, None)


def public_bytes(key: ec.EllipticCurvePrivateKey) -> bytes:
    """The public half as 65 bytes."""
    return key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)


def is_public_key(raw: bytes) -> bool:
    """Whether the bytes are a point of the curve that browsers use."""
    try:
        ec.EllipticCurvePublicKey.from_encoded_point(CURVE, raw)
    except ValueError:
        return False
    return len(raw) == 65


def _derive(material: bytes, *, salt: bytes, info: bytes, length: int) -> bytes:
    return HKDF(algorithm=SHA256(), length=length, salt=salt, info=info).derive(material)
