"""Sitemap, robots.txt and cards of shared links."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import resolve
from PIL import Image
from pytest_django import DjangoAssertNumQueries

from consultations.models import Stage
from organizations.models import Organization
from tests.consultations.factories import in_stage
from tests.organizations.factories import OrganizationFactory

pytestmark = pytest.mark.django_db
NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def addresses(client: Client, path: str) -> list[str]:
    root = ElementTree.fromstring(client.get(path).content)
    return [
        re.sub(r"^https?://[^/]+", "", item.text or "") for item in root.iter(f"{NAMESPACE}loc")
    ]


def test_the_index_names_every_kind_of_content(client: Client) -> None:
    sections = addresses(client, "/sitemap.xml")

    assert sorted(sections) == [
        "/sitemap-aktualnosci.xml",
        "/sitemap-biblioteka.xml",
        "/sitemap-dotrzymane-slowo.xml",
        "/sitemap-indeksy.xml",
        "/sitemap-inicjatywy.xml",
        "/sitemap-konsultacje.xml",
        "/sitemap-laureaci.xml",
        "/sitemap-nabory.xml",
        "/sitemap-nagrody.xml",
        "/sitemap-organizacje.xml",
        "/sitemap-partnerstwa.xml",
        "/sitemap-potrzeby.xml",
        "/sitemap-praktyki.xml",
        "/sitemap-rozmowy.xml",
        "/sitemap-standardy.xml",
        "/sitemap-strony.xml",
        "/sitemap-teksty.xml",
        "/sitemap-urzedy.xml",
        "/sitemap-wydarzenia.xml",
        "/sitemap-zespoly.xml",
    ]
    assert client.get("/sitemap-nie-ma.xml").status_code == 404


def test_what_it_lists_can_be_read(client: Client) -> None:
    organization = OrganizationFactory()
    consultation = in_stage(Stage.ANNOUNCED)

    assert addresses(client, "/sitemap-organizacje.xml") == [organization.get_absolute_url()]
    assert addresses(client, "/sitemap-konsultacje.xml") == [consultation.get_absolute_url()]
    for path in [*addresses(client, "/sitemap-strony.xml"), consultation.get_absolute_url()]:
        assert client.get(path).status_code == 200


def test_a_long_sitemap_costs_one_query(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _number in range(5):
        OrganizationFactory()

    with django_assert_num_queries(2):  # count, rows
        assert len(addresses(client, "/sitemap-organizacje.xml")) == 5


def test_robots_are_kept_from_what_is_personal(client: Client) -> None:
    text = client.get("/robots.txt").content.decode()

    assert f"Sitemap: {settings.BASE_URL}/sitemap.xml" in text
    closed = re.findall(r"^Disallow: (\S+)$", text, re.MULTILINE)
    assert {"/admin/", "/konto/", "/powiadomienia/"} <= set(closed)
    for path in closed:
        assert resolve(path if path != "/jezyk/" else "/jezyk/setlang/")


def test_a_shared_link_shows_what_the_page_is(client: Client) -> None:
    OrganizationFactory(slug="kwiat", name='Fundacja „Kwiat” & "Liść"', mission="Sadzimy <drzewa>.")

    page = client.get("/organizacje/kwiat/?utm_source=x").content.decode()

    card = dict(re.findall(r'<meta property="og:(\w+)" content="([^"]*)">', page))
    assert card["title"] == "Fundacja „Kwiat” &amp; &quot;Liść&quot;"
    assert card["description"] == "Sadzimy &lt;drzewa&gt;."
    assert card["url"] == f"{settings.BASE_URL}/organizacje/kwiat/"
    assert f"<title>{card['title']} – {settings.SITE_NAME}</title>" in page
    assert f'<meta name="description" content="{card["description"]}">' in page
    assert f'<link rel="canonical" href="{card["url"]}">' in page


def test_the_picture_of_shared_links_has_the_size_that_they_want() -> None:
    with Image.open(finders.find("img/social-card.png")) as picture:
        assert (picture.format, picture.size) == ("PNG", (1200, 630))


def test_the_api_is_described_on_a_page_that_loads_nothing_from_elsewhere(client: Client) -> None:
    page = client.get("/dane/api/").content.decode()

    assert "GET /api/v1/organizations/{slug}" in page
    assert "co najmniej 12 miesięcy" in page
    assert "public_body_name" in page
    sources = re.findall(r'<(?:script|link|img)[^>]*(?:src|href)="([^"]+)"', page)
    assert [path for path in sources if not path.startswith(("/", settings.BASE_URL))] == []


def test_the_map_of_the_site_reads_no_profile_to_tell_the_last_change(client: Client) -> None:
    OrganizationFactory.create_batch(3)
    newest = Organization.objects.latest("updated_at")

    with CaptureQueriesContext(connection) as captured:
        answer = client.get("/sitemap.xml").content.decode()

    assert newest.updated_at.date().isoformat() in answer
    profiles = '"organizations_organization"."updated_at" FROM "organizations_organization"'
    assert [query["sql"] for query in captured if profiles in query["sql"]] == []


@pytest.mark.parametrize(
    ("language", "promise"),
    [("en", "The portal’s public data:"), ("de", "Öffentliche Daten des Portals:")],
)
def test_the_description_of_the_api_speaks_the_readers_language(
    client: Client, language: str, promise: str
) -> None:
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language

    page = client.get("/dane/api/").content.decode()

    assert promise in page
    assert "Publiczne dane portalu" not in page
