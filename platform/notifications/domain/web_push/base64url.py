"""Base64 as addresses bear it, without padding."""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode


def encode(raw: bytes) -> str:
    """Bytes as text."""
    return urlsafe_b64encode(raw).rstrip(b"=").decode("ascii")


def decode(text: str) -> bytes:
    """Text as bytes; ValueError when it is none of ours."""
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))
