"""Lists of the public API: pages, filters, refusals."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from open_data import listing
from organizations.models import LegalForm, PublicBody
from tests.consultations.factories import open_consultation
from tests.organizations.factories import OrganizationFactory, PlenipotentiaryFactory

pytestmark = pytest.mark.django_db
ORGANIZATIONS = "/api/v1/organizations"


def names(answer: Any) -> list[str]:
    return [item["name"] for item in answer.json()["items"]]


def test_lists_come_page_by_page(client: Client) -> None:
    for letter in "ABC":
        OrganizationFactory(name=f"Stowarzyszenie {letter}")

    first = client.get(ORGANIZATIONS, {"limit": 2}).json()
    second = client.get(first["next"].removeprefix("http://localhost:8000")).json()

    assert [item["name"] for item in first["items"]] == ["Stowarzyszenie A", "Stowarzyszenie B"]
    assert [item["name"] for item in second["items"]] == ["Stowarzyszenie C"]
    assert (first["count"], second["count"], second["next"]) == (3, 3, None)


def test_the_directory_takes_the_filters_of_its_page(client: Client) -> None:
    OrganizationFactory(name="Fundacja Brzeska", legal_form=LegalForm.FOUNDATION, county_id="1601")
    OrganizationFactory(name="Fundacja Nyska", legal_form=LegalForm.FOUNDATION, county_id="1607")
    OrganizationFactory(name="Stowarzyszenie Nyskie", county_id="1607")

    answer = client.get(f"{ORGANIZATIONS}?forma=foundation&powiat=1607&powiat=1602")

    assert names(answer) == ["Fundacja Nyska"]
    assert names(client.get(ORGANIZATIONS, {"q": "brzeskiej fundacji"})) == ["Fundacja Brzeska"]


def test_an_organization_tells_what_its_page_tells(client: Client) -> None:
    organization = OrganizationFactory(
        name="Fundacja Wzorcowa",
        slug="wzorcowa",
        krs="0000123456",
        mission="Pomagamy.",
        town="Opole",
    )
    organization.projects.create(title="Świetlica", year_from=2024)
    organization.people.create(person_name="Anna Bezzgody", function="prezes")
    organization.people.create(person_name="Jan Zezgodą", function="skarbnik", has_consented=True)

    answer = client.get(f"{ORGANIZATIONS}/wzorcowa")

    found = answer.json()
    assert (found["name"], found["krs"], found["town"]) == (
        "Fundacja Wzorcowa",
        "0000123456",
        "Opole",
    )
    assert [project["title"] for project in found["projects"]] == ["Świetlica"]
    assert found["url"].endswith("/organizacje/wzorcowa/")
    # People agreed to be on the page, not to be in files that everybody copies.
    assert "Zezgodą" not in answer.content.decode()
    assert "Bezzgody" not in answer.content.decode()


def test_offices_tell_who_holds_the_function_today(client: Client) -> None:
    body = PublicBody.objects.get(kind="marshal")
    PlenipotentiaryFactory(public_body=body, person_name="Anna Obecna")
    PlenipotentiaryFactory(public_body=body, person_name="Jan Dawny", until="2020-01-01")

    listed = client.get("/api/v1/public-bodies", {"rodzaj": "marshal"}).json()["items"]
    alone = client.get(f"/api/v1/public-bodies/{body.slug}").json()

    assert listed == [alone]
    assert [person["name"] for person in alone["plenipotentiaries"]] == ["Anna Obecna"]


def test_far_pages_hold_the_same_rows_in_order(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    OrganizationFactory.create_batch(12)
    address = "/api/v1/organizations?kolejnosc=nazwa&limit=4"
    near = [client.get(f"{address}&offset={offset}").json()["items"] for offset in (0, 4, 8)]

    monkeypatch.setattr(listing, "FAR", 1)
    far = [client.get(f"{address}&offset={offset}").json()["items"] for offset in (0, 4, 8)]

    assert far == near
    assert len({item["url"] for page in far for item in page}) == 12


def test_areas_are_the_counties_and_gminas(client: Client) -> None:
    counties = client.get("/api/v1/areas", {"kind": "county"}).json()
    gminas = client.get("/api/v1/areas", {"parent": "1601"}).json()

    assert counties["count"] == 11
    assert {item["parent"] for item in gminas["items"]} == {"1601"}
    assert client.get("/api/v1/areas", {"parent": "x\x00"}).json()["count"] == 0


@pytest.mark.parametrize(
    ("query", "wrong"),
    [
        ("limit=101", "limit"),
        ("limit=wiele", "limit"),
        ("offset=-1", "offset"),
        ("forma=spolka", "forma"),
        ("q=%00", "q"),
    ],
)
def test_bad_parameters_are_named(client: Client, query: str, wrong: str) -> None:
    answer = client.get(f"{ORGANIZATIONS}?{query}")

    assert answer.status_code == 422
    assert answer.json()["detail"] == "Niepoprawne parametry zapytania."
    assert list(answer.json()["errors"]) == [wrong]


@pytest.mark.parametrize(
    "path",
    ["organizations/nie-ma", "public-bodies/nie-ma", "consultations/nie-ma", "nic", "../v2/"],
)
def test_what_is_not_there_is_404_in_json(client: Client, path: str) -> None:
    answer = client.get(f"/api/v1/{path}")

    assert answer.status_code == 404
    assert set(answer.json()) == {"detail", "errors"}


def test_queries_do_not_grow_with_the_list(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(12):
        organization = OrganizationFactory(county_id="1601")
        organization.benefit_fields.add(str(number + 1))

    with django_assert_num_queries(3):  # count, rows, fields
        assert len(client.get(ORGANIZATIONS, {"limit": 100}).json()["items"]) == 12
    with django_assert_num_queries(3):  # count, rows, people
        assert len(client.get("/api/v1/public-bodies", {"limit": 100}).json()["items"]) > 80


def test_consultations_are_found_by_their_office(client: Client) -> None:
    consultation = open_consultation()
    office = client.get(f"/api/v1/public-bodies/{consultation.public_body.slug}").json()["id"]

    of_office = client.get("/api/v1/consultations", {"public_body": office}).json()
    of_unknown = client.get("/api/v1/consultations", {"public_body": office + 100_000})

    assert [item["slug"] for item in of_office["items"]] == [consultation.slug]
    assert list(of_unknown.json()["errors"]) == ["public_body"]
