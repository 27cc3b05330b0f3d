"""Anonymous readers share for some seconds what changes a list; nobody else does."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from consultations.models import Consultation
from pages import freshness, nearby
from tests.accounts.factories import UserFactory
from tests.consultations import factories as make

pytestmark = pytest.mark.django_db
HOME = "/"


LISTS = [
    HOME,
    "/konsultacje/",
    "/organizacje/",
    "/wydarzenia/",
    "/nabory/",
    "/aktualnosci/",
    "/indeks/",
    "/jak-dotrzymujemy-slowa/",
]


@pytest.fixture(autouse=True)
def _shared(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on the real portal."""
    monkeypatch.setattr(freshness, "SHARED_SECONDS", 5)


def open_one(title: str) -> Consultation:
    consultation = make.open_consultation()
    Consultation.objects.filter(pk=consultation.pk).update(title=title)
    return consultation


def shown(title: str, client: Client | None = None) -> bool:
    return title in (client or Client()).get(HOME).content.decode()


@pytest.mark.parametrize("address", LISTS)
def test_a_remembered_list_asks_the_database_nothing(address: str) -> None:
    open_one("Program współpracy")
    first = Client().get(address)
    another = Client()

    with CaptureQueriesContext(connection) as queries:
        page = another.get(address)

    assert page.status_code == 200
    assert page["ETag"] != first["ETag"]  # bound to each reader's own cookie
    assert len(queries) == 0


def wait_until_the_seconds_are_over() -> None:
    """Redis forgets by its own clock, which no test can set; its shortest term is a second."""
    time.sleep(1.1)


def test_another_filter_is_another_page() -> None:
    open_one("Program współpracy")

    assert "Program współpracy" in Client().get("/konsultacje/").content.decode()
    nothing = Client().get("/konsultacje/?q=hulajnoga").content.decode()
    assert "Program współpracy" not in nothing


def test_a_change_shows_when_the_seconds_are_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(freshness, "SHARED_SECONDS", 1)
    Client().get(HOME)
    open_one("Program współpracy")

    assert not shown("Program współpracy")

    wait_until_the_seconds_are_over()
    assert shown("Program współpracy")


def test_what_was_shown_by_mistake_does_not_stay_with_the_token_that_stands_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(freshness, "SHARED_SECONDS", 1)
    place = {nearby.COOKIE: "1607"}
    Client().get(HOME)  # the seconds begin; the page of this place is not made yet

    mistaken = open_one("Pomyłka")
    reader = Client()
    reader.cookies.load(place)
    assert shown("Pomyłka", reader)  # made anew, so under a token of its own
    Consultation.objects.filter(pk=mistaken.pk).delete()

    wait_until_the_seconds_are_over()
    again = Client()
    again.cookies.load(place)
    assert not shown("Pomyłka", again)


def test_signed_in_people_see_a_change_at_once(as_user: Callable[[Any], Client]) -> None:
    client = as_user(UserFactory())
    assert Client().get(HOME).status_code == client.get(HOME).status_code == 200

    open_one("Program współpracy")

    assert shown("Program współpracy", client)


@pytest.mark.parametrize("seconds", [0, 5])
def test_a_page_a_minute_old_is_made_anew(monkeypatch: pytest.MonkeyPatch, seconds: int) -> None:
    monkeypatch.setattr(freshness, "SHARED_SECONDS", seconds)
    consultation = open_one("Dawny tytuł")
    assert shown("Dawny tytuł")
    # A change that no token notices.
    Consultation.objects.filter(pk=consultation.pk).update(title="Nowy tytuł")
    assert shown("Dawny tytuł")

    monkeypatch.setattr(freshness, "FRESH_SECONDS", 0)

    assert shown("Nowy tytuł")


def test_without_redis_the_home_is_made_anew(settings: Any) -> None:
    dead = {"LOCATION": "redis://127.0.0.1:1/0"}
    settings.CACHES = settings.CACHES | {"default": settings.CACHES["default"] | dead}
    assert Client().get(reverse("pages:home")).status_code == 200

    open_one("Program współpracy")

    assert shown("Program współpracy")
