"""What leaves the directory: tables, maps, visiting cards, marks for search engines."""

from __future__ import annotations

import csv
import io
import json

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.http.response import HttpResponseBase
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from organizations.models import Publication
from tests.organizations.factories import OrganizationFactory

pytestmark = pytest.mark.django_db


def _get(client: Client, key: str, query: str = "") -> bytes:
    response: HttpResponseBase = client.get(f"{reverse('organizations:export', args=[key])}{query}")
    assert response.status_code == 200
    assert "attachment" in response["Content-Disposition"]
    return b"".join(response.streaming_content)


@pytest.fixture(autouse=True)
def _two_and_a_hidden_one() -> None:
    meadow = OrganizationFactory(
        name="Fundacja Łąka",
        krs="0000123456",
        nip="1234563218",
        county_id="1607",
        gmina_id="1607053",
        town="Nysa",
        latitude=50.47,
        longitude=17.33,
        phone="=2+5",
    )
    meadow.benefit_fields.set(["1", "18"])
    OrganizationFactory(name="Klub Meta", county_id="1601")
    OrganizationFactory(name="Ukryta", publication=Publication.HIDDEN, latitude=50, longitude=17)


def _csv_rows(data: bytes) -> list[list[str]]:
    text = data.decode("utf-8-sig")
    dialect = csv.Sniffer().sniff(text.splitlines()[0], delimiters=";,")
    return list(csv.reader(io.StringIO(text), dialect))


def test_csv_obeys_the_filters_and_keeps_hidden_ones_hidden(client: Client) -> None:
    everything = _get(client, "csv").decode("utf-8-sig")
    filtered = _get(client, "csv", "?powiat=1607").decode("utf-8-sig")

    assert "Ukryta" not in everything
    assert "Klub Meta" in everything
    assert "Klub Meta" not in filtered
    assert "pomoc społeczna; ekologia i ochrona zwierząt" in filtered
    assert "0000123456" in filtered


def test_formulas_in_values_are_not_executed(client: Client) -> None:
    cells = [cell for row in _csv_rows(_get(client, "csv")) for cell in row]

    assert "=2+5" not in cells
    assert any(cell.endswith("=2+5") for cell in cells)


def test_xlsx_opens_with_all_rows(client: Client) -> None:
    sheet = load_workbook(io.BytesIO(_get(client, "xlsx"))).worksheets[-1]

    texts = {str(cell.value) for row in sheet.iter_rows() for cell in row}
    assert {"Fundacja Łąka", "Klub Meta", "0000123456"} <= texts
    assert "Ukryta" not in texts


def test_json_and_ods_are_offered_too(client: Client) -> None:
    assert "Fundacja Łąka" in json.dumps(json.loads(_get(client, "json")), ensure_ascii=False)
    assert _get(client, "ods").startswith(b"PK")


def test_geojson_holds_the_published_points(client: Client) -> None:
    features = json.loads(_get(client, "geojson"))["features"]

    assert [feature["properties"]["name"] for feature in features] == ["Fundacja Łąka"]
    assert features[0]["geometry"]["coordinates"] == [17.33, 50.47]


def test_open_referral_has_identifiers_that_stay(client: Client) -> None:
    first, second = (json.loads(_get(client, "hsds", "?powiat=1607")) for _ in range(2))

    assert first == second
    assert first[0]["organization_identifiers"][0]["identifier_scheme"] == "PL-KRS"


def test_an_unknown_format_is_not_found(client: Client) -> None:
    assert client.get(reverse("organizations:export", args=["exe"])).status_code == 404


def test_the_visiting_card_is_escaped_and_folded(client: Client) -> None:
    organization = OrganizationFactory(
        name="Fundacja „A, B; C” " + "ż" * 60, phone="77 000 00 01", email="a@b.example"
    )

    card = client.get(reverse("organizations:vcard", args=[organization.slug])).content.decode()

    assert card.startswith("BEGIN:VCARD\r\nVERSION:4.0\r\n")
    assert "FN:Fundacja „A\\, B\\; C”" in card
    assert all(len(line.encode()) <= 75 for line in card.split("\r\n"))
    assert "TEL;TYPE=work:77 000 00 01" in card


def test_search_engines_get_marks_that_cannot_break_the_page(client: Client) -> None:
    organization = OrganizationFactory(name="Zły </script><b>", krs="0000654321")

    page = BeautifulSoup(client.get(organization.get_absolute_url()).content, "html.parser")

    marks = json.loads(page.select_one('script[type="application/ld+json"]').string)
    assert marks["name"] == "Zły </script><b>"
    assert marks["identifier"][0]["value"] == "0000654321"


def test_the_number_of_queries_does_not_grow_with_rows(client: Client) -> None:
    costs = []
    for _round in range(2):
        with CaptureQueriesContext(connection) as queries:
            _get(client, "csv")
        costs.append(len(queries))
        OrganizationFactory.create_batch(20)

    assert costs[0] == costs[1]
