"""Letters to people who need not have an account."""

from __future__ import annotations

from email.message import EmailMessage
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from accounts.domain.erasure import erase_user
from accounts.models import User
from notifications import publish_to_address
from notifications.domain.publishing import NoTransaction
from notifications.domain.sending import letters_are_waiting, send_due_letters
from notifications.models import AddressLetter, OutboxEvent, SuppressedAddress, WorkState
from tests.accounts.factories import UserFactory
from tests.notifications.mail_server import MailServer

ADDRESS = "kandydatka@example.org"


@pytest.fixture(autouse=True)
def _real_mail(settings: Any, mail_server: MailServer) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", mail_server.port
    settings.BASE_URL = "https://portal.example.org"


def write_letter(subject: User, **kwargs: Any) -> AddressLetter:
    """A letter that waits to be sent."""
    kwargs.setdefault("context", {"title": "Zgoda"})
    with transaction.atomic():
        return publish_to_address("tests.personal", subject, address=ADDRESS, **kwargs)


def sent_by(mail_server: MailServer) -> EmailMessage:
    """The only letter sent."""
    send_due_letters()
    (letter,) = mail_server.letters
    return letter


def test_the_letter_goes_to_the_address_with_its_personal_link(
    subject: User, mail_server: MailServer
) -> None:
    row = write_letter(subject, context={"title": "Zgoda", "key": "abc"})

    letter = sent_by(mail_server)

    assert (letter["To"], letter["Subject"]) == (ADDRESS, "Sprawa: Zgoda")
    for part in ("plain", "html"):
        assert "https://portal.example.org/sprawa/abc/" in letter.get_body((part,)).get_content()
    row.refresh_from_db()
    assert row.state == WorkState.DONE
    assert not letters_are_waiting()


def test_it_is_no_list_mail_and_offers_no_preferences(
    subject: User, mail_server: MailServer
) -> None:
    write_letter(subject)

    letter = sent_by(mail_server)

    assert letter["List-Unsubscribe"] is None
    assert "rezygnacja" not in letter.get_body(("html",)).get_content()


def test_it_speaks_the_language_asked_for(subject: User, mail_server: MailServer) -> None:
    write_letter(subject, language="en")

    assert '<html lang="en">' in sent_by(mail_server).get_body(("html",)).get_content()


def test_it_lives_and_dies_with_the_change(subject: User, mail_server: MailServer) -> None:
    with transaction.atomic():
        publish_to_address("tests.personal", subject, address=ADDRESS, context={"title": "Zgoda"})
        transaction.set_rollback(True)

    assert not OutboxEvent.objects.exists()
    assert send_due_letters() == 0


@pytest.mark.django_db(transaction=True)
def test_it_needs_the_transaction_of_the_change() -> None:
    with pytest.raises(NoTransaction):
        publish_to_address("tests.personal", UserFactory(), address=ADDRESS)


def test_an_address_that_refused_our_mail_gets_none(subject: User, mail_server: MailServer) -> None:
    SuppressedAddress.objects.create(email=ADDRESS, reason="bounce")
    row = write_letter(subject)

    send_due_letters()

    row.refresh_from_db()
    assert mail_server.letters == []
    assert row.state == WorkState.DROPPED


def test_nobody_is_asked_to_choose_about_it_in_preferences(subject: User) -> None:
    client = Client()
    client.force_login(subject)

    page = client.get(reverse("notifications:preferences")).content.decode()

    assert "Sprawa osobista" not in page


def test_erasing_the_account_of_an_address_removes_its_letters(subject: User) -> None:
    person = UserFactory(email=ADDRESS)
    write_letter(subject)

    erase_user(person)

    assert not AddressLetter.objects.exists()
