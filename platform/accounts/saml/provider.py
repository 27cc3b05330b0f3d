"""SAML without identity numbers: the portal knows a pseudonym and the name, nothing else."""

from __future__ import annotations

from typing import Any

from allauth.socialaccount.providers.saml.provider import SAMLProvider
from django.conf import settings
from django.utils.crypto import salted_hmac


class PseudonymousSAMLProvider(SAMLProvider):
    """Keeps neither PESEL nor other attributes of the assertion.

    The account is known by a keyed hash of the service's identifier, so that the database
    alone tells nobody who signs in (art. 25 RODO).
    """

    def extract_uid(self, data: Any) -> str:
        """A pseudonym that is the same at each sign-in."""
        key = settings.SAML_PSEUDONYM_KEY
        uid = super().extract_uid(data)
        if not uid:
            return ""
        return salted_hmac("accounts.saml", uid, secret=key, algorithm="sha256").hexdigest()

    def extract_extra_data(self, data: Any) -> dict[str, Any]:
        """Nothing of the assertion is kept."""
        return {}
