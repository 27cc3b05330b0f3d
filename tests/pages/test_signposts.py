"""Menus, redirects and banners that administrators make."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.contrib.staticfiles import finders
from django.core.cache import cache
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from pages import furniture
from pages.domain import redirects, static_pages
from pages.domain.errors import RedirectLoop
from pages.domain.static_pages import Writing
from pages.models import Banner, BannerAudience, MenuEntry, MenuPlace, Redirect
from tests import own_cache
from tests.accounts.factories import AdministratorFactory, UserFactory

pytestmark = pytest.mark.django_db
SignIn = Callable[[Any], Client]
PLACE = "/o-projekcie/"


@pytest.fixture(autouse=True)
def _furnished(_bare_pages: None) -> None:
    cache.delete(furniture.KEY)


def soup(client: Client, path: str = PLACE, language: str = "pl") -> BeautifulSoup:
    response = client.get(path, headers={"accept-language": language})
    return BeautifulSoup(response.content, "html.parser")


def header(client: Client, language: str = "pl") -> list[tuple[str, str]]:
    links = soup(client, language=language).header.find(class_="navigation__list").find_all("a")
    return [(link.get_text().strip(), link["href"]) for link in links]


def footer(client: Client) -> list[str]:
    return [link["href"] for link in soup(client).footer.find_all("a")]


def banner(**fields: Any) -> Banner:
    moment = timezone.now()
    values = {
        "text_pl": "Przerwa w sobotę",
        "text_en": "Break on Saturday",
        "starts_at": moment - timedelta(hours=1),
        "ends_at": moment + timedelta(hours=1),
    }
    return Banner.objects.create(**values | fields)


def banners(client: Client, path: str = PLACE, language: str = "pl") -> list[str]:
    found = soup(client, path, language).find_all(class_="banner__text")
    return [text.get_text().strip() for text in found]


def test_the_menu_is_what_parts_registered_until_somebody_changes_it(client: Client) -> None:
    before = header(client)
    MenuEntry.objects.create(part="pages:calls", label_pl="Dotacje", label_en="Grants", position=0)
    MenuEntry.objects.create(part="pages:calendar", is_shown=False)
    own_cache.forget_all()

    after = header(client)
    assert after[0] == ("Dotacje", "/nabory/")
    assert [url for _, url in after if url == "/kalendarz/"] == []
    assert {url for _, url in after} == {url for _, url in before} - {"/kalendarz/"}

    assert header(client, "en")[0][0] == "Grants"


def test_an_entry_leads_to_a_page_only_while_it_is_shown(client: Client) -> None:
    writer = AdministratorFactory()
    page = static_pages.create_page(
        slug="zasady", writings={"pl": Writing("Zasady", "", "<p>A</p>")}, author=writer
    )
    MenuEntry.objects.create(place=MenuPlace.FOOTER, page=page)
    assert page.get_absolute_url() not in footer(client)

    static_pages.show_version(page.versions.get(), actor=writer)
    own_cache.forget_all()
    assert page.get_absolute_url() in footer(client)


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"part": "pages:news", "address": "/kontakt/", "label_pl": "A"},
        {"address": "/kontakt/"},
    ],
)
def test_an_entry_has_one_target_and_an_address_a_name(fields: dict[str, Any]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        MenuEntry.objects.create(**fields)


@pytest.mark.parametrize("address", ["javascript:alert(1)", "//zly.example", "kontakt"])
def test_an_administrator_adds_entries_with_good_addresses_only(
    as_user: SignIn, address: str
) -> None:
    client = as_user(AdministratorFactory(is_superuser=True))
    fields = {"place": "header", "label_pl": "Pomoc", "position": "1", "is_shown": "on"}

    client.post(reverse("admin:pages_menuentry_add"), fields | {"address": address})
    assert not MenuEntry.objects.exists()

    client.post(reverse("admin:pages_menuentry_add"), fields | {"address": "/kontakt/"})
    assert MenuEntry.objects.get().address == "/kontakt/"


def test_a_redirect_works_where_nothing_is_and_counts(client: Client) -> None:
    Redirect.objects.create(old_path="/stara/", target="https://example.org/nowa")
    Redirect.objects.create(old_path="/chwilowo/", target="/kontakt/", is_permanent=False)
    Redirect.objects.create(old_path=PLACE, target="/kontakt/")

    gone = client.get("/stara/")
    assert (gone.status_code, gone["Location"]) == (301, "https://example.org/nowa")
    assert client.get("/chwilowo/").status_code == 302
    assert client.get(PLACE).status_code == 200
    assert client.post("/stara/").status_code == 404
    used = Redirect.objects.get(old_path="/stara/")
    assert used.hits == 1
    assert used.last_hit_at is not None


def test_redirects_never_go_round(as_user: SignIn) -> None:
    redirects.save_redirect(Redirect(old_path="/a/", target="/b/"))
    redirects.save_redirect(Redirect(old_path="/b/", target="/c/"))

    with pytest.raises(RedirectLoop):
        redirects.save_redirect(Redirect(old_path="/c/", target="/a/"))
    response = as_user(AdministratorFactory(is_superuser=True)).post(
        reverse("admin:pages_redirect_add"), {"old_path": "/c/", "target": "/a/"}
    )
    assert "pętlę" in response.content.decode()
    assert Redirect.objects.count() == 2


def test_a_page_that_moves_back_and_forth_is_always_found() -> None:
    redirects.leave_behind("/a/", "/b/")
    redirects.leave_behind("/b/", "/c/")
    assert dict(Redirect.objects.values_list("old_path", "target")) == {"/a/": "/c/", "/b/": "/c/"}

    redirects.leave_behind("/c/", "/a/")
    assert dict(Redirect.objects.values_list("old_path", "target")) == {"/b/": "/a/", "/c/": "/a/"}


@pytest.mark.parametrize("path", ["/" + "a" * 400 + "/", "/%00/"])
def test_strange_addresses_are_simply_not_found(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404


def test_a_banner_stands_from_a_moment_to_another(client: Client) -> None:
    moment = timezone.now()
    banner()
    banner(text_pl="Minęło", ends_at=moment - timedelta(minutes=1))
    banner(text_pl="Jutro", starts_at=moment + timedelta(minutes=1))

    assert banners(client) == ["Przerwa w sobotę"]
    assert banners(client, language="en") == ["Break on Saturday"]


def test_a_banner_knows_its_pages_languages_and_readers(client: Client, as_user: SignIn) -> None:
    banner(text_pl="Konsultacje", path_prefix="/konsultacje/")
    banner(text_pl="Po niemiecku", languages=["de"])
    banner(text_pl="Do gości", audience=BannerAudience.GUESTS)
    banner(text_pl="Do swoich", audience=BannerAudience.SIGNED_IN)

    assert banners(client) == ["Do gości"]
    assert banners(as_user(UserFactory())) == ["Do swoich"]
    assert sorted(banners(client, "/konsultacje/")) == ["Do gości", "Konsultacje"]
    assert "Po niemiecku" in banners(client, language="de")


def test_closing_a_banner_lasts_and_leads_back(client: Client) -> None:
    read, stays = banner(), banner(text_pl="Nie do zamknięcia", is_dismissible=False)

    response = client.post(reverse("pages:close_banner", args=[read.pk]), {"next": PLACE})

    assert response["Location"] == PLACE
    assert banners(client) == ["Nie do zamknięcia"]
    client.post(reverse("pages:close_banner", args=[stays.pk]), {"next": PLACE})
    assert banners(client) == ["Nie do zamknięcia"]


@pytest.mark.parametrize("elsewhere", ["https://zly.example/", "//zly.example/", "²"])
def test_closing_a_banner_leads_nowhere_else(client: Client, elsewhere: str) -> None:
    address = reverse("pages:close_banner", args=[1])

    response = client.post(address, {"next": elsewhere})

    assert response["Location"] == "/"
    assert client.get(address).status_code == 405
    client.cookies[furniture.CLOSED_COOKIE] = "x.9999999999999999.-1"
    assert client.get(PLACE).status_code == 200


def test_remembered_pages_notice_a_new_banner(
    client: Client, settings: Any, django_capture_on_commit_callbacks: Any
) -> None:
    settings.DEBUG = False
    assert banners(client, "/") == []

    with django_capture_on_commit_callbacks(execute=True):
        banner()
        furniture.forget()

    assert banners(client, "/") == ["Przerwa w sobotę"]


def test_furniture_costs_pages_no_queries(
    client: Client, django_assert_num_queries: Callable[[int], Any]
) -> None:
    banner()
    MenuEntry.objects.create(part="pages:calls", label_pl="Dotacje")
    client.get(reverse("pages:accessibility"))

    with django_assert_num_queries(0):
        client.get(reverse("pages:accessibility"))


@pytest.mark.parametrize("language", ["pl", "en", "de"])
def test_phones_learn_how_the_portal_looks(client: Client, language: str) -> None:
    response = client.get(reverse("pages:manifest"), headers={"accept-language": language})

    manifest = response.json()
    assert response["Content-Type"] == "application/manifest+json"
    assert (manifest["lang"], manifest["start_url"]) == (language, "/")
    for icon in manifest["icons"]:
        assert finders.find(icon["src"].removeprefix("/static/")) is not None


def test_the_icon_is_found_where_programs_ask_for_it(client: Client) -> None:
    assert client.get("/favicon.ico")["Location"] == "/static/img/favicon.ico"


def test_what_all_pages_share_says_nothing_of_the_person_before(as_user: SignIn) -> None:
    keeper, reader = AdministratorFactory(), UserFactory()

    def frame(user: Any) -> str:
        page = soup(as_user(user))
        return str(page.header) + str(page.footer)

    first, second, nobody = frame(keeper), frame(reader), frame(None)

    assert [keeper.email in text for text in (first, second, nobody)] == [True, False, False]
    assert ["/admin/" in text for text in (first, second, nobody)] == [True, False, False]
    assert [reader.email in text for text in (first, second, nobody)] == [False, True, False]


def test_what_all_pages_share_follows_the_language_the_place_and_what_is_asked(
    client: Client,
) -> None:
    assert "O portalu" in str(soup(client).footer)
    assert "O portalu" not in str(soup(client, language="de").footer)

    def current(path: str) -> list[str]:
        found = soup(client, path).header.find(class_="navigation__list")
        return [link["href"] for link in found.find_all("a", attrs={"aria-current": True})]

    assert [current(path) for path in ("/konsultacje/", "/wydarzenia/")] == [
        ["/konsultacje/"],
        ["/wydarzenia/"],
    ]

    def asked(query: str) -> str:
        return soup(client, f"/szukaj/?q={query}").header.find("input", {"name": "q"})["value"]

    assert [asked(query) for query in ("bieg", "mapa", "")] == ["bieg", "mapa", ""]
