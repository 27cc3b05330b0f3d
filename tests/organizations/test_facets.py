"""Counts beside the choices of the directory's filters, whatever filters are in force."""

from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Iterator
from urllib.parse import urlencode

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from organizations.models import LegalForm, Organization, OrganizationStatus, Publication
from search.domain.suggestions import collect_words
from search.models import IndexedWord
from tests.organizations.factories import OrganizationFactory

pytestmark = pytest.mark.django_db

FACETS = ("powiat", "gmina", "sfera", "odbiorcy", "forma", "opp", "stan")
GMINAS = ("1607053", "1607013", "1601011", "1661011")
QUERIES = [
    {},
    {"powiat": ["1607"]},
    {"powiat": ["1607", "1601"], "forma": ["foundation"]},
    {"sfera": ["18"]},
    {"odbiorcy": ["youth"], "sfera": ["1", "18"]},
    {"opp": ["tak"]},
    {"opp": ["nie"], "stan": ["active"]},
    {"stan": ["in_liquidation", "struck_off"], "gmina": ["1607053"]},
    {"q": ["łąka"]},
    {"q": ["łąki"], "powiat": ["1607"], "opp": ["nie"]},
    {"litera": ["L"]},
    {"litera": ["Ł"], "sfera": ["18"]},
    {"q": ["fundacia loka"]},
    {"q": ["fundacia loka"], "forma": ["foundation"], "odbiorcy": ["youth"]},
    {
        "powiat": ["1607"],
        "gmina": ["1607053"],
        "sfera": ["18"],
        "odbiorcy": ["youth"],
        "forma": ["foundation", "association"],
        "opp": ["tak"],
        "stan": ["active"],
        "litera": ["Ł"],
    },
]


@pytest.fixture
def many() -> None:
    """Rows of every kind, also some that nobody may see or count."""
    dice = random.Random(4)
    for number in range(60):
        gmina = dice.choice([*GMINAS, None])
        is_opp = dice.random() < 0.4
        row = OrganizationFactory(
            name=f"{dice.choice(['Fundacja Łąka', 'Stowarzyszenie Las', 'Klub Łoś'])} {number}",
            legal_form=dice.choice([LegalForm.FOUNDATION, LegalForm.ASSOCIATION]),
            status=dice.choice(OrganizationStatus.values),
            publication=dice.choice([Publication.PUBLISHED] * 4 + [Publication.HIDDEN]),
            gmina_id=gmina,
            county_id=gmina[:4] if gmina else None,
            opp_since="2020-01-01" if is_opp else None,
            opp_until="2024-01-01" if is_opp and dice.random() < 0.3 else None,
        )
        row.benefit_fields.set(dice.sample(["1", "18", "19"], dice.randrange(3)))
        row.target_groups.set(dice.sample(["youth", "families"], dice.randrange(3)))


def _page(query: dict[str, list[str]]) -> BeautifulSoup:
    address = f"{reverse('organizations:list')}?{urlencode(query, doseq=True)}"
    return BeautifulSoup(Client().get(address).content, "html.parser")


def _shown_counts(page: BeautifulSoup) -> dict[str, dict[str, int]]:
    boxes = page.select('#facety input[type="checkbox"]')
    found: dict[str, dict[str, int]] = {name: {} for name in FACETS}
    for box in boxes:
        number = int(box.find_parent("label").select_one(".facet__count").text)
        if number:
            found[box["name"]][box["value"]] = number
    return found


def _values(row: Organization) -> dict[str, set[str]]:
    return {
        "powiat": {row.county_id} - {None},
        "gmina": {row.gmina_id} - {None},
        "sfera": {one.pk for one in row.benefit_fields.all()},
        "odbiorcy": {one.pk for one in row.target_groups.all()},
        "forma": {row.legal_form},
        "opp": {"tak" if row.has_opp_status else "nie"},
        "stan": {row.status},
        "litera": {row.initial},
    }


def _matching(query: dict[str, list[str]], without: str = "") -> Iterator[dict[str, set[str]]]:
    """Counted one by one in Python: the plain meaning of the filters."""
    words = query.get("q", [""])[0]
    published = Organization.objects.filter(publication=Publication.PUBLISHED)
    for row in published.prefetch_related("benefit_fields", "target_groups"):
        values = _values(row)
        if words and "Łąka" not in row.name:
            continue
        asked = {name: set(wanted) for name, wanted in query.items() if name not in ("q", without)}
        if all(values[name] & wanted for name, wanted in asked.items()):
            yield values


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: urlencode(query, doseq=True) or "all")
def test_every_count_is_what_ticking_the_box_adds(many: None, query: dict[str, list[str]]) -> None:
    page = _page(query)

    expected = {
        name: dict(Counter(value for row in _matching(query, name) for value in row[name]))
        for name in FACETS
    }
    assert _shown_counts(page) == expected
    total = len(list(_matching(query)))
    assert page.select_one("#wyniki-tytul").get_text(strip=True).split()[0] == str(total)


def test_pages_hold_every_row_once_in_order(many: None) -> None:
    rows = Organization.objects.published().exclude(opp_since__isnull=False, opp_until__isnull=True)
    expected = list(rows.order_by("name", "pk").values_list("name", flat=True))

    names = [
        title.get_text(strip=True)
        for number in range(1, math.ceil(len(expected) / 20) + 1)
        for title in _page({"page": [str(number)], "opp": ["nie"]}).select(".card__title")
    ]

    assert len(expected) > 20
    assert names == expected


@pytest.mark.parametrize(
    "query",
    ["?powiat=1607&sfera=18&forma=foundation", "?q=łąka", "?kolejnosc=najnowsze", "?page=2"],
)
def test_the_number_of_queries_does_not_grow(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries, query: str
) -> None:
    OrganizationFactory.create_batch(30, name="Fundacja Łąka", county_id="1607")

    with django_assert_max_num_queries(8):
        client.get(f"{reverse('organizations:list')}{query}")


def test_names_of_today_are_found_beside_the_words_of_the_night(client: Client) -> None:
    OrganizationFactory(name="Fundacja Sowa")
    collect_words()
    assert not IndexedWord.objects.filter(word="żuraw").exists()
    IndexedWord.objects.create(word="sowa", plain="sowa", uses=1)
    OrganizationFactory(name="Stowarzyszenie Żuraw")

    page = client.get(reverse("organizations:list"), {"q": "stowarzyszenie zuravv"})

    assert "Stowarzyszenie Żuraw" in page.content.decode()
    assert "podobne" in page.content.decode()
