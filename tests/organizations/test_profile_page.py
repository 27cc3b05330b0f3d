"""The page of an organization: what it shows, to whom, and what others add to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils.html import escape
from pytest_django import DjangoAssertNumQueries

from organizations import profile_sections
from organizations.models import Organization, Publication, PublicBody
from organizations.models.organizations import REGISTER_FIELDS
from organizations.profile_sections import ProfileSection
from tests.accounts.factories import AdministratorFactory, UserFactory
from tests.organizations.factories import (
    InitiativeFactory,
    OrganizationFactory,
    OrganizationMembershipFactory,
)

pytestmark = pytest.mark.django_db


def _text(client: Client, organization: Organization) -> str:
    response = client.get(organization.get_absolute_url())
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser").main.get_text(" ", strip=True)


def test_it_shows_who_they_are_and_how_to_reach_them(client: Client) -> None:
    organization = OrganizationFactory(
        name="Fundacja Łąka",
        krs="0000123456",
        nip="1234563218",
        opp_since="2020-05-01",
        phone="77 000 00 01",
        county_id="1607",
        town="Nysa",
        languages=["pl", "de"],
    )
    organization.benefit_fields.set(["18"])

    text = _text(client, organization)

    for shown in (
        "Fundacja Łąka",
        "123-456-32-18",
        "organizacja pożytku publicznego",
        "W zeznaniu wpisz KRS 0000123456.",
        "77 000 00 01",
        "powiat nyski",
        "polski, niemiecki",
        "ekologia i ochrona zwierząt",
        "nie potwierdziła jeszcze",
    ):
        assert shown in text


def test_people_are_shown_with_their_consent_only(client: Client) -> None:
    organization = OrganizationFactory()
    organization.people.create(person_name="Zgodna Osoba", function="prezes", has_consented=True)
    organization.people.create(person_name="Cicha Osoba", function="skarbnik")

    text = _text(client, organization)

    assert "Zgodna Osoba" in text
    assert "Cicha Osoba" not in text


@pytest.mark.parametrize("publication", [Publication.PROPOSED, Publication.HIDDEN])
def test_unpublished_profiles_are_for_their_members_and_administrators(
    publication: Publication, as_user: Callable[..., Client]
) -> None:
    organization = OrganizationFactory(publication=publication)
    member = OrganizationMembershipFactory(organization=organization).user
    former = OrganizationMembershipFactory(organization=organization, is_active=False).user
    of_another = OrganizationMembershipFactory().user

    seen_by = {
        name: as_user(user).get(organization.get_absolute_url()).status_code
        for name, user in {
            "nobody": None,
            "stranger": UserFactory(),
            "of another": of_another,
            "former": former,
            "member": member,
            "administrator": AdministratorFactory(),
        }.items()
    }

    assert seen_by == {
        "nobody": 404,
        "stranger": 404,
        "of another": 404,
        "former": 404,
        "member": 200,
        "administrator": 200,
    }


def test_a_merged_profile_leads_to_the_one_that_stays(client: Client) -> None:
    kept = OrganizationFactory()
    merged = OrganizationFactory(publication=Publication.MERGED, merged_into=kept)

    response = client.get(merged.get_absolute_url())

    assert (response.status_code, response.url) == (301, kept.get_absolute_url())


def test_readers_without_an_account_share_the_page_until_the_profile_changes(
    client: Client,
    as_user: Callable[..., Client],
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    organization = OrganizationFactory(name="Fundacja Łąka")
    member = OrganizationMembershipFactory(organization=organization).user
    assert "Fundacja Łąka" in _text(client, organization)

    with django_assert_num_queries(1):
        _text(client, organization)
    assert "Edytuj profil" in _text(as_user(member), organization)
    assert "Edytuj profil" not in _text(client, organization)
    organization.phone = "77 000 00 01"
    organization.save()
    assert "77 000 00 01" in _text(client, organization)
    organization.publication = Publication.HIDDEN
    organization.save()
    assert client.get(organization.get_absolute_url()).status_code == 404


@pytest.fixture
def registry() -> Iterator[None]:
    """Sections registered in a test do not outlive it."""
    kept = list(profile_sections._builders)
    yield
    profile_sections._builders[:] = kept


def test_activities_add_their_sections_in_order(client: Client, registry: None) -> None:
    def quiet(subject: object, user: object) -> None:
        return None

    def of_offices(subject: object, user: object) -> ProfileSection | None:
        return (
            ProfileSection("Tylko urzędy", "components/badge.html")
            if isinstance(subject, PublicBody)
            else None
        )

    profile_sections.register(
        lambda subject, user: ProfileSection("Drugie", "components/badge.html"), order=20
    )
    profile_sections.register(
        lambda subject, user: ProfileSection("Pierwsze", "components/badge.html"), order=10
    )
    profile_sections.register(quiet)
    profile_sections.register(of_offices, order=5)

    def headings(url: str) -> list[str]:
        page = BeautifulSoup(client.get(url).content, "html.parser")
        return [heading.text for heading in page.select('h2[id^="sekcja-"]')]

    assert headings(OrganizationFactory().get_absolute_url()) == ["Pierwsze", "Drugie"]
    assert headings("/organizacje/urzedy/nysa/")[:3] == ["Tylko urzędy", "Pierwsze", "Drugie"]


def test_the_number_of_queries_does_not_grow(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    organization = OrganizationFactory(county_id="1607", gmina_id="1607053")
    for number in range(20):
        organization.people.create(
            person_name=f"Osoba {number}", function="członek", has_consented=True
        )
        organization.projects.create(title=f"Projekt {number}", year_from=2020)
        organization.affiliations.create(
            name=f"Sieć {number}", kind="network", umbrella=OrganizationFactory()
        )
        organization.annual_reports.create(year=2000 + number, url="https://example.org/")
    for field in REGISTER_FIELDS:
        organization.value_sources.create(field=field, source="KRS", checked_on="2026-01-01")
    for number in range(3):
        InitiativeFactory(title=f"Ogród {number}").organizations.add(organization)
    hidden = InitiativeFactory(title="Ukryty ogród", publication=Publication.PROPOSED)
    hidden.organizations.add(organization)
    organization.benefit_fields.set(["1", "1a", "2", "3"])
    organization.target_groups.set(["youth", "families"])
    organization.areas_of_action.set(["1607", "1601"])

    # One asks whether the page is remembered, six read the profile, five ask activities what
    # they know of the organization.
    with django_assert_max_num_queries(12):
        text = _text(client, organization)

    assert "Ukryty ogród" not in text
    for shown in (
        "Osoba 19",
        "Ogród 2",
        "Projekt 19",
        "Sieć 19",
        "2019",
        "powiat brzeski, powiat nyski",
    ):
        assert shown in text
    statutory = organization.benefit_fields.all()[0].statutory_text
    assert escape(statutory) in client.get(organization.get_absolute_url()).content.decode()
    for related in (*organization.benefit_fields.all(), *organization.target_groups.all()):
        assert str(related) in text
