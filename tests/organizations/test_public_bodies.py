"""Offices: whom to call in your gmina, vacancies told honestly."""

from __future__ import annotations

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from organizations.models import Plenipotentiary, PublicBody
from tests.organizations.factories import PlenipotentiaryFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def nysa() -> PublicBody:
    """An office that came with the schema."""
    return PublicBody.objects.get(slug="nysa")


def _rows(client: Client, query: str = "") -> dict[str, str]:
    response = client.get(f"{reverse('organizations:public_bodies')}{query}")
    assert response.status_code == 200
    rows = BeautifulSoup(response.content, "html.parser").select("tbody tr")
    return {row.a.text: row.td.get_text(strip=True) for row in rows}


def test_the_list_names_the_person_or_says_that_there_is_none(
    client: Client, nysa: PublicBody
) -> None:
    PlenipotentiaryFactory(public_body=nysa, person_name="Otylia Malwińska")

    rows = _rows(client, "?powiat=1607")

    assert rows["Urząd Miejski w Nysie"] == "Otylia Malwińska"
    assert rows["Starostwo Powiatowe w Nysie"] == "nikt nie pełni funkcji"
    assert len(rows) == 10


@pytest.mark.parametrize(
    ("since", "until", "is_current"),
    [(None, None, True), (0, 0, True), (1, None, False), (None, -1, False), (-9, 9, True)],
)
def test_only_today_counts(
    client: Client, nysa: PublicBody, since: int | None, until: int | None, is_current: bool
) -> None:
    today = timezone.localdate()
    person = PlenipotentiaryFactory(
        public_body=nysa,
        since=None if since is None else today + timedelta(days=since),
        until=None if until is None else today + timedelta(days=until),
    )

    assert person.is_current is is_current
    assert Plenipotentiary.objects.current().exists() is is_current
    assert (person.person_name in _rows(client, "?powiat=1607").values()) is is_current


def test_filters_find_vacancies_kinds_and_names_in_any_inflection(
    client: Client, nysa: PublicBody
) -> None:
    PlenipotentiaryFactory(public_body=nysa)

    assert list(_rows(client, "?pelnomocnik=jest")) == ["Urząd Miejski w Nysie"]
    assert "Urząd Miejski w Nysie" not in _rows(client, "?powiat=1607&pelnomocnik=brak")
    assert list(_rows(client, "?rodzaj=marshal")) == ["Urząd Marszałkowski Województwa Opolskiego"]
    assert list(_rows(client, "?q=urzędu miejskiego Nysa")) == ["Urząd Miejski w Nysie"]


def test_the_page_shows_the_present_the_past_and_the_substitute(
    client: Client, nysa: PublicBody
) -> None:
    today = timezone.localdate()
    PlenipotentiaryFactory(
        public_body=nysa,
        person_name="Otylia Malwińska",
        substitute_name="Gniewosz Chabrowicki",
        confirmed_on=today,
    )
    PlenipotentiaryFactory(
        public_body=nysa, person_name="Dawna Osoba", until=today - timedelta(days=30)
    )

    page = BeautifulSoup(client.get(nysa.get_absolute_url()).content, "html.parser")

    assert page.select_one(".person__name").text == "Otylia Malwińska"
    assert "Gniewosz Chabrowicki" in page.main.text
    assert "Dawna Osoba" in page.select_one("main details").text
    assert not page.select(".alert--warning")


def test_the_page_says_when_nobody_holds_the_function(client: Client, nysa: PublicBody) -> None:
    page = BeautifulSoup(client.get(nysa.get_absolute_url()).content, "html.parser")

    assert "Nikt nie pełni teraz tej funkcji" in page.select_one(".alert--warning").text


def test_a_term_cannot_end_before_it_begins(nysa: PublicBody) -> None:
    person = PlenipotentiaryFactory.build(public_body=nysa, since="2024-05-01", until="2024-04-01")

    with pytest.raises(ValidationError, match="zanim się zaczęła"):
        person.full_clean()


def test_changes_of_plenipotentiaries_are_kept(nysa: PublicBody) -> None:
    person = PlenipotentiaryFactory(public_body=nysa, phone="77 000 00 01")
    person.phone = "77 000 00 02"
    person.save()

    phones = [event.phone for event in person.events.order_by("pgh_id")]
    assert phones == ["77 000 00 01", "77 000 00 02"]


def test_the_number_of_queries_does_not_grow(
    client: Client, nysa: PublicBody, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    address = reverse("organizations:public_bodies")
    PlenipotentiaryFactory(public_body=nysa)
    with django_assert_num_queries(4):
        client.get(address)

    for body in PublicBody.objects.all():
        PlenipotentiaryFactory(public_body=body)
    with django_assert_num_queries(4):
        client.get(address)
