"""A shared link shows a picture with what the page is about; what is not public has none."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.db.models import Model
from django.test import Client
from django.test.utils import CaptureQueriesContext
from PIL import Image

from consultations.models import Stage
from organizations.models import Publication, PublicBody
from pages import card_drawing
from pages.domain import publishing
from pages.domain.publishers import portal_publisher
from pages.models import News, PublicationState
from tests.accounts.factories import AdministratorFactory
from tests.consultations import factories as consultations
from tests.events import factories as events
from tests.organizations.factories import InitiativeFactory, OrganizationFactory
from tests.standards import factories as standards

pytestmark = pytest.mark.django_db


def news(title: str = "Nowy program") -> News:
    author = AdministratorFactory()
    row = News(title=title, summary="S", text="T")
    publishing.create(row, author=author, publisher=portal_publisher())
    publishing.change_state(row, PublicationState.PUBLISHED, actor=author)
    return row


THINGS: dict[str, Callable[[], Model]] = {
    "konsultacje": consultations.open_consultation,
    "wydarzenia": events.announced,
    "organizacje": OrganizationFactory,
    "urzedy": lambda: PublicBody.objects.get(slug="nysa"),
    "inicjatywy": InitiativeFactory,
    "standardy": standards.new_standard,
    "aktualnosci": news,
}


def heads(address: str) -> dict[str, str]:
    page = BeautifulSoup(Client().get(address).content, "html.parser")
    return {
        tag["property"]: tag["content"]
        for tag in page.head.find_all("meta", property=True)
        if tag["property"].startswith("og:image")
    }


def card_of(thing: Any) -> str:
    """The picture's own address on this server, as the page names it."""
    address = heads(thing.get_absolute_url())["og:image"]
    return "/" + address.split("/", 3)[3]


@pytest.mark.parametrize("kind", THINGS)
def test_a_public_page_names_a_picture_of_its_own(kind: str, settings: Any) -> None:
    thing = THINGS[kind]()

    told = heads(thing.get_absolute_url())
    assert told["og:image"].startswith(f"{settings.BASE_URL}/karta/{kind}/{thing.pk}.png")
    assert (told["og:image:width"], told["og:image:height"]) == ("1200", "630")
    assert ": " in told["og:image:alt"]

    answer = Client().get(card_of(thing))
    assert answer["Content-Type"] == "image/png"
    with Image.open(io.BytesIO(answer.content)) as picture:
        assert picture.size == (1200, 630)


def test_other_pages_show_the_portals_own_picture(settings: Any) -> None:
    told = heads("/")

    assert told["og:image"].endswith(".png")
    assert "social-card" in told["og:image"]
    assert told["og:image:alt"] == settings.SITE_NAME


def test_what_is_not_public_has_no_picture(client: Client) -> None:
    hidden = OrganizationFactory(publication=Publication.HIDDEN)
    draft = consultations.new_consultation()

    assert client.get(f"/karta/organizacje/{hidden.pk}.png").status_code == 404
    assert client.get(f"/karta/konsultacje/{draft.pk}.png").status_code == 404
    assert client.get("/karta/organizacje/999999.png").status_code == 404
    assert client.get("/karta/nieznane/1.png").status_code == 404


def test_its_own_people_see_no_picture_of_a_hidden_thing_either(
    as_user: Callable[[Any], Client],
) -> None:
    draft = consultations.new_consultation()

    answer = as_user(AdministratorFactory()).get(f"/karta/konsultacje/{draft.pk}.png")

    assert answer.status_code == 404


def test_a_withdrawn_thing_loses_its_picture_at_once(client: Client) -> None:
    organization = OrganizationFactory()
    address = card_of(organization)
    assert client.get(address).status_code == 200

    organization.publication = Publication.HIDDEN
    organization.save()

    assert client.get(address).status_code == 404


def test_a_network_that_has_the_picture_is_told_so(client: Client) -> None:
    address = card_of(OrganizationFactory())
    first = client.get(address)

    again = client.get(address, headers={"If-None-Match": first["ETag"]})

    assert again.status_code == 304
    assert first["Cache-Control"] == "public, max-age=300"
    assert not first.cookies


def test_a_remembered_picture_costs_one_query_and_a_new_one_few(client: Client) -> None:
    consultation = consultations.open_consultation()
    address = f"/karta/konsultacje/{consultation.pk}.png"

    with CaptureQueriesContext(connection) as first:
        client.get(address)
    with CaptureQueriesContext(connection) as again:
        client.get(address)

    assert len(first) <= 4
    assert len(again) == 1


def test_another_name_or_term_has_another_address_and_a_mere_touch_has_not() -> None:
    organization = OrganizationFactory(name="Dawna nazwa")
    consultation = consultations.open_consultation()
    before = [card_of(organization), card_of(consultation)]

    organization.save()
    consultation.save()
    assert [card_of(organization), card_of(consultation)] == before

    organization.name = "Nowa nazwa"
    organization.save()
    consultation.closes_on += timedelta(days=7)
    consultation.save()
    after = [card_of(organization), card_of(consultation)]
    assert all(old != new for old, new in zip(before, after, strict=True))


def test_a_long_title_is_cut_and_polish_letters_are_drawn() -> None:
    font = card_drawing._font("Bold", 50)

    lines, size = card_drawing._fitting("Zażółć gęślą jaźń " * 40)

    assert len(lines) == card_drawing.MOST_LINES
    assert lines[-1].endswith("…")
    assert size == card_drawing.TITLE_SIZES[-1]
    assert all(font.getlength(line) <= 1040 for line in lines)
    missing = font.getmask("\uffff").getbbox(), bytes(font.getmask("\uffff"))
    for letter in "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ„”–…":
        assert (font.getmask(letter).getbbox(), bytes(font.getmask(letter))) != missing


def test_a_line_does_not_end_with_a_word_of_one_letter() -> None:
    font = card_drawing._font("Bold", 76)

    lines = card_drawing.wrapped("Letnia szkoła dla dzieci z trzech gmin", font, 1040)

    assert [line.replace("\xa0", " ") for line in lines] == [
        "Letnia szkoła dla dzieci",
        "z trzech gmin",
    ]


def test_colours_are_those_of_the_pages(settings: Any) -> None:
    tokens = (settings.BASE_DIR / "static/css/tokens/color.css").read_text()

    for name, colour in (
        ("--blue-900", card_drawing.INK),
        ("--blue-700", card_drawing.BLUE),
        ("--gold-400", card_drawing.GOLD),
    ):
        assert f"{name}: #{bytes(colour).hex()};" in tokens


def test_the_term_of_a_consultation_stands_on_its_picture() -> None:
    from search import registry

    consultation = consultations.open_consultation()
    kind = registry.find("konsultacje")

    assert kind is not None
    assert kind.note is not None
    assert kind.note(consultation).startswith("Uwagi do ")
    assert consultation.stage == Stage.OPEN
