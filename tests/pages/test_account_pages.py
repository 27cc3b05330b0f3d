"""The pages about one's account speak the portal's language and keep its rules."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core import mail
from django.test import Client
from django.urls import reverse

from tests.accounts.factories import PASSWORD, UserFactory

pytestmark = pytest.mark.django_db

ENTRANCE = [
    ("account_login", "Zaloguj się"),
    ("account_signup", "Załóż konto"),
    ("account_reset_password", "Nie pamiętasz hasła?"),
    ("account_reset_password_done", "Sprawdź pocztę"),
    ("account_inactive", "Konto jest wyłączone"),
    ("account_reset_password_from_key_done", "Hasło zmienione"),
]
MANAGE = [
    ("account_email", "Adresy e-mail"),
    ("account_change_password", "Zmień hasło"),
    ("account_logout", "Wylogować się?"),
    ("mfa_index", "Drugi składnik logowania"),
    ("mfa_activate_totp", "Włącz aplikację z kodami"),
    ("mfa_list_webauthn", "Twoje klucze"),
    ("mfa_add_webauthn", "Dodaj klucz"),
]


def page_of(response: Any) -> BeautifulSoup:
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


@pytest.fixture
def signed_in() -> Client:
    """Someone who has just typed their password, as pages about security want."""
    person = UserFactory()
    client = Client()
    client.post(reverse("account_login"), {"login": person.email, "password": PASSWORD})
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    return client


@pytest.mark.parametrize(("name", "heading"), ENTRANCE)
def test_a_guest_reads_plain_polish(client: Client, name: str, heading: str) -> None:
    page = page_of(client.get(reverse(name)))

    assert page.h1.get_text(strip=True) == heading
    assert page.find(class_="masthead") is not None


@pytest.mark.parametrize(("name", "heading"), MANAGE)
def test_a_signed_in_person_reads_plain_polish(signed_in: Client, name: str, heading: str) -> None:
    page = page_of(signed_in.get(reverse(name)))

    assert page.h1.get_text(strip=True) == heading


@pytest.mark.parametrize("name", [name for name, _ in ENTRANCE])
def test_scripts_come_from_files_only(client: Client, name: str) -> None:
    page = page_of(client.get(reverse(name)))

    for script in page.find_all("script"):
        assert script.get("src") or script["type"] == "application/json"
    assert page.find_all(style=True) == []


def test_signing_in_keeps_where_one_was_going(client: Client) -> None:
    person = UserFactory()
    address = reverse("account_login") + "?next=/szukaj/%3Fq%3Dwoda"
    form = page_of(client.get(address)).main.find("form")
    hidden = {field["name"]: field["value"] for field in form.find_all("input", type="hidden")}

    response = client.post(form["action"], {**hidden, "login": person.email, "password": PASSWORD})

    assert response["Location"] == "/szukaj/?q=woda"


def test_a_new_person_confirms_the_address_with_the_code_from_the_letter(client: Client) -> None:
    answers = {
        "email": "nowa@example.org",
        "password1": "dluga-fraza-z-rzeka-odra",
        "display_name": "Nowa Osoba",
        "accept_terms": "on",
    }
    page = page_of(client.post(reverse("account_signup"), answers, follow=True))
    assert page.h1.get_text(strip=True) == "Potwierdź adres e-mail"
    assert "nowa@example.org" in page.main.get_text()

    form = page.main.find("form")
    code = re.search(r"\b[A-Z0-9]{4}-[A-Z0-9]{4}\b", mail.outbox[-1].body)[0]
    response = client.post(form["action"], {"code": code})

    assert response.status_code == 302
    assert "_auth_user_id" in client.session


def test_recovery_codes_can_be_read_and_downloaded(signed_in: Client) -> None:
    secret = page_of(signed_in.get(reverse("mfa_activate_totp"))).find(class_="account__secret")
    signed_in.post(reverse("mfa_activate_totp"), {"code": totp(secret.get_text())})

    page = page_of(signed_in.get(reverse("mfa_view_recovery_codes")))

    codes = [item.get_text() for item in page.select(".account__codes li")]
    assert len(codes) == 10
    downloaded = signed_in.get(reverse("mfa_download_recovery_codes")).content.decode()
    assert downloaded.split() == codes


def totp(secret: str) -> str:
    """The code that an authenticator app would show now."""
    from allauth.mfa.totp.internal.auth import (
        format_hotp_value,
        hotp_value,
        yield_hotp_counters_from_time,
    )

    return format_hotp_value(hotp_value(secret, next(yield_hotp_counters_from_time())))


def test_menu_shows_whose_account_it_is_and_what_is_unread(
    as_user: Callable[[Any], Client],
) -> None:
    person = UserFactory(email="kto@example.org")

    page = page_of(as_user(person).get(reverse("pages:home")))

    assert "kto@example.org" in page.header.get_text()
    assert page.header.find("a", class_="masthead__inbox")["href"] == reverse("notifications:inbox")
