"""Tickets for the wallet of a phone: a signed package in the PKPASS form.

Apple Wallet, Google Wallet and free apps open it. The certificate of the pass type comes from
the operator's own account; without it nothing here is offered.
"""

from __future__ import annotations

import hashlib
import io
import json
import tempfile
import zipfile
from functools import lru_cache
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.serialization import pkcs7
from django.conf import settings
from PIL import Image

from documents.typesetting.orders import picture

CONTENT_TYPE = "application/vnd.apple.pkpass"
_MARK = Path("static") / "img" / "mark.svg"
# Name of a picture in the package and its edge in pixels.
_ICONS = {"icon.png": 29, "icon@2x.png": 58, "icon@3x.png": 87, "logo.png": 50, "logo@2x.png": 100}
_WHITE, _INK, _BLUE = "rgb(255, 255, 255)", "rgb(20, 33, 61)", "rgb(31, 77, 150)"


def is_configured() -> bool:
    """Whether the operator gave all that signing needs."""
    return bool(
        settings.WALLET_PASS_TYPE
        and settings.WALLET_TEAM
        and settings.WALLET_CERTIFICATE
        and settings.WALLET_KEY
        and settings.WALLET_AUTHORITY
    )


def event_pass(facts: dict[str, Any]) -> bytes:
    """The package of one ticket.

    ``facts`` are the members of pass.json that tell of the event; those of the issuer and the
    colours are added here.
    """
    described = {
        "formatVersion": 1,
        "passTypeIdentifier": settings.WALLET_PASS_TYPE,
        "teamIdentifier": settings.WALLET_TEAM,
        "organizationName": settings.SITE_NAME,
        "logoText": settings.SITE_NAME,
        "backgroundColor": _WHITE,
        "foregroundColor": _INK,
        "labelColor": _BLUE,
    }
    files = {"pass.json": _json(described | facts), **_icons()}
    # The form asks for SHA-1 here; what protects the ticket is the signature beside it.
    digests = {name: hashlib.sha1(data).hexdigest() for name, data in files.items()}  # noqa: S324
    files["manifest.json"] = _json(digests)
    files["signature"] = _signature(files["manifest.json"])
    package = io.BytesIO()
    with zipfile.ZipFile(package, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return package.getvalue()


def _signature(manifest: bytes) -> bytes:
    """A detached PKCS #7 signature with the issuer's intermediate certificate."""
    certificate = x509.load_pem_x509_certificate(Path(settings.WALLET_CERTIFICATE).read_bytes())
    authority = x509.load_pem_x509_certificate(Path(settings.WALLET_AUTHORITY).read_bytes())
    password = settings.WALLET_KEY_PASSWORD
    key: Any = serialization.load_pem_private_key(
        Path(settings.WALLET_KEY).read_bytes(), password.encode() if password else None
    )
    return (
        pkcs7.PKCS7SignatureBuilder()
        .set_data(manifest)
        .add_signer(certificate, key, hashes.SHA256())
        .add_certificate(authority)
        .sign(
            serialization.Encoding.DER,
            [pkcs7.PKCS7Options.DetachedSignature, pkcs7.PKCS7Options.Binary],
        )
    )


@lru_cache(maxsize=1)
def _icons() -> dict[str, bytes]:
    """The portal's mark in the sizes that wallets ask for."""
    with tempfile.TemporaryDirectory(prefix="events-") as name:
        large = Path(name) / "mark.png"
        picture(settings.BASE_DIR / _MARK, large)
        with Image.open(large) as opened:
            mark = opened.convert("RGBA")
    icons = {}
    for name, edge in _ICONS.items():
        stream = io.BytesIO()
        mark.resize((edge, edge), Image.Resampling.LANCZOS).save(stream, "PNG")
        icons[name] = stream.getvalue()
    return icons


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1).encode()
