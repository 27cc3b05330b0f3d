"""Address labels, mailing lists and the table of plenipotentiaries."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook
from pypdf import PdfReader

from organizations.models import AddressExtract, PublicBody
from tests.accounts.factories import AdministratorFactory, UserFactory
from tests.organizations.factories import (
    OrganizationFactory,
    OrganizationMembershipFactory,
    PlenipotentiaryFactory,
    PublicBodyMembershipFactory,
)

pytestmark = pytest.mark.django_db
SignIn = Callable[..., Client]
URL = "organizations:addresses"


@pytest.fixture
def official() -> Any:
    return PublicBodyMembershipFactory(public_body=PublicBody.objects.get(slug="nysa")).user


@pytest.fixture(autouse=True)
def _organizations() -> None:
    place = {"postal_code": "48-300", "town": "Nysa", "county_id": "1607"}
    OrganizationFactory(
        name="Fundacja Łąka", street_address="ul. Polna 1", email="=1+1@example.org", **place
    )
    OrganizationFactory(name="Filia Łąki", email="=1+1@EXAMPLE.org", **place)
    OrganizationFactory(name="Bez adresu")


def _take(client: Client, kind: str, purpose: str = "Forum", query: str = "") -> Any:
    response = client.post(f"{reverse(URL)}{query}", {"kind": kind, "purpose": purpose})
    return response


def _body(response: Any) -> bytes:
    return b"".join(response.streaming_content)


def test_labels_have_the_name_street_and_town_of_each_chosen_organization(
    official: Any, as_user: SignIn
) -> None:
    response = _take(as_user(official), "labels")

    text = PdfReader(io.BytesIO(_body(response))).pages[0].extract_text()
    assert "Fundacja Łąka" in text
    assert "ul. Polna 1" in text
    assert "48-300 Nysa" in text
    assert "Bez adresu" not in text


def test_a_mailing_list_has_each_address_once_and_no_formula(
    official: Any, as_user: SignIn
) -> None:
    lines = _body(_take(as_user(official), "mailing_list")).decode("utf-8-sig").split("\r\n")

    assert lines[1:] == ["'=1+1@EXAMPLE.org;Filia Łąki", ""]


def test_each_taking_is_recorded_with_its_purpose(official: Any, as_user: SignIn) -> None:
    _take(as_user(official), "labels", "Zaproszenie na Forum", "?powiat=1607")

    extract = AddressExtract.objects.get()
    assert (extract.made_by, extract.purpose, extract.query, extract.count) == (
        official,
        "Zaproszenie na Forum",
        "powiat=1607",
        2,
    )


def test_without_a_purpose_nothing_is_given(official: Any, as_user: SignIn) -> None:
    response = _take(as_user(official), "labels", purpose=" ")

    assert response.context["form"].errors.keys() == {"purpose"}
    assert not AddressExtract.objects.exists()


def test_only_officials_and_administrators_take_addresses(official: Any, as_user: SignIn) -> None:
    people = {
        "official": official,
        "administrator": AdministratorFactory(),
        "representative": OrganizationMembershipFactory().user,
        "participant": UserFactory(),
        "nobody": None,
    }

    codes = {name: as_user(person).get(reverse(URL)).status_code for name, person in people.items()}

    assert codes == {
        "official": 200,
        "administrator": 200,
        "representative": 403,
        "participant": 403,
        "nobody": 302,
    }


def test_the_table_of_plenipotentiaries_shows_vacancies(client: Client) -> None:
    body = PublicBody.objects.get(slug="nysa")
    PlenipotentiaryFactory(public_body=body, person_name="Anna Próbna", phone="77 123 45 67")

    response = client.get(f"{reverse('organizations:export_bodies', args=['xlsx'])}?powiat=1607")

    sheet = load_workbook(io.BytesIO(_body(response))).worksheets[-1]
    rows = [[cell for cell in row if cell] for row in sheet.iter_rows(values_only=True)]
    assert any(row[:1] == [body.name] and "Anna Próbna" in row for row in rows)
    assert any("nikt nie pełni funkcji" in row for row in rows)
    assert client.get(reverse("organizations:export_bodies", args=["exe"])).status_code == 404
