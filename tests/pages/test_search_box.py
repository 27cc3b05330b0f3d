"""The search box asks the sources that activities registered."""

from __future__ import annotations

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from pages import search_sources
from pages.search_sources import Found, Hit, register_source

RIVERS = ["Odra", "Nysa Kłodzka", "Mała Panew"]


def find_rivers(words: str, user: Any, limit: int) -> Found:
    hits = [Hit(name, f"/{index}/") for index, name in enumerate(RIVERS) if words in name]
    return Found(hits[:limit], len(hits))


def find_nothing(words: str, user: Any, limit: int) -> Found:
    return Found([], 0)


def find_many(words: str, user: Any, limit: int) -> Found:
    return Found([Hit(f"Wynik {number}", "/") for number in range(limit)], 300)


@pytest.fixture(autouse=True)
def _own_sources(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_sources, "_sources", {})


def results(client: Client, words: str) -> BeautifulSoup:
    response = client.get(reverse("pages:search"), {"q": words})
    return BeautifulSoup(response.content, "html.parser").main


@pytest.mark.django_db
def test_only_sources_that_found_something_are_shown(client: Client) -> None:
    register_source("Rzeki", "pages:about", find_rivers, 1)
    register_source("Pustka", "pages:privacy", find_nothing, 0)

    page = results(client, "Nysa")

    assert [heading.contents[0].strip() for heading in page.find_all("h2")] == ["Rzeki"]
    assert [link.get_text() for link in page.select(".card__link")] == ["Nysa Kłodzka"]


@pytest.mark.django_db
def test_more_hits_lead_to_the_full_list_with_the_same_words(client: Client) -> None:
    register_source("Wiele", "pages:about", find_many, 1)

    page = results(client, "żółw & co")

    more = page.find("a", string=lambda text: text and "300" in text)
    assert more["href"] == "/o-projekcie/?q=%C5%BC%C3%B3%C5%82w%20%26%20co"


@pytest.mark.django_db
def test_nothing_found_says_so_and_repeats_the_words_harmlessly(client: Client) -> None:
    page = results(client, "<b>zażółć")

    assert "Nic nie pasuje do „<b>zażółć”" in page.find(class_="empty-state").get_text()


@pytest.mark.django_db
@pytest.mark.parametrize("words", ["", "   "])
def test_without_words_nobody_is_asked(client: Client, words: str) -> None:
    register_source("Wiele", "pages:about", find_many, 1)

    page = results(client, words)

    assert page.select(".card") == []
    assert page.h1.get_text() == "Czego szukasz?"


@pytest.mark.django_db
def test_header_keeps_the_words(client: Client) -> None:
    response = client.get(reverse("pages:search"), {"q": "Odra"})

    page = BeautifulSoup(response.content, "html.parser")
    assert page.header.find("input", {"name": "q"})["value"] == "Odra"
