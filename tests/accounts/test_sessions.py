"""Where an account is signed in."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from tests.accounts.factories import PASSWORD, UserFactory

pytestmark = pytest.mark.django_db


def signed_in(email: str, program: str) -> Client:
    """A browser in which the person signed in with the password."""
    client = Client(headers={"user-agent": program})
    client.post(reverse("account_login"), {"login": email, "password": PASSWORD})
    return client


def test_a_person_sees_their_devices_and_signs_the_others_out() -> None:
    user = UserFactory()
    stranger = UserFactory()
    here = signed_in(user.email, "Przeglądarka A")
    there = signed_in(user.email, "Przeglądarka B")
    signed_in(stranger.email, "Przeglądarka C")

    page = here.get(reverse("usersessions_list")).content.decode()
    assert "Przeglądarka A" in page
    assert "Przeglądarka B" in page
    assert "Przeglądarka C" not in page

    response = here.post(reverse("usersessions_list"), follow=True)
    assert "Wylogowaliśmy pozostałe urządzenia." in response.content.decode()
    assert here.get(reverse("accounts:dashboard")).status_code == 200
    assert there.get(reverse("accounts:dashboard")).status_code == 302
