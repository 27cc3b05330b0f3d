"""Powerful accounts set up a second factor before anything else."""

from __future__ import annotations

from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from django.urls import reverse

from accounts.models import User
from tests.accounts.factories import AdministratorFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _required(settings: Any) -> None:
    settings.REQUIRE_SECOND_FACTOR = True


def with_totp(user: User) -> User:
    """The person uses an app with codes."""
    Authenticator.objects.create(user=user, type=Authenticator.Type.TOTP, data={"secret": "x"})
    return user


@pytest.mark.parametrize("name", ["admin:index", "accounts:dashboard", "notifications:inbox"])
def test_an_administrator_without_one_comes_no_further(client: Client, name: str) -> None:
    client.force_login(AdministratorFactory())

    response = client.get(reverse(name), follow=True)

    assert response.redirect_chain == [(reverse("accounts:security"), 302)]
    assert "Włącz drugi składnik logowania, by przejść dalej" in response.content.decode()


def test_the_way_to_set_one_up_is_open(client: Client) -> None:
    client.force_login(AdministratorFactory())

    for name in ("accounts:security", "mfa_index", "account_email", "account_logout"):
        assert client.get(reverse(name)).status_code == 200


def test_with_one_everything_is_open(client: Client) -> None:
    client.force_login(with_totp(AdministratorFactory()))

    assert client.get(reverse("admin:index")).status_code == 200


def test_participants_need_none(client: Client) -> None:
    client.force_login(UserFactory())

    assert client.get(reverse("accounts:dashboard")).status_code == 200


def test_readers_without_an_account_are_not_asked(client: Client) -> None:
    assert client.get(reverse("account_login")).status_code == 200


def test_the_question_is_asked_again_after_a_while(client: Client) -> None:
    user = with_totp(AdministratorFactory())
    client.force_login(user)
    client.get(reverse("admin:index"))
    Authenticator.objects.all().delete()
    assert client.get(reverse("admin:index")).status_code == 200

    session = client.session
    session["second_factor_checked_at"] -= 301
    session.save()

    assert client.get(reverse("admin:index")).url == reverse("accounts:security")


def test_the_setting_turns_it_off(client: Client, settings: Any) -> None:
    settings.REQUIRE_SECOND_FACTOR = False
    client.force_login(AdministratorFactory())

    assert client.get(reverse("admin:index")).status_code == 200
