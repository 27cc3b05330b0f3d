"""Letters of readers reach those who run the portal, once, and not by thousands."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from accounts.domain.retention import apply_retention
from notifications.domain.expansion import expand
from notifications.models import Delivery, OutboxEvent
from pages.models import ReaderLetter
from pages.web.writing import LETTERS
from tests.accounts.factories import AdministratorFactory, UserFactory
from tests.discussions.factories import proven

pytestmark = pytest.mark.django_db
LETTER = {
    "name": "Jan",
    "email": "jan@example.org",
    "subject": "Mapa nie działa",
    "text": "Na telefonie.",
}


def test_a_letter_is_kept_and_administrators_are_told(client: Client) -> None:
    administrator = AdministratorFactory()
    form = proven(**LETTER)

    for _ in range(2):
        client.post("/kontakt/", form)

    assert ReaderLetter.objects.get().subject == "Mapa nie działa"
    event = OutboxEvent.objects.get(kind="pages.letter")
    expand(event)
    assert {row.recipient for row in Delivery.objects.filter(event=event)} == {administrator}
    client.force_login(administrator)
    assert client.get(ReaderLetter.objects.get().get_absolute_url()).status_code == 200


def test_a_form_with_mistakes_comes_back_as_it_was(client: Client) -> None:
    response = client.post("/kontakt/", proven(**LETTER) | {"email": "jan"})

    assert response.status_code == 409
    assert "Na telefonie." in response.content.decode()
    assert not ReaderLetter.objects.exists()


def test_one_address_writes_so_many_letters_an_hour(client: Client) -> None:
    for _ in range(LETTERS.times + 1):
        response = client.post("/kontakt/", proven(**LETTER))

    assert "za godzinę" in response.content.decode()
    assert ReaderLetter.objects.count() == LETTERS.times


def test_whoever_is_signed_in_need_not_say_who_they_are(client: Client) -> None:
    user = UserFactory()
    client.force_login(user)

    form = client.get("/kontakt/").context["form"]

    assert (form.initial["name"], form.initial["email"]) == (user.display_name, user.email)


def test_answered_letters_go_after_a_year(client: Client) -> None:
    for _ in range(2):
        client.post("/kontakt/", proven(**LETTER))
    ReaderLetter.objects.filter(pk=ReaderLetter.objects.first().pk).update(is_answered=True)

    apply_retention(timezone.now() + timedelta(days=366))

    assert [letter.is_answered for letter in ReaderLetter.objects.all()] == [False]
