"""The list of organizations: filters with counts, order, pages, chips, what stays hidden."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from organizations.models import LegalForm, Organization, OrganizationStatus, Publication
from tests.organizations.factories import OrganizationFactory

pytestmark = pytest.mark.django_db

NYSA_COUNTY, BRZEG_COUNTY = "1607", "1601"


def _page(client: Client, query: str = "", **headers: str) -> BeautifulSoup:
    response = client.get(f"{reverse('organizations:list')}{query}", headers=headers)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def _names(page: BeautifulSoup) -> list[str]:
    return [title.get_text(strip=True) for title in page.select(".card__title")]


def _counts(page: BeautifulSoup, facet: str) -> dict[str, int]:
    return {
        box["value"]: int(box.find_parent("label").select_one(".facet__count").text)
        for box in page.select(f'#facety input[name="{facet}"][type="checkbox"]')
    }


@pytest.fixture
def three() -> list[Organization]:
    """A foundation and an association of one county, and a club of another."""
    foundation = OrganizationFactory(
        name="Fundacja Łąka",
        legal_form=LegalForm.FOUNDATION,
        county_id=NYSA_COUNTY,
        gmina_id="1607053",
        opp_since="2020-01-01",
        registered_on="2010-01-01",
    )
    association = OrganizationFactory(
        name="Stowarzyszenie Las", county_id=NYSA_COUNTY, registered_on="2020-01-01"
    )
    club = OrganizationFactory(
        name="Klub Sportowy Meta",
        legal_form=LegalForm.SPORTS_CLUB,
        county_id=BRZEG_COUNTY,
        status=OrganizationStatus.IN_LIQUIDATION,
    )
    foundation.benefit_fields.set(["18", "19"])
    association.benefit_fields.set(["18"])
    club.target_groups.set(["youth"])
    return [foundation, association, club]


def test_all_are_listed_in_polish_order(client: Client, three: list[Organization]) -> None:
    page = _page(client)

    assert _names(page) == ["Fundacja Łąka", "Klub Sportowy Meta", "Stowarzyszenie Las"]
    assert page.select_one("#wyniki-tytul").get_text(strip=True).startswith("3 ")


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("?powiat=1607", ["Fundacja Łąka", "Stowarzyszenie Las"]),
        ("?powiat=1607&powiat=1601&opp=nie", ["Klub Sportowy Meta", "Stowarzyszenie Las"]),
        ("?gmina=1607053", ["Fundacja Łąka"]),
        ("?sfera=18", ["Fundacja Łąka", "Stowarzyszenie Las"]),
        ("?sfera=18&sfera=19", ["Fundacja Łąka", "Stowarzyszenie Las"]),
        ("?odbiorcy=youth", ["Klub Sportowy Meta"]),
        ("?forma=foundation&forma=sports_club", ["Fundacja Łąka", "Klub Sportowy Meta"]),
        ("?opp=tak", ["Fundacja Łąka"]),
        ("?opp=tak&opp=nie&stan=active", ["Fundacja Łąka", "Stowarzyszenie Las"]),
        ("?litera=Ł", ["Fundacja Łąka"]),
        ("?litera=L", ["Stowarzyszenie Las"]),
        ("?q=lasy", ["Stowarzyszenie Las"]),
        ("?kolejnosc=najnowsze", ["Stowarzyszenie Las", "Fundacja Łąka", "Klub Sportowy Meta"]),
        ("?powiat=9999", ["Fundacja Łąka", "Klub Sportowy Meta", "Stowarzyszenie Las"]),
        ("?page=99", ["Fundacja Łąka", "Klub Sportowy Meta", "Stowarzyszenie Las"]),
    ],
)
def test_addresses_say_what_is_shown(
    client: Client, three: list[Organization], query: str, names: list[str]
) -> None:
    assert _names(_page(client, query)) == names


def test_counts_of_a_facet_ignore_its_own_choice_but_obey_the_others(
    client: Client, three: list[Organization]
) -> None:
    page = _page(client, "?powiat=1607&forma=foundation")

    assert _counts(page, "powiat") == {"1607": 1}
    assert _counts(page, "forma") == {"association": 1, "foundation": 1}
    assert _counts(page, "sfera") == {"18": 1, "19": 1}
    assert _counts(page, "opp") == {"tak": 1}


def test_each_chip_removes_its_own_filter(client: Client, three: list[Organization]) -> None:
    page = _page(client, "?powiat=1607&forma=foundation&kolejnosc=nazwa")

    chips = {chip["href"] for chip in page.select(".chips__chip")}
    assert chips == {"?powiat=1607", "?forma=foundation"}


def test_htmx_gets_the_results_and_the_facets_only(
    client: Client, three: list[Organization]
) -> None:
    page = _page(client, "?powiat=1601", **{"HX-Request": "true"})

    assert page.html is None
    assert _names(page) == ["Klub Sportowy Meta"]
    assert page.select_one("#facety")["hx-swap-oob"] == "true"


def test_nothing_found_says_what_to_do(client: Client, three: list[Organization]) -> None:
    page = _page(client, "?q=kosmonauta")

    assert _names(page) == []
    assert "Nie ma takiej organizacji" in page.select_one(".empty-state").text


def test_likeness_is_said(client: Client, three: list[Organization]) -> None:
    page = _page(client, "?q=fundacia+loka")

    assert _names(page) == ["Fundacja Łąka"]
    assert "podobne" in page.select_one(".alert--info").text


@pytest.mark.parametrize("publication", [Publication.PROPOSED, Publication.HIDDEN])
def test_unpublished_profiles_are_not_listed_counted_or_found(
    client: Client, three: list[Organization], publication: Publication
) -> None:
    OrganizationFactory(
        name="Tajna Łąka", county_id=NYSA_COUNTY, publication=publication, krs="0000123456"
    )

    assert "Tajna Łąka" not in _names(_page(client))
    assert _names(_page(client, "?q=tajna")) == []
    assert _names(_page(client, "?q=0000123456")) == []
    assert _counts(_page(client), "powiat") == {"1607": 2, "1601": 1}


def test_the_number_of_queries_does_not_grow(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    address = reverse("organizations:list")
    for number in range(3):
        OrganizationFactory(county_id=NYSA_COUNTY).benefit_fields.set(["1", "18"][: number + 1])
    with django_assert_num_queries(6):
        client.get(address)

    for organization in OrganizationFactory.create_batch(30, county_id=BRZEG_COUNTY):
        organization.benefit_fields.set(["1", "18", "19"])
    with django_assert_num_queries(6):
        client.get(address)


def test_pages_keep_the_filters(client: Client) -> None:
    OrganizationFactory.create_batch(25, county_id=NYSA_COUNTY)

    page = _page(client, "?powiat=1607")

    assert len(_names(page)) == 20
    assert page.select_one('.pagination a[rel="next"]')["href"] == "?powiat=1607&page=2"


def test_the_search_box_of_the_portal_finds_organizations_and_offices(
    client: Client, three: list[Organization]
) -> None:
    call_command("rebuild_search")

    organizations = client.get(reverse("search:results"), {"q": "łąki"}).content.decode()
    bodies = client.get(reverse("search:results"), {"q": "urzędu miejskiego Nysa"})

    assert "Fundacja <mark>Łąka</mark>" in organizations
    assert "/organizacje/urzedy/nysa/" in bodies.content.decode()


def test_readers_who_have_the_page_hear_of_a_hidden_profile(
    client: Client, three: list[Organization]
) -> None:
    address = reverse("organizations:list")
    etag = client.get(address)["ETag"]
    assert client.get(address, headers={"If-None-Match": etag}).status_code == 304

    three[0].publication = Publication.HIDDEN
    three[0].save()

    response = client.get(address, headers={"If-None-Match": etag})
    assert response.status_code == 200
    assert "Fundacja Łąka" not in response.content.decode()
