"""A person makes an account and confirms the address."""

from __future__ import annotations

import re

import pytest
from allauth.account.models import EmailAddress
from django.core.mail import EmailMultiAlternatives
from django.test import Client
from django.urls import reverse

from accounts.models import Consent, ConsentPurpose, User
from tests.accounts.factories import PASSWORD, UserFactory

pytestmark = pytest.mark.django_db

ANSWERS = {
    "email": "Nowa@Example.org",
    "display_name": "Zofia Nowa",
    "password1": PASSWORD,
    "accept_terms": "on",
}


def sign_up(client: Client, **answers: str) -> object:
    """Send the sign-up form."""
    return client.post(reverse("account_signup"), ANSWERS | answers)


def code_in(letter: EmailMultiAlternatives) -> str:
    """The code that stands alone on its line."""
    return re.search(r"^([A-Z0-9]{3,}-?[A-Z0-9]{3,})$", letter.body, re.MULTILINE)[1]


def test_the_whole_way_from_form_to_my_matters(
    client: Client, mailoutbox: list[EmailMultiAlternatives]
) -> None:
    response = sign_up(client)
    assert response.url == reverse("account_email_verification_sent")

    response = client.post(response.url, {"code": code_in(mailoutbox[0])}, follow=True)

    assert response.redirect_chain[-1][0] == reverse("accounts:dashboard")
    assert "Zofia Nowa" in response.content.decode()
    assert EmailAddress.objects.get().verified


def test_the_account_keeps_name_language_and_consent_word_for_word(client: Client) -> None:
    client.cookies["django_language"] = "de"

    sign_up(client)

    user = User.objects.get()
    assert (user.email, user.display_name, user.language) == (
        "nowa@example.org",
        "Zofia Nowa",
        "de",
    )
    consent = Consent.objects.get()
    assert (consent.user, consent.purpose, consent.text_version, consent.language) == (
        user,
        ConsentPurpose.TERMS,
        "1",
        "de",
    )
    assert consent.statement
    assert consent.withdrawn_at is None


def test_without_the_terms_there_is_no_account(client: Client) -> None:
    response = sign_up(client, accept_terms="")

    assert response.context["form"].errors == {
        "accept_terms": ["Bez akceptacji regulaminu nie założymy konta."]
    }
    assert not User.objects.exists()


def test_a_taken_address_looks_the_same_and_only_its_owner_is_told(
    client: Client, mailoutbox: list[EmailMultiAlternatives]
) -> None:
    UserFactory(email="nowa@example.org")

    response = sign_up(client)

    assert response.url == reverse("account_email_verification_sent")
    assert User.objects.count() == 1
    assert mailoutbox[0].to == ["nowa@example.org"]
    assert reverse("account_reset_password") in mailoutbox[0].body


def test_the_form_asks_in_the_order_people_expect(client: Client) -> None:
    form = client.get(reverse("account_signup")).context["form"]

    assert list(form.fields) == ["email", "display_name", "password1", "accept_terms"]


def test_letters_come_as_text_and_html(
    client: Client, mailoutbox: list[EmailMultiAlternatives]
) -> None:
    sign_up(client)

    (letter,) = mailoutbox
    (html, kind) = letter.alternatives[0]
    assert kind == "text/html"
    assert code_in(letter) in html
    assert '<html lang="pl">' in html
    assert letter.extra_headers["Auto-Submitted"] == "auto-generated"
