"""A person sees that their address was stopped, and makes mail flow again."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.core import mail
from django.test import Client

from accounts.models import User
from notifications.domain.sending import send_due_letters
from notifications.domain.suppression import Report, take_report
from notifications.models import (
    AddressReport,
    ReportSort,
    ReportSource,
    SuppressedAddress,
)
from tests.accounts.factories import AdministratorFactory, UserFactory

PAGE = "/powiadomienia/adres/"
WARNING = "Twój adres nie przyjmuje poczty"


@pytest.fixture
def person(client: Client, db: None, settings: Any) -> User:
    """Somebody signed in whose address refuses mail."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    person = UserFactory(email="adres@example.org")
    take_report(
        Report(
            person.email, ReportSort.HARD, ReportSource.SERVER, detail="550 5.1.1 Nie ma takiego"
        )
    )
    client.force_login(person)
    return person


def proof_link() -> str:
    """The path in the letter that was sent."""
    send_due_letters()
    (letter,) = mail.outbox
    found = re.search(r"/powiadomienia/adres/[^/\s]+/", str(letter.body))
    assert found
    return found.group(0)


def test_the_account_and_the_preferences_warn(client: Client, person: User) -> None:
    for page in ("/konto/", "/powiadomienia/ustawienia/", PAGE):
        assert WARNING in client.get(page).content.decode(), page
    assert "550 5.1.1 Nie ma takiego" in client.get(PAGE).content.decode()


def test_others_see_no_warning(client: Client, person: User) -> None:
    client.force_login(UserFactory())

    for page in ("/konto/", "/powiadomienia/ustawienia/", PAGE):
        assert WARNING not in client.get(page).content.decode(), page
    assert "550 5.1.1" not in client.get(PAGE).content.decode()


def test_a_letter_that_arrives_makes_mail_flow_again(client: Client, person: User) -> None:
    client.post(f"{PAGE}sprawdz/")
    link = proof_link()

    stranger = Client()  # the letter may be read on another device
    assert stranger.get(link).status_code == 200
    assert SuppressedAddress.objects.exists()  # a scanner's visit proves nothing
    stranger.post(link)

    assert not SuppressedAddress.objects.exists()
    last = AddressReport.objects.order_by("-pk").first()
    assert last is not None
    assert (last.sort, last.source, last.actor) == ("resumed", "person", person)


def test_one_letter_in_ten_minutes(client: Client, person: User) -> None:
    for _ in range(3):
        client.post(f"{PAGE}sprawdz/")

    while send_due_letters():
        pass
    assert len(mail.outbox) == 1


def test_the_link_of_another_address_does_nothing(client: Client, person: User) -> None:
    client.post(f"{PAGE}sprawdz/")
    link = proof_link()
    User.objects.filter(pk=person.pk).update(email="inny@example.org")

    assert client.post(link).status_code == 404
    assert client.post(f"{PAGE}zmyslony/").status_code == 404
    assert SuppressedAddress.objects.exists()


def test_who_gets_mail_is_sent_no_proof(client: Client, db: None) -> None:
    client.force_login(UserFactory())

    client.post(f"{PAGE}sprawdz/")

    assert send_due_letters() == 0


def test_an_administrator_resumes_and_the_book_says_who(client: Client, person: User) -> None:
    administrator = AdministratorFactory()
    client.force_login(administrator)
    address = SuppressedAddress.objects.get()

    client.post(
        "/admin/notifications/suppressedaddress/",
        {"action": "let_mail_flow", "_selected_action": [address.pk]},
    )

    assert not SuppressedAddress.objects.exists()
    last = AddressReport.objects.order_by("-pk").first()
    assert last is not None
    assert (last.sort, last.source, last.actor) == ("resumed", "admin", administrator)


def test_an_administrator_stops_an_address_by_hand(client: Client, db: None) -> None:
    client.force_login(AdministratorFactory())
    form = {
        "email": "Prosi@example.org",
        "reason": "complaint",
        "detail": "Telefon",
        "since_0": "2026-11-01",
        "since_1": "10:00",
    }

    client.post("/admin/notifications/suppressedaddress/add/", form)

    assert SuppressedAddress.objects.get().email == "prosi@example.org"
    assert AddressReport.objects.get().sort == "stopped"


def test_the_book_cannot_be_rewritten(client: Client, person: User) -> None:
    client.force_login(AdministratorFactory())
    line = AddressReport.objects.first()
    assert line is not None
    place = f"/admin/notifications/addressreport/{line.pk}"

    assert client.get(f"{place}/change/").status_code == 200
    assert client.post(f"{place}/change/", {"detail": "x"}).status_code == 403
    assert client.post(f"{place}/delete/", {"post": "yes"}).status_code == 403
