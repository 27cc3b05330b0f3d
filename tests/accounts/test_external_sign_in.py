"""Which services people may sign in by is for the operator's environment to say."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from environs import Env

from accounts.external_sign_in import external_origins, external_providers
from accounts.middleware.impersonation import SESSION_KEY
from tests.accounts.factories import AdministratorFactory, UserFactory

EVERYTHING = {
    "GOOGLE_CLIENT_ID": "google-1",
    "GOOGLE_CLIENT_SECRET": "tajne",
    "MICROSOFT_CLIENT_ID": "microsoft-1",
    "MICROSOFT_CLIENT_SECRET": "tajne",
    "SAML_IDP_ENTITY_ID": "https://idp.example.org",
    "SAML_IDP_SSO_URL": "https://idp.example.org:8443/sso?x=1",
    "SAML_ATTRIBUTES": '{"uid": "pesel"}',
    "SAML_EMAIL_IS_VERIFIED": "true",
}


def read(monkeypatch: pytest.MonkeyPatch, values: dict[str, str]) -> dict[str, dict[str, Any]]:
    """What settings make of an environment."""
    for name in EVERYTHING:
        monkeypatch.delenv(name, raising=False)
    for name, value in values.items():
        monkeypatch.setenv(name, value)
    return external_providers(Env())


def test_nothing_is_on_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    providers = read(monkeypatch, {})

    assert [providers[key]["APPS"] for key in ("google", "microsoft", "saml")] == [[], [], []]
    assert external_origins(providers) == []


def test_variables_turn_services_on(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    certificate = tmp_path / "idp.pem"
    certificate.write_text("PEM")

    providers = read(monkeypatch, EVERYTHING | {"SAML_IDP_CERTIFICATE_FILE": str(certificate)})

    assert external_origins(providers) == [
        "https://accounts.google.com",
        "https://login.microsoftonline.com",
        "https://idp.example.org:8443",
    ]
    (app,) = providers["saml"]["APPS"]
    assert app["settings"]["idp"]["x509cert"] == "PEM"
    assert app["settings"]["attribute_mapping"] == {"uid": "pesel"}
    assert app["settings"]["verified_email"] is True
    assert app["settings"]["advanced"]["want_assertion_signed"] is True
    assert app["settings"]["advanced"]["reject_idp_initiated_sso"] is True


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("service", "origin"),
    [
        ("google", "https://accounts.google.com/"),
        ("microsoft", "https://login.microsoftonline.com/organizations/"),
    ],
)
def test_the_button_leads_to_the_service(
    client: Client, settings: Any, monkeypatch: pytest.MonkeyPatch, service: str, origin: str
) -> None:
    chosen = {key: value for key, value in EVERYTHING.items() if key.startswith(service.upper())}
    settings.SOCIALACCOUNT_PROVIDERS = read(monkeypatch, chosen)
    address = reverse(f"{service}_login")

    page = client.get(reverse("account_login")).content.decode()
    there = client.post(f"{address}?process=login")

    assert f'action="{address}?process=login' in page
    assert there.url.startswith(origin)
    assert f"{service}-1" in there.url


@pytest.mark.django_db
def test_who_acts_as_somebody_adds_no_service_to_the_account(
    client: Client, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from accounts.domain.impersonation import start_impersonation

    settings.SOCIALACCOUNT_PROVIDERS = read(
        monkeypatch, {key: EVERYTHING[key] for key in EVERYTHING if key.startswith("GOOGLE")}
    )
    administrator = AdministratorFactory()
    acting = start_impersonation(administrator, UserFactory(), reason="Pomoc przy koncie")
    client.force_login(administrator)
    session = client.session
    session[SESSION_KEY] = acting.pk
    session.save()

    for address in (reverse("socialaccount_connections"), reverse("google_login")):
        assert client.post(f"{address}?process=connect").status_code == 403


@pytest.mark.django_db
@pytest.mark.parametrize("service", ["google", "microsoft"])
def test_a_service_that_is_not_set_up_has_no_address(client: Client, service: str) -> None:
    assert client.get(f"/konto/{service}/login/").status_code == 404
    assert client.get(f"/konto/{service}/login/callback/").status_code == 404
