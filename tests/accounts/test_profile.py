"""What people change about themselves."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from tests.accounts.factories import UserFactory

pytestmark = pytest.mark.django_db

ANSWERS = {"display_name": "Jan Zmieniony", "phone": "77 541 65 10", "language": "de"}


def test_a_person_changes_name_phone_and_language(client: Client) -> None:
    user = UserFactory()
    client.force_login(user)

    response = client.post(reverse("accounts:profile"), ANSWERS)

    assert response.url == reverse("accounts:profile")
    user.refresh_from_db()
    assert (user.display_name, user.phone, user.language) == tuple(ANSWERS.values())


def test_a_person_cannot_make_themselves_an_administrator(client: Client) -> None:
    user = UserFactory()
    client.force_login(user)

    client.post(reverse("accounts:profile"), ANSWERS | {"is_staff": "on", "email": "x@y.pl"})

    user.refresh_from_db()
    assert (user.is_staff, user.email == "x@y.pl") == (False, False)


def test_an_empty_name_is_an_error_and_nothing_is_saved(client: Client) -> None:
    user = UserFactory(display_name="Jan Dawny")
    client.force_login(user)

    response = client.post(reverse("accounts:profile"), ANSWERS | {"display_name": ""})

    assert set(response.context["form"].errors) == {"display_name"}
    user.refresh_from_db()
    assert (user.display_name, user.language) == ("Jan Dawny", "pl")
