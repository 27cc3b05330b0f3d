"""The home page shows the sections that have something to say."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from django.http import HttpRequest
from django.test import Client
from django.urls import reverse

from pages import home

TEMPLATE = "tests/section.html"


@pytest.fixture(autouse=True)
def _own_sections(monkeypatch: pytest.MonkeyPatch, settings) -> None:
    monkeypatch.setattr(home, "_sections", {})
    # A section's template as an activity would bring it.
    text = '<h2 id="dzial-{{ section_id }}">{{ section.heading }}</h2>'
    settings.TEMPLATES = [
        {
            **settings.TEMPLATES[0],
            "APP_DIRS": False,
            "OPTIONS": {
                **settings.TEMPLATES[0]["OPTIONS"],
                "loaders": [
                    ("django.template.loaders.locmem.Loader", {TEMPLATE: text}),
                    "django.template.loaders.filesystem.Loader",
                    "django.template.loaders.app_directories.Loader",
                ],
            },
        }
    ]


def headings(client: Client) -> list[str]:
    page = BeautifulSoup(client.get(reverse("pages:home")).content, "html.parser")
    bands = page.main.find_all("section", class_="band")[:-1]  # the last explains the portal
    return [band.h2.get_text() for band in bands if band.h2]


@pytest.mark.django_db
def test_sections_come_in_order_and_silent_ones_stay_away(client: Client) -> None:
    home.register_section("new", TEMPLATE, lambda request: {"heading": "Nowe"}, order=20)
    home.register_section("open", TEMPLATE, lambda request: {"heading": "Otwarte"}, order=10)
    home.register_section("silent", TEMPLATE, lambda request: None, order=15)

    assert headings(client) == ["Otwarte", "Nowe"]


@pytest.mark.django_db
def test_a_section_knows_its_reader(client: Client) -> None:
    def greet(request: HttpRequest) -> dict[str, str]:
        return {"heading": "gość" if request.user.is_anonymous else "konto"}

    home.register_section("who", TEMPLATE, greet, order=1)

    assert headings(client) == ["gość"]


@pytest.mark.django_db
def test_without_sections_the_page_says_what_will_come(client: Client) -> None:
    page = BeautifulSoup(client.get(reverse("pages:home")).content, "html.parser")

    assert page.find(class_="empty-state") is not None
