"""The pages that belong to no activity, in three languages."""

from __future__ import annotations

from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from django.utils import timezone

PAGES = [
    "pages:home",
    "search:results",
    "pages:about",
    "pages:accessibility",
    "pages:privacy",
    "pages:styleguide",
]
LANGUAGES = ["pl", "en", "de"]

# What the technical conditions for accessibility declarations fix for monitoring tools.
DECLARATION_IDS = {
    "a11y-deklaracja",
    "a11y-wstep",
    "a11y-podmiot",
    "a11y-url",
    "a11y-data-publikacja",
    "a11y-data-aktualizacja",
    "a11y-status",
    "a11y-data-sporzadzenie",
    "a11y-data-przeglad",
    "a11y-audytor",
    "a11y-kontakt",
    "a11y-osoba",
    "a11y-email",
    "a11y-telefon",
    "a11y-procedura",
    "a11y-aplikacje",
    "a11y-architektura",
}


def soup_of(client: Client, name: str, language: str = "pl") -> BeautifulSoup:
    response = client.get(reverse(name), headers={"accept-language": language})
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


@pytest.mark.django_db
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAGES)
def test_page_says_its_language_and_has_one_heading(
    client: Client, name: str, language: str
) -> None:
    page = soup_of(client, name, language)

    assert page.html["lang"] == language
    assert len(page.find_all("h1")) == 1
    assert page.title.string.strip() != ""


@pytest.mark.django_db
def test_every_page_leads_to_what_the_law_wants(client: Client) -> None:
    footer = soup_of(client, "pages:home").footer

    links = {link["href"] for link in footer.find_all("a")}
    assert {reverse("pages:accessibility"), reverse("pages:privacy")} <= links
    assert "Europejskiego Funduszu Społecznego" in footer.get_text()


@pytest.mark.django_db
def test_declaration_has_all_parts_that_monitoring_reads(client: Client, settings) -> None:
    settings.OPERATOR_PHONE = "+48 77 000 00 00"

    page = soup_of(client, "pages:accessibility")

    found = {tag["id"] for tag in page.find_all(id=True) if tag["id"].startswith("a11y-")}
    assert found == DECLARATION_IDS
    assert page.find(id="a11y-url")["href"] == "http://testserver/"
    assert page.find(id="a11y-data-publikacja")["datetime"] == str(settings.PORTAL_PUBLISHED_ON)


@pytest.mark.django_db
def test_declaration_is_silent_about_a_phone_that_is_not_there(client: Client, settings) -> None:
    settings.OPERATOR_PHONE = ""

    assert soup_of(client, "pages:accessibility").find(id="a11y-telefon") is None


@pytest.mark.django_db
def test_privacy_names_the_operator(client: Client, settings) -> None:
    settings.OPERATOR_NAME = "Urząd Próbny"
    settings.OPERATOR_DATA_PROTECTION_EMAIL = "iod@example.org"

    page = soup_of(client, "pages:privacy")

    assert "Urząd Próbny" in page.main.get_text()
    assert page.main.find("a", href="mailto:iod@example.org") is not None


def test_pages_refuse_to_be_posted_to(client: Client) -> None:
    assert client.post(reverse("pages:home")).status_code == 405


# Art. 10 sec. 4 and 6 of the act of 4 April 2019, and what its model adds.
DECLARATION_PARTS = [
    "Status pod względem zgodności z ustawą",
    "Treści niedostępne",
    "Wyłączenia",
    "Przygotowanie deklaracji",
    "Skróty klawiaturowe",
    "Informacje zwrotne i dane kontaktowe",
    "Obsługa wniosków i skarg",
    "Aplikacje mobilne",
    "Dostępność architektoniczna",
]


@pytest.mark.django_db
def test_declaration_has_every_part_that_the_act_requires(client: Client) -> None:
    declaration = soup_of(client, "pages:accessibility").find(id="a11y-deklaracja")

    headings = [heading.get_text() for heading in declaration.find_all(["h2", "h3"])]
    assert [part for part in DECLARATION_PARTS if part not in headings] == []
    procedure = declaration.find(id="a11y-procedura").get_text()
    for promise in ("7 dni", "2 miesiące", "alternatywny sposób", "skargę"):
        assert promise in procedure
    assert declaration.find(id="a11y-procedura").find("a", href=lambda url: "brpo" in url)
    assert "tłumacza języka migowego" in declaration.get_text()
    for moment in declaration.find_all("time"):
        assert date.fromisoformat(moment["datetime"]) <= timezone.localdate()
