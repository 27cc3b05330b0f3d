"""Search knows Polish inflection, missing diacritics, typing errors and numbers."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import call_command

from organizations.domain.finding import find_organizations
from organizations.models import Organization
from search.lemmas import lemmas, plain
from search.matching import match
from tests.organizations.factories import OrganizationFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def volunteers() -> Organization:
    """The one that every question here is about; beside others that must not answer."""
    OrganizationFactory(name="Fundacja Zielona Kotwica", krs="0000654321")
    OrganizationFactory(name="Ochotnicza Straż Pożarna w Malwowie")
    return OrganizationFactory(
        name="Stowarzyszenie Wolontariuszy „Żółty Żuraw”",
        former_names=["Towarzystwo Przyjaciół Bociana"],
        town="Głuchołazy",
        description="Prowadzimy świetlicę dla dzieci.",
        krs="0000123456",
        nip="1234563218",
        regon="123456785",
    )


@pytest.mark.parametrize(
    "question",
    [
        "stowarzyszeń wolontariuszy",
        "wolontariusze",
        "wolontariuszom stowarzyszenia",
        "ŻURAWIA",
        "żółtego żurawia",
        "zolty zuraw",
        "stowarzyszen",
        "w Głuchołazach",
        "świetlica dziecko",
        "towarzystwa bocian",
        "„Żółty Żuraw”",
    ],
)
def test_any_inflection_finds_it(volunteers: Organization, question: str) -> None:
    matches = find_organizations(Organization.objects.all(), question)

    assert list(matches.rows) == [volunteers]
    assert not matches.is_fuzzy


@pytest.mark.parametrize("question", ["stowarzyszenie wolontarjuszy", "żóltu żuruw", "zolti zurav"])
def test_typing_errors_are_forgiven_and_said(volunteers: Organization, question: str) -> None:
    matches = find_organizations(Organization.objects.all(), question)

    assert list(matches.rows) == [volunteers]
    assert matches.is_fuzzy


@pytest.mark.parametrize(
    "question",
    ["0000123456", "123456", "0000-123-456", "123-456-32-18", "1234563218", "123 456 785"],
)
def test_numbers_are_found_with_or_without_dashes(volunteers: Organization, question: str) -> None:
    assert list(find_organizations(Organization.objects.all(), question).rows) == [volunteers]


@pytest.mark.parametrize("question", ["kosmonauta", "7777777777"])
def test_what_is_not_there_is_not_found(volunteers: Organization, question: str) -> None:
    assert list(find_organizations(Organization.objects.all(), question).rows) == []


@pytest.mark.parametrize("question", ["", "  ", "„”", "& | ! ' ( ) :*", "a' | 'b", "\\"])
def test_signs_do_no_harm(volunteers: Organization, question: str) -> None:
    list(match(Organization.objects.all(), question).rows)


def test_a_question_of_common_words_only_is_still_asked(volunteers: Organization) -> None:
    OrganizationFactory(name="Razem dla")

    assert list(match(Organization.objects.all(), "razem dla").rows.values_list("name")) == [
        ("Razem dla",)
    ]


def test_renaming_is_searched_at_once(volunteers: Organization) -> None:
    volunteers.name = "Klub Szachowy Goniec"
    volunteers.save(update_fields=["name"])

    assert list(match(Organization.objects.all(), "gońca").rows) == [volunteers]
    assert list(match(Organization.objects.all(), "żuraw").rows) == []


def test_names_outrank_descriptions() -> None:
    in_text = OrganizationFactory(name="Fundacja Most", description="Uczymy gry w szachy.")
    in_name = OrganizationFactory(name="Szachy dla każdego")

    rows = match(Organization.objects.all(), "szachami").rows.order_by("-relevance")

    assert list(rows) == [in_name, in_text]


def test_lemmas_are_plain_and_without_common_words() -> None:
    assert plain("Zażółć GĘŚLĄ jaźń łódź") == "zazolc gesla jazn lodz"
    assert "w" not in lemmas("Gmina w powiecie")
    assert {"gmina", "powiat"} <= set(lemmas("gminie w powiatach"))


def test_words_can_be_computed_anew(volunteers: Organization) -> None:
    Organization.objects.update(search_names="", search_plain="", initial="")

    call_command("refresh_search_columns", stdout=StringIO())

    assert list(match(Organization.objects.all(), "żurawia").rows) == [volunteers]
    volunteers.refresh_from_db()
    assert volunteers.initial == "W"
