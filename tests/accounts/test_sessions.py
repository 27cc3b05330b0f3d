"""Where an account is signed in."""

from __future__ import annotations

import pytest
from allauth.usersessions.models import UserSession
from django.test import Client
from django.urls import reverse

from accounts.devices import device_name
from tests.accounts.factories import PASSWORD, UserFactory
from tests.accounts.impersonating import acting_as

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


def test_one_device_is_signed_out_and_the_others_stay() -> None:
    user = UserFactory()
    here, lost, home = (signed_in(user.email, name) for name in ("Tutaj", "Zgubiony", "Dom"))
    of_the_lost = UserSession.objects.get(user_agent="Zgubiony")

    response = here.post(reverse("accounts:end_session", args=[of_the_lost.pk]), follow=True)

    page = response.content.decode()
    assert "Wylogowaliśmy to urządzenie." in page
    assert "Zgubiony" not in page
    assert "Wyloguj: Dom" in page
    assert "Wyloguj: Tutaj" not in page
    assert lost.get(reverse("accounts:dashboard")).status_code == 302
    assert home.get(reverse("accounts:dashboard")).status_code == 200


def test_nobody_signs_out_somebody_elses_device() -> None:
    user = UserFactory()
    theirs = signed_in(user.email, "Cudzy")
    address = reverse("accounts:end_session", args=[UserSession.objects.get().pk])

    assert signed_in(UserFactory().email, "Mój").post(address).status_code == 404
    assert acting_as(user).post(address).status_code == 403
    assert theirs.get(reverse("accounts:dashboard")).status_code == 200


def test_the_device_in_use_leaves_by_signing_out() -> None:
    user = UserFactory()
    here = signed_in(user.email, "Tutaj")

    response = here.post(reverse("accounts:end_session", args=[UserSession.objects.get().pk]))

    assert response.url == reverse("account_logout")


@pytest.mark.parametrize(
    ("user_agent", "name"),
    [
        (
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
            " Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0",
            "Edge, Windows",
        ),
        (
            "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko)"
            " Chrome/142.0.0.0 Mobile Safari/537.36",
            "Chrome, Android",
        ),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15"
            " (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1",
            "Safari, iPhone",
        ),
        (
            "Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0",
            "Firefox, Linux",
        ),
        ("curl/8.5.0", "curl/8.5.0"),
    ],
)
def test_a_device_is_called_by_its_browser_and_system(user_agent: str, name: str) -> None:
    assert device_name(user_agent) == name
