"""Pinned results, clear words where nothing can be found, and what administrators learn."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.domain.retention import apply_retention
from organizations.models import PublicBody
from search.domain.best_bets import forget_best_bets
from search.domain.indexing import index_pending
from search.models import BestBet, SearchDocument, SearchedPhrase
from tests.accounts.factories import AdministratorFactory
from tests.standards.factories import at_stage, new_material, new_practice

pytestmark = pytest.mark.django_db
RESULTS = reverse("search:results")


def read(client: Client, words: str, **more: str) -> BeautifulSoup:
    answer = client.get(RESULTS, {"q": words} | more)
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser")


def pinned(page: BeautifulSoup) -> list[str]:
    section = page.find("section", attrs={"aria-labelledby": "polecane"})
    return [link["href"] for link in section.select("a")] if section else []


@pytest.fixture
def _grants() -> None:
    BestBet.objects.create(
        phrases="dotacje, granty dla organizacji",
        title="Nabory",
        url="/nabory/",
        summary="Konkursy",
    )
    forget_best_bets()


@pytest.mark.usefixtures("_grants")
@pytest.mark.parametrize("words", ["dotacje", "DOTACJA", "dotacji!", "grant dla organizacji"])
def test_a_pinned_result_comes_first_in_any_inflection(client: Client, words: str) -> None:
    assert pinned(read(client, words)) == ["/nabory/"]


@pytest.mark.usefixtures("_grants")
@pytest.mark.parametrize("words", ["dotacje unijne", "granty", "szkolenia"])
def test_other_queries_are_left_alone(client: Client, words: str) -> None:
    assert pinned(read(client, words)) == []


def test_administrators_pin_results_and_the_next_search_knows(
    client: Client, as_user: Callable[..., Client]
) -> None:
    assert pinned(read(client, "lokal")) == []
    form = {"phrases": "lokal,  lokal , !", "title": "Lokale", "url": "/nabory/", "position": 0}

    as_user(AdministratorFactory()).post(reverse("admin:search_bestbet_add"), form)

    assert BestBet.objects.get().phrases == "lokal"
    assert pinned(read(client, "lokale")) == ["/nabory/"]


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "//zle.example", "/\\zle.example", "http://a"]
)
def test_a_pinned_result_leads_nowhere_unsafe(as_user: Callable[..., Client], url: str) -> None:
    form = {"phrases": "lokal", "title": "Lokale", "url": url, "position": 0}

    answer = as_user(AdministratorFactory()).post(reverse("admin:search_bestbet_add"), form)

    assert "Wpisz ścieżkę" in answer.content.decode()
    assert not BestBet.objects.exists()


@pytest.mark.parametrize("signs", ["?!", "…", "- -", "§", "'\"<>"])
def test_signs_alone_find_nothing_and_the_page_says_so(client: Client, signs: str) -> None:
    page = read(client, signs)

    assert page.select(".results__item") == []
    assert "Same znaki" in page.get_text()
    assert page.select_one("main input[name=q]")["value"] == signs
    assert not SearchedPhrase.objects.exists()


def test_what_nobody_found_is_listed_for_administrators(
    client: Client, as_user: Callable[..., Client]
) -> None:
    read(client, "hulajnogi kosmiczne")
    read(client, "Hulajnogi, kosmiczne!")

    address = reverse("admin:search_searchedphrase_changelist")
    page = as_user(AdministratorFactory()).get(address, {"wynik": "pusty"}).content.decode()

    assert "hulajnogi kosmiczne" in page
    assert SearchedPhrase.objects.get().times == 2


@pytest.mark.parametrize("words", ["jan@example.org", "PESEL 90010112345", "tel. 500 600 700"])
def test_what_may_be_somebodys_is_not_kept(client: Client, words: str) -> None:
    read(client, words)

    assert not SearchedPhrase.objects.exists()


def test_phrases_are_forgotten_after_a_year() -> None:
    today = timezone.localdate()
    SearchedPhrase.objects.create(phrase="dawne", day=today - timedelta(days=367))
    SearchedPhrase.objects.create(phrase="nowe", day=today)

    apply_retention()

    assert [row.phrase for row in SearchedPhrase.objects.all()] == ["nowe"]


def test_a_fresh_portal_finds_its_offices() -> None:
    found = SearchDocument.objects.filter(kind="urzedy")

    assert found.count() == PublicBody.objects.count() > 80


def test_the_library_and_practices_are_found(client: Client) -> None:
    new_material(title="Poradnik o hulajnogach")
    new_practice(at_stage("adopted"), title="Hulajnogi w Nysie")
    while index_pending():
        pass

    titles = {heading.get_text() for heading in read(client, "hulajnoga").select(".results__title")}

    assert titles == {"Poradnik o hulajnogach", "Hulajnogi w Nysie"}
