"""Tickets in the wallet of a phone: a package that its signature holds together."""

from __future__ import annotations

import hashlib
import io
import json
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import pkcs7
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from events.domain import papers
from events.domain.links import key_of, ticket_address
from tests.events import factories as make

pytestmark = pytest.mark.django_db
SignIn = Callable[[Any], Client]


def named(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])


def certified(name: str, key: Any, issuer: str, signer: Any, *, is_authority: bool) -> bytes:
    start = timezone.now() - timedelta(days=1)
    made = (
        x509.CertificateBuilder()
        .subject_name(named(name))
        .issuer_name(named(issuer))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(start)
        .not_valid_after(start + timedelta(days=30))
        .add_extension(x509.BasicConstraints(ca=is_authority, path_length=None), critical=True)
    )
    if not is_authority:
        usage = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.EMAIL_PROTECTION])
        made = made.add_extension(usage, critical=False)
    return made.sign(signer, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)


@pytest.fixture
def authority(settings: Any, tmp_path: Path) -> Path:
    """An authority of our own, and the operator's certificate under it."""
    above, own = ec.generate_private_key(ec.SECP256R1()), rsa.generate_private_key(65537, 2048)
    files = {
        "authority": certified("Urząd", above, "Urząd", above, is_authority=True),
        "certificate": certified("Bilety", own, "Urząd", above, is_authority=False),
        "key": own.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.BestAvailableEncryption(b"tajne"),
        ),
    }
    for name, data in files.items():
        (tmp_path / f"{name}.pem").write_bytes(data)
        setattr(settings, f"WALLET_{name.upper()}", str(tmp_path / f"{name}.pem"))
    settings.WALLET_KEY_PASSWORD = "tajne"
    settings.WALLET_PASS_TYPE, settings.WALLET_TEAM = "pass.pl.example.bilety", "A1B2C3D4E5"
    return tmp_path / "authority.pem"


def verified(authority: Path, folder: Path, manifest: bytes, signature: bytes) -> bool:
    """What OpenSSL, which is not ours, says of the signature."""
    (folder / "manifest.json").write_bytes(manifest)
    (folder / "signature").write_bytes(signature)
    done = subprocess.run(
        ["openssl", "cms", "-verify", "-inform", "DER", "-binary", "-in", folder / "signature",
         "-content", folder / "manifest.json", "-CAfile", authority, "-out", folder / "out"],
        check=False, capture_output=True,
    )  # fmt: skip
    return done.returncode == 0


def test_a_ticket_goes_into_a_wallet_signed(
    as_user: SignIn, authority: Path, tmp_path: Path
) -> None:
    registration = make.registered(make.announced(title="Forum i „targi”"), full_name="Ewa Łoś")
    key, client = key_of(registration), as_user(None)
    address = reverse("events:ticket_pass", args=[key])

    page = client.get(reverse("events:registration", args=[key])).content.decode()
    response = client.get(address)

    assert address in page
    assert response["Content-Type"] == "application/vnd.apple.pkpass"
    package = zipfile.ZipFile(io.BytesIO(response.content))
    files = {name: package.read(name) for name in package.namelist()}
    manifest = files["manifest.json"]
    assert json.loads(manifest) == {
        name: hashlib.sha1(data).hexdigest()
        for name, data in files.items()
        if name not in ("manifest.json", "signature")
    }
    holders = pkcs7.load_der_pkcs7_certificates(files["signature"])
    assert {holder.subject for holder in holders} == {named("Bilety"), named("Urząd")}
    described = json.loads(files["pass.json"])
    assert described["barcodes"][0]["message"] == ticket_address(registration)
    assert described["serialNumber"] == registration.code
    assert described["eventTicket"]["primaryFields"][0]["value"] == "Forum i „targi”"
    assert described["eventTicket"]["auxiliaryFields"][0]["value"] == "Ewa Łoś"
    assert Image.open(io.BytesIO(files["icon@2x.png"])).size == (58, 58)


@pytest.mark.skipif(shutil.which("openssl") is None, reason="judged by OpenSSL, which is not here")
def test_the_signature_holds_for_this_package_and_no_other(authority: Path, tmp_path: Path) -> None:
    registration = make.registered(make.announced())

    package = zipfile.ZipFile(io.BytesIO(papers.wallet_pass(registration)))

    manifest, signature = package.read("manifest.json"), package.read("signature")
    assert verified(authority, tmp_path, manifest, signature)
    assert not verified(authority, tmp_path, manifest + b" ", signature)


def test_without_a_certificate_nobody_is_offered_a_wallet(as_user: SignIn) -> None:
    key = key_of(make.registered(make.announced()))
    address = reverse("events:ticket_pass", args=[key])

    page = as_user(None).get(reverse("events:registration", args=[key])).content.decode()

    assert address not in page
    assert as_user(None).get(address).status_code == 404
