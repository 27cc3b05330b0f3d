"""The person's row in the database."""

from __future__ import annotations

import pytest
from django.contrib.auth import authenticate
from django.db import IntegrityError
from django.utils import timezone

from accounts.models import User
from tests.accounts.factories import PASSWORD, UserFactory

pytestmark = pytest.mark.django_db


def test_addresses_are_equal_however_they_are_typed() -> None:
    user = UserFactory(email="Jan.Kowal@Example.ORG")

    assert user.email == "jan.kowal@example.org"
    assert User.objects.get(email="JAN.KOWAL@example.org") == user
    with pytest.raises(IntegrityError):
        UserFactory(email="JAN.kowal@example.org")


def test_a_person_signs_in_by_address_in_any_case() -> None:
    user = UserFactory(email="anna@example.org")

    assert authenticate(email="ANNA@example.org", password=PASSWORD) == user
    assert authenticate(email="anna@example.org", password="inne-haslo") is None


def test_an_account_needs_an_address() -> None:
    with pytest.raises(ValueError, match="address"):
        User.objects.create_user("")


def test_an_erased_account_cannot_be_active() -> None:
    with pytest.raises(IntegrityError):
        UserFactory(erased_at=timezone.now())


def test_a_person_is_called_by_name_and_by_address_without_one() -> None:
    assert str(UserFactory(display_name="Ewa Las")) == "Ewa Las"
    assert UserFactory(display_name="Ewa Las").get_short_name() == "Ewa"
    assert str(User(email="bez@example.org")) == "bez@example.org"
