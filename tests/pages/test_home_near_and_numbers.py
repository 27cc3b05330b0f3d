"""The home page tells what is near the reader's place, and the portal's numbers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from pages import nearby
from pages.domain import publishing
from pages.domain.publishers import portal_publisher
from pages.models import Call, PublicationState
from territory.models import Area
from tests.accounts.factories import AdministratorFactory
from tests.events import factories as events
from tests.organizations.factories import OrganizationFactory

pytestmark = pytest.mark.django_db
NYSA, OPOLE = "1607", "1661"


def main_of(client: Client) -> BeautifulSoup:
    return BeautifulSoup(client.get(reverse("pages:home")).content, "html.parser").main


def titles(client: Client) -> list[str]:
    return [link.get_text() for link in main_of(client).select(".nearby__item a")]


def choose(client: Client, code: str) -> Any:
    return client.post(reverse("pages:choose_place"), {"okolica": code})


def call(title: str, county: str | None) -> None:
    author = AdministratorFactory()
    closes = timezone.localdate() + timedelta(days=20)
    row = Call(title=title, summary="S", text="T", contact="K", closes_on=closes)
    publishing.create(row, author=author, publisher=portal_publisher())
    if county:
        row.counties.add(county)
    publishing.change_state(row, PublicationState.PUBLISHED, actor=author)


def test_a_reader_chooses_a_place_once_and_may_forget_it(client: Client) -> None:
    assert "Co dzieje się blisko Ciebie?" in main_of(client).get_text()

    assert choose(client, NYSA)["Location"] == "/#okolica"
    assert main_of(client).find(class_="nearby__title").get_text() == "Blisko: powiat nyski"
    assert client.cookies[nearby.COOKIE]["httponly"]

    choose(client, "")
    assert main_of(client).find(class_="nearby__list") is None


@pytest.mark.parametrize("code", ["9999", "x", "16", "1607'--"])
def test_a_place_that_is_not_there_is_no_place(client: Client, code: str) -> None:
    client.cookies[nearby.COOKIE] = code

    assert "Co dzieje się blisko Ciebie?" in main_of(client).get_text()
    assert choose(client, code).status_code == 302


def test_what_is_near_is_of_the_county_and_of_the_whole_region(client: Client) -> None:
    nysa = Area.objects.get(pk=NYSA)
    events.announced(title="Szkolenie w Nysie", county=nysa)
    events.announced(title="Gala w Opolu")
    call("Tylko Nysa", NYSA)
    call("Cały region", None)
    call("Tylko Opole", OPOLE)
    OrganizationFactory(county=nysa)

    choose(client, NYSA)

    assert titles(client) == [
        "Tylko Nysa",
        "Cały region",
        "Szkolenie w Nysie",
        "1 organizacja w powiecie",
    ]


def test_a_gmina_lies_in_its_county(client: Client) -> None:
    events.announced(title="Szkolenie w Nysie", county=Area.objects.get(pk=NYSA))
    gmina = Area.objects.gminas().filter(parent=NYSA).first()

    choose(client, gmina.pk)

    assert "Szkolenie w Nysie" in titles(client)


def test_numbers_have_a_picture_and_its_data(client: Client) -> None:
    OrganizationFactory()

    item = main_of(client).find(class_="numbers__item")

    assert item.find(class_="numbers__value").get_text().strip() == "1 organizacja w bazie"
    assert item.svg["aria-label"] == item.caption.get_text()
    counts = [cell.get_text() for cell in item.find_all("td")]
    assert counts == ["0"] * 11 + ["1"]
    assert [bar["height"] for bar in item.find_all("rect")] == ["0"] * 11 + ["40"]


@pytest.mark.parametrize(
    ("language", "words"),
    [("pl", "2 organizacje w bazie"), ("en", "2 organizations in the directory")],
)
def test_a_number_and_its_word_agree(client: Client, language: str, words: str) -> None:
    OrganizationFactory.create_batch(2)
    client.cookies["django_language"] = language

    value = main_of(client).find(class_="numbers__value").get_text().strip()

    assert value == words


def test_the_home_page_asks_little(
    client: Client, django_assert_max_num_queries: Callable[[int], Any]
) -> None:
    OrganizationFactory()
    client.get(reverse("pages:home"))

    with django_assert_max_num_queries(12):
        client.get(reverse("pages:home"))
