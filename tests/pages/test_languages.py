"""Switching the language works with a plain form."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse


@pytest.mark.django_db
def test_the_switch_keeps_the_reader_on_the_page(client: Client) -> None:
    address = reverse("search:results") + "?q=woda"
    page = BeautifulSoup(client.get(address).content, "html.parser")
    form = page.find("form", class_="language-switch")

    response = client.post(
        form["action"], {"next": form.find("input", {"name": "next"})["value"], "language": "de"}
    )

    assert response["Location"] == address
    after = BeautifulSoup(client.get(address).content, "html.parser")
    assert after.html["lang"] == "de"
    current = after.find("form", class_="language-switch").find(attrs={"aria-current": "true"})
    assert current["value"] == "de"


@pytest.mark.django_db
def test_each_language_is_named_in_itself(client: Client) -> None:
    page = BeautifulSoup(client.get(reverse("pages:home")).content, "html.parser")

    buttons = page.find("form", class_="language-switch").find_all("button")

    names = [(button["lang"], button.get_text(strip=True)) for button in buttons]
    assert names == [("pl", "plPolski"), ("en", "enEnglish"), ("de", "deDeutsch")]
