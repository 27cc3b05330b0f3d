"""Sign-in by other services, switched on by the environment alone; read by settings.

Nothing here imports Django's models: settings need it. See docs/decisions/0019 and
docs/operations.md.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast
from urllib.parse import urlsplit

from environs import Env

# The part of our addresses after which allauth expects which SAML service it is.
SAML_SLUG = "krajowy"
GOOGLE_ORIGIN = "https://accounts.google.com"
MICROSOFT_ORIGIN = "https://login.microsoftonline.com"

SAML_ATTRIBUTES = {
    "uid": "http://eidas.europa.eu/attributes/naturalperson/PersonIdentifier",
    "email": "urn:oid:0.9.2342.19200300.100.1.3",
    "first_name": "http://eidas.europa.eu/attributes/naturalperson/CurrentGivenName",
    "last_name": "http://eidas.europa.eu/attributes/naturalperson/CurrentFamilyName",
}


def external_providers(env: Env) -> dict[str, dict[str, Any]]:
    """``SOCIALACCOUNT_PROVIDERS``: only the services whose variables are set have an app."""
    return {
        "google": {
            "APPS": _google(env),
            "SCOPE": ["profile", "email"],
            "AUTH_PARAMS": {"access_type": "online"},
            "OAUTH_PKCE_ENABLED": True,
        },
        "microsoft": {"APPS": _microsoft(env)},
        "saml": {
            "APPS": _saml(env),
            "provider_class": "accounts.saml.provider.PseudonymousSAMLProvider",
        },
    }


def external_origins(providers: dict[str, dict[str, Any]]) -> list[str]:
    """Where our forms lead on sign-in: browsers hold redirects of forms to ``form-action``."""
    origins = []
    if providers["google"]["APPS"]:
        origins.append(GOOGLE_ORIGIN)
    if providers["microsoft"]["APPS"]:
        origins.append(MICROSOFT_ORIGIN)
    for app in providers["saml"]["APPS"]:
        address = urlsplit(app["settings"]["idp"]["sso_url"])
        origins.append(f"{address.scheme}://{address.netloc}")
    return origins


def saml_app(
    *,
    name: str,
    entity_id: str,
    sso_url: str,
    certificate: str,
    slo_url: str = "",
    metadata_url: str = "",
    sp_entity_id: str = "",
    sp_certificate: str = "",
    sp_private_key: str = "",
    attributes: dict[str, str] | None = None,
    email_is_verified: bool = False,
    messages_signed: bool = True,
    assertions_encrypted: bool = False,
) -> dict[str, Any]:
    """One SAML service as allauth wants it, with all checks that SAML 2.0 knows turned on."""
    idp = {"entity_id": entity_id, "sso_url": sso_url, "x509cert": certificate}
    if slo_url:
        idp["slo_url"] = slo_url
    if metadata_url:
        idp["metadata_url"] = metadata_url
    signs = bool(sp_private_key)
    return {
        "name": name,
        "client_id": SAML_SLUG,
        "settings": {
            "idp": idp,
            "sp": {"entity_id": sp_entity_id} if sp_entity_id else {},
            "attribute_mapping": attributes or SAML_ATTRIBUTES,
            # May the service's word about an address link to the account that has it?
            "verified_email": email_is_verified,
            "email_authentication": email_is_verified,
            "advanced": {
                "strict": True,
                "want_assertion_signed": True,
                "want_message_signed": messages_signed,
                "want_assertion_encrypted": assertions_encrypted,
                "want_attribute_statement": False,
                "reject_deprecated_algorithm": True,
                "reject_idp_initiated_sso": True,
                "authn_request_signed": signs,
                "logout_request_signed": signs,
                "logout_response_signed": signs,
                "metadata_signed": signs,
                "allow_single_label_domains": True,
                **({"x509cert": sp_certificate, "private_key": sp_private_key} if signs else {}),
            },
        },
    }


def _google(env: Env) -> list[dict[str, Any]]:
    client_id = env.str("GOOGLE_CLIENT_ID", default="")
    if not client_id:
        return []
    return [
        {
            "client_id": client_id,
            "secret": env.str("GOOGLE_CLIENT_SECRET"),
            # Google says which addresses it has verified.
            "settings": {"email_authentication": True},
        }
    ]


def _microsoft(env: Env) -> list[dict[str, Any]]:
    client_id = env.str("MICROSOFT_CLIENT_ID", default="")
    if not client_id:
        return []
    return [
        {
            "client_id": client_id,
            "secret": env.str("MICROSOFT_CLIENT_SECRET"),
            # Microsoft vouches for no address: people confirm theirs by our code.
            "settings": {"tenant": env.str("MICROSOFT_TENANT", default="organizations")},
        }
    ]


def _saml(env: Env) -> list[dict[str, Any]]:
    entity_id = env.str("SAML_IDP_ENTITY_ID", default="")
    if not entity_id:
        return []
    return [
        saml_app(
            name=env.str("SAML_NAME", default="login.gov.pl"),
            entity_id=entity_id,
            sso_url=env.str("SAML_IDP_SSO_URL"),
            slo_url=env.str("SAML_IDP_SLO_URL", default=""),
            metadata_url=env.str("SAML_IDP_METADATA_URL", default=""),
            certificate=_file(env, "SAML_IDP_CERTIFICATE_FILE"),
            sp_entity_id=env.str("SAML_SP_ENTITY_ID", default=""),
            sp_certificate=_file(env, "SAML_SP_CERTIFICATE_FILE"),
            sp_private_key=_file(env, "SAML_SP_PRIVATE_KEY_FILE"),
            attributes=cast("dict[str, str]", env.json("SAML_ATTRIBUTES", default={})),
            email_is_verified=env.bool("SAML_EMAIL_IS_VERIFIED", default=False),
            messages_signed=env.bool("SAML_MESSAGES_SIGNED", default=True),
            assertions_encrypted=env.bool("SAML_ASSERTIONS_ENCRYPTED", default=False),
        )
    ]


def _file(env: Env, name: str) -> str:
    path = env.str(name, default="")
    return Path(path).read_text(encoding="ascii") if path else ""
