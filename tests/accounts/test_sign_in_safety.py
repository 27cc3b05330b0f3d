"""Signing in tells nobody who has an account, and guessing soon ends."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.mail import EmailMultiAlternatives
from django.test import Client
from django.urls import reverse

from tests.accounts.factories import PASSWORD, UserFactory

pytestmark = pytest.mark.django_db


def told(response: Any) -> str:
    """What the page says in its form."""
    return str(response.context["form"].errors)


@pytest.mark.parametrize("name", ["account_reset_password", "account_request_login_code"])
def test_a_stranger_learns_nothing_from_asking_for_mail(
    name: str, mailoutbox: list[EmailMultiAlternatives]
) -> None:
    UserFactory(email="jest@example.org")

    known = Client().post(reverse(name), {"email": "jest@example.org"})
    unknown = Client().post(reverse(name), {"email": "nie-ma@example.org"})

    assert (known.status_code, known.url) == (unknown.status_code, unknown.url)
    assert [letter.to for letter in mailoutbox] == [["jest@example.org"], ["nie-ma@example.org"]]


def test_a_wrong_password_and_an_unknown_address_sound_the_same() -> None:
    UserFactory(email="jest@example.org")
    address = reverse("account_login")

    known = Client().post(address, {"login": "jest@example.org", "password": "zle-haslo-123"})
    unknown = Client().post(address, {"login": "brak@example.org", "password": "zle-haslo-123"})

    assert told(known) == told(unknown) != ""


def test_guessing_a_password_ends_and_the_owner_is_not_let_in_either(client: Client) -> None:
    UserFactory(email="cel@example.org")
    address = reverse("account_login")
    for _attempt in range(6):
        client.post(address, {"login": "cel@example.org", "password": "zle-haslo-123"})

    client.post(address, {"login": "cel@example.org", "password": PASSWORD})

    assert "_auth_user_id" not in client.session


def test_asking_for_codes_again_and_again_ends(
    client: Client, mailoutbox: list[EmailMultiAlternatives]
) -> None:
    UserFactory(email="cel@example.org")

    answers = [
        client.post(reverse("account_request_login_code"), {"email": "cel@example.org"})
        for _attempt in range(25)
    ]

    assert answers[-1].status_code == 429 or len(mailoutbox) < 25
