"""Letters about sign-in: in the person's language, at once, never through the outbox."""

from __future__ import annotations

import pytest
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse

from notifications.models import OutboxEvent
from tests.accounts.factories import PASSWORD, UserFactory

pytestmark = pytest.mark.django_db

ACCOUNT_LETTERS = [
    "account/email/account_already_exists",
    "account/email/email_changed",
    "account/email/email_confirm",
    "account/email/email_confirmation",
    "account/email/email_confirmation_signup",
    "account/email/email_deleted",
    "account/email/login_code",
    "account/email/password_changed",
    "account/email/password_reset",
    "account/email/password_reset_code",
    "account/email/password_reset_key",
    "account/email/password_set",
    "account/email/unknown_account",
    "mfa/email/recovery_codes_generated",
    "mfa/email/totp_activated",
    "mfa/email/totp_deactivated",
    "mfa/email/webauthn_added",
    "mfa/email/webauthn_removed",
]


@pytest.mark.parametrize("prefix", ACCOUNT_LETTERS)
def test_every_letter_greets_in_polish(prefix: str) -> None:
    subject = render_to_string(f"{prefix}_subject.txt", {})
    body = render_to_string(f"{prefix}_message.txt", {})

    assert len(subject.strip().splitlines()) == 1
    assert body.startswith("Dzień dobry,")


def test_a_sign_in_code_goes_past_the_outbox(
    client: Client, mailoutbox: list[EmailMultiAlternatives], settings: pytest.fixture
) -> None:
    user = UserFactory()

    client.post(reverse("account_request_login_code"), {"email": user.email})

    (letter,) = mailoutbox
    assert (letter.to, letter.subject) == ([user.email], "Kod do zalogowania")
    assert settings.SITE_NAME in letter.body
    assert not OutboxEvent.objects.exists()


def test_a_changed_password_is_told_by_mail(
    client: Client, mailoutbox: list[EmailMultiAlternatives]
) -> None:
    user = UserFactory()
    client.force_login(user)
    answers = {"oldpassword": PASSWORD, "password1": "Zielony-Most-2026", "password2": ""}
    answers["password2"] = answers["password1"]

    client.post(reverse("account_change_password"), answers)

    assert [letter.subject for letter in mailoutbox] == ["Zmieniono hasło"]
    assert "Jeśli to nie Ty" in mailoutbox[0].body
