"""One search over everything public: found, narrowed, ordered, forgiven."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from django.contrib.admin.sites import site
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import timezone
from pytest_django.fixtures import DjangoAssertNumQueries

from search.domain.indexing import index_pending
from search.domain.suggestions import collect_words
from search.domain.synonyms import forget_synonyms
from search.models import SearchDocument, SearchedPhrase, Synonyms
from tests.consultations import factories as make
from tests.organizations.factories import OrganizationFactory

pytestmark = pytest.mark.django_db
OPOLE, NYSA = "1661", "1607"


@pytest.fixture(autouse=True)
def _things() -> None:
    """An organization, its county and field, and a consultation with other words."""
    laka = OrganizationFactory(
        name="Stowarzyszenie Wolontariuszy Łąka",
        mission="Pomagamy seniorom w codziennych sprawach.",
        county_id=OPOLE,
        registered_on=date(2020, 5, 1),
    )
    laka.benefit_fields.set(["1", "23"])
    OrganizationFactory(
        name="Fundacja Wolontariatu Nyskiego", county_id=NYSA, registered_on=date(2024, 5, 1)
    )
    make.open_consultation(title="Program współpracy z wolontariuszami")
    while index_pending():
        pass
    collect_words()


def page_for(client: Client, **query: str) -> Tag:
    """The main part of the page of results."""
    response = client.get(reverse("search:results"), query)
    assert response.status_code == 200
    main = BeautifulSoup(response.content, "html.parser").main
    assert main is not None
    return main


def titles(page: Tag) -> list[str]:
    """Titles of the results in the order shown."""
    return [heading.get_text() for heading in page.select(".results__title")]


def test_inflected_words_find_all_kinds_of_things_at_once(client: Client) -> None:
    page = page_for(client, q="stowarzyszeń wolontariuszy")

    assert titles(page) == ["Stowarzyszenie Wolontariuszy Łąka"]
    assert set(titles(page_for(client, q="wolontariusz"))) == {
        "Stowarzyszenie Wolontariuszy Łąka",
        "Program współpracy z wolontariuszami",
    }


def test_found_words_are_marked_in_any_inflection(client: Client) -> None:
    page = page_for(client, q="senior")

    assert [mark.get_text() for mark in page.select(".results mark")] == ["seniorom"]


def test_results_are_narrowed_by_kind_county_field_and_date(client: Client) -> None:
    assert titles(page_for(client, q="wolontariusz", rodzaj="konsultacje")) == [
        "Program współpracy z wolontariuszami"
    ]
    assert titles(page_for(client, q="wolontariat", powiat=NYSA)) == [
        "Fundacja Wolontariatu Nyskiego"
    ]
    assert titles(page_for(client, q="wolontariusz", temat="23")) == [
        "Stowarzyszenie Wolontariuszy Łąka"
    ]
    assert titles(page_for(client, q="wolontariusz", do="2021-01-01")) == [
        "Stowarzyszenie Wolontariuszy Łąka"
    ]


def test_each_filter_says_how_much_its_choices_would_show(client: Client) -> None:
    page = page_for(client, q="wolontariusz", rodzaj="konsultacje")

    options = [option.get_text() for option in page.select("select[name=rodzaj] option")]
    assert options == ["wszystko", "Konsultacje (1)", "Organizacje (1)"]


def test_chosen_filters_can_be_dropped_one_by_one_and_the_words_are_no_filter(
    client: Client,
) -> None:
    page = page_for(client, q="wolontariusz", rodzaj="konsultacje")

    assert [chip["href"] for chip in page.select(".chips__chip")] == ["?q=wolontariusz"]


def test_newest_come_first_when_asked(client: Client) -> None:
    page = page_for(client, q="wolontar", rodzaj="organizacje", kolejnosc="najnowsze")

    assert titles(page) == ["Fundacja Wolontariatu Nyskiego", "Stowarzyszenie Wolontariuszy Łąka"]


def test_what_is_over_stands_behind_what_is_going_on_and_says_so(client: Client) -> None:
    today = timezone.localdate()
    over = make.open_consultation(title="Fundusz sołecki", summary="Fundusz sołecki: fundusz.")
    make.open_consultation(title="Fundusz sołecki na nowo", summary="Zasady podziału.")
    while index_pending():
        pass
    assert titles(page_for(client, q="fundusz"))[0] == "Fundusz sołecki"

    over.opens_on, over.closes_on = today - timedelta(days=60), today - timedelta(days=30)
    over.save()
    while index_pending():
        pass

    page = page_for(client, q="fundusz")
    assert titles(page) == ["Fundusz sołecki na nowo", "Fundusz sołecki"]
    kickers = [kicker.get_text() for kicker in page.select(".results__item .results__kicker")]
    assert ["zakończone" in kicker for kicker in kickers] == [False, True]


@pytest.mark.parametrize(
    "query",
    [{"rodzaj": "nic"}, {"powiat": "x"}, {"od": "wczoraj"}, {"kolejnosc": "?"}, {"page": "9"}],
)
def test_wrong_values_narrow_nothing(client: Client, query: dict[str, str]) -> None:
    assert "Stowarzyszenie Wolontariuszy Łąka" in titles(
        page_for(client, q="wolontariusz", **query)
    )


def test_a_typing_error_still_finds_and_offers_what_was_meant(client: Client) -> None:
    page = page_for(client, q="stowarzyzsenie")

    assert titles(page) == ["Stowarzyszenie Wolontariuszy Łąka"]
    assert page.select_one("a[href='/szukaj/?q=stowarzyszenie']") is not None


def test_nothing_found_says_so_and_repeats_the_words_harmlessly(client: Client) -> None:
    page = page_for(client, q="<b>qqqq")

    assert "Nic nie pasuje do „<b>qqqq”" in page.select(".empty-state")[0].get_text()


@pytest.mark.parametrize("words", ["", "   "])
def test_without_words_the_page_asks_for_them(client: Client, words: str) -> None:
    page = page_for(client, q=words)

    assert page.h1 is not None
    assert page.h1.get_text() == "Czego szukasz?"
    assert titles(page) == []


def test_synonyms_find_what_goes_by_another_name(client: Client) -> None:
    assert titles(page_for(client, q="pomocnicy społeczni")) == []

    form = site.get_model_admin(Synonyms).get_form(RequestFactory().get("/"))(
        {"terms": "pomocnicy społeczni, wolontariusz"}
    )
    assert form.is_valid()
    form.save()
    forget_synonyms()

    assert "Stowarzyszenie Wolontariuszy Łąka" in titles(page_for(client, q="pomocnicy społeczni"))


def test_a_term_without_a_word_is_passed_over(client: Client) -> None:
    Synonyms.objects.create(terms="wolontariusz, !!!")
    forget_synonyms()

    assert "Stowarzyszenie Wolontariuszy Łąka" in titles(page_for(client, q="wolontariusz"))


def test_one_term_alone_is_no_synonym(client: Client) -> None:
    form = site.get_model_admin(Synonyms).get_form(RequestFactory().get("/"))({"terms": "NGO, "})

    assert "terms" in form.errors


def test_phrases_are_counted_by_day_without_the_person(client: Client) -> None:
    page_for(client, q="Wolontariusz")
    page_for(client, q="wolontariusz")
    page_for(client, q="wolontariusz", rodzaj="konsultacje")

    row = SearchedPhrase.objects.get()
    assert (row.phrase, row.times, row.found) == ("wolontariusz", 2, 2)


def test_the_number_of_queries_does_not_grow_with_the_results(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    SearchDocument.objects.bulk_create(
        SearchDocument(
            kind="organizacje",
            object_id=10**6 + number,
            title=f"Wolontariat {number}",
            url="/",
            search_names="wolontariat",
        )
        for number in range(300)
    )

    with django_assert_max_num_queries(10):
        page_for(client, q="wolontariat", page="2")


def test_the_header_keeps_the_words(client: Client) -> None:
    response = client.get(reverse("search:results"), {"q": "Odra"})

    page: Any = BeautifulSoup(response.content, "html.parser")
    assert page.header.find("input", {"name": "q"})["value"] == "Odra"
