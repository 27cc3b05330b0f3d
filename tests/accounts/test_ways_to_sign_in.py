"""Codes of an app, spare codes, codes by letter and passkeys let the right person in."""

from __future__ import annotations

import re
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from bs4 import BeautifulSoup
from django.core import mail
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Browser, Page

from accounts.models import User
from tests import own_cache
from tests.accounts.factories import PASSWORD, UserFactory

SECRET = "account__secret"


def totp(secret: str) -> str:
    """The code that an app would show now."""
    return format_hotp_value(hotp_value(secret, next(yield_hotp_counters_from_time())))


def signs_in(person: User) -> Client:
    """A browser in which the password was typed."""
    client = Client()
    client.post(reverse("account_login"), {"login": person.email, "password": PASSWORD})
    return client


def is_in(client: Client) -> bool:
    return client.get(reverse("accounts:dashboard")).status_code == 200


def with_app(person: User) -> tuple[str, list[str]]:
    """The person sets up an app; its secret and the spare codes."""
    client = signs_in(person)
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    page = BeautifulSoup(client.get(reverse("mfa_activate_totp")).content, "html.parser")
    secret = page.find(class_=SECRET).get_text()
    client.post(reverse("mfa_activate_totp"), {"code": totp(secret)})
    codes = client.get(reverse("mfa_download_recovery_codes")).content.decode().split()
    return secret, codes


@pytest.mark.django_db
def test_with_an_app_the_password_alone_opens_nothing() -> None:
    person = UserFactory()
    secret, _codes = with_app(person)

    client = signs_in(person)
    assert not is_in(client)
    client.post(reverse("mfa_authenticate"), {"code": "000000"})
    assert not is_in(client)

    # The code that set the app up is spent; the test does not wait half a minute for the next.
    own_cache.forget_all()
    client = signs_in(person)
    client.post(reverse("mfa_authenticate"), {"code": totp(secret)})
    assert is_in(client)


@pytest.mark.django_db
def test_a_spare_code_works_once() -> None:
    person = UserFactory()
    _secret, codes = with_app(person)

    first, second = signs_in(person), signs_in(person)
    first.post(reverse("mfa_authenticate"), {"code": codes[0]})
    second.post(reverse("mfa_authenticate"), {"code": codes[0]})

    assert is_in(first)
    assert not is_in(second)


@pytest.mark.django_db
def test_a_code_by_letter_takes_the_place_of_the_password(client: Client) -> None:
    person = UserFactory()
    client.post(reverse("account_request_login_code"), {"email": person.email})
    code = re.search(r"\b[A-Z0-9]{3,4}-?[A-Z0-9]{3,4}\b", mail.outbox[-1].body.split("\n\n", 1)[1])
    assert code is not None

    client.post(reverse("account_confirm_login_code"), {"code": "ZZZZ-ZZZZ"})
    assert not is_in(client)
    client.post(reverse("account_confirm_login_code"), {"code": code[0]})

    assert is_in(client)


@pytest.fixture
def page(browser: Browser, live_server: Any, settings: Any) -> Any:
    """A browser with a key that confirms who holds it."""
    settings.MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
    context = browser.new_context(locale="pl-PL", base_url=live_server.url)
    page = context.new_page()
    devices = context.new_cdp_session(page)
    devices.send("WebAuthn.enable")
    key = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    devices.send("WebAuthn.addVirtualAuthenticator", {"options": key})
    yield page
    context.close()


def types_password(page: Page, person: User) -> None:
    page.goto("/konto/login/")
    page.fill("[name=login]", person.email)
    page.fill("[name=password]", PASSWORD)
    page.click("main button[type=submit]:not([form])")
    page.wait_for_url("**/konto/")


@pytest.mark.journey
@pytest.mark.django_db(transaction=True)
def test_a_passkey_alone_lets_its_owner_in(page: Page) -> None:
    person = UserFactory(display_name="Kluczowa Osoba")
    types_password(page, person)

    page.goto(reverse("mfa_add_webauthn"))
    if page.locator("[name=password]").count():
        page.fill("[name=password]", PASSWORD)
        page.click("main button[type=submit]")
        page.wait_for_url(f"**{reverse('mfa_add_webauthn')}*")
    page.fill("[name=name]", "Telefon")
    page.check("[name=passwordless]")
    page.click("#mfa_webauthn_add")
    page.wait_for_url(lambda address: "add" not in address)
    assert Authenticator.objects.filter(user=person, type="webauthn").exists()

    page.context.clear_cookies()
    page.goto("/konto/login/")
    page.click("#passkey_login")
    page.wait_for_url("**/konto/")

    assert person.email in page.content()
