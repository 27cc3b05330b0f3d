"""A small price in computing for each form, so that robots cannot flood the portal.

The form carries a signed key. The browser looks for a number which, hashed with it, begins
with enough zero bits (hashcash): unnoticed while one person types, dear to whoever sends
thousands. No foreign service sees anybody. Without JavaScript the form must have been open for
a few seconds instead, and such forms have a lower hourly limit.
"""

from __future__ import annotations

import hashlib
import uuid
from datetime import timedelta

from django.conf import settings
from django.core.signing import BadSignature, SignatureExpired, TimestampSigner

from accounts.refusals import FormTooOld, FormTooQuick

LEAST_SECONDS = 4
LONGEST_LIFE = timedelta(hours=24)
LONGEST_PROOF = 20

_signer = TimestampSigner(salt="pages.form")


def bits() -> int:
    """The price: zero bits that a hash must begin with; each one more doubles the work."""
    price: int = settings.FORM_PROOF_BITS
    return price


def new_key() -> str:
    """A signed key for one form."""
    return _signer.sign(str(uuid.uuid4()))


def open_key(key: str) -> uuid.UUID:
    """The key inside the signature; raises FormTooOld when it is not ours or a day has passed."""
    try:
        return uuid.UUID(_signer.unsign(key, max_age=LONGEST_LIFE))
    except (SignatureExpired, BadSignature, ValueError) as error:
        raise FormTooOld from error


def is_proven(key: str, proof: str) -> bool:
    """Whether ``proof`` was found for ``key``."""
    if not proof.isdecimal() or len(proof) > LONGEST_PROOF:
        return False
    digest = hashlib.sha256(f"{key}:{proof}".encode()).digest()
    return int.from_bytes(digest, "big") >> (len(digest) * 8 - bits()) == 0


def require_patience(key: str) -> None:
    """For forms without a proof: raises FormTooQuick when nobody could have typed that fast."""
    try:
        _signer.unsign(key, max_age=LEAST_SECONDS)
    except SignatureExpired:
        return
    raise FormTooQuick


def solve(key: str) -> str:
    """Find a proof, as the browser does."""
    number = 0
    while not is_proven(key, str(number)):
        number += 1
    return str(number)
