"""Which passwords are good enough."""

from __future__ import annotations

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from accounts.models import User
from tests.accounts.factories import PASSWORD

GUESSABLE = [
    "qwertyuiop12",
    "kochamcie123",
    "Opole2026!!",
    "opolskie2026",
    "stowarzyszenie1",
    "Listopad2026",
    "aaaaaaaaaaaaaaaa",
    "1234567890123",
]
GOOD = [PASSWORD, "parasol czajnik bocian", "vK8#pQw2!rZt", "Zażółć gęślą jaźń"]


@pytest.mark.parametrize("password", GUESSABLE)
def test_what_a_guesser_tries_first_is_refused(password: str) -> None:
    with pytest.raises(ValidationError):
        validate_password(password)


@pytest.mark.parametrize("password", GOOD)
def test_what_is_hard_to_guess_is_taken(password: str) -> None:
    validate_password(password)


def test_ones_own_name_makes_no_password() -> None:
    user = User(email="b.szczepanska@example.org", display_name="Bronisława Szczepańska")

    with pytest.raises(ValidationError):
        validate_password("szczepańska1987", user)
    validate_password("szczepańska1987")  # to others it is one rare word with a year


def test_a_very_long_password_is_judged_quickly_and_taken() -> None:
    validate_password("parasol czajnik bocian " * 40)


@pytest.mark.django_db
def test_sign_up_says_what_to_do(client: Client) -> None:
    answers = {
        "email": "nowa@example.org",
        "display_name": "Zofia Nowa",
        "password1": "Opole2026!!",
        "accept_terms": "on",
    }

    response = client.post(reverse("account_signup"), answers)

    (message,) = response.context["form"].errors["password1"]
    assert message.startswith("To hasło łatwo odgadnąć.")
    assert not User.objects.exists()
