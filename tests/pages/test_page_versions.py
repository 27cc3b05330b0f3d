"""Static pages: written in versions and languages, shown from a moment on, compared, restored."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from pages.domain import static_pages
from pages.domain.errors import (
    AddressTaken,
    ChangedMeanwhile,
    ChangeNotAllowed,
    ReasonMissing,
)
from pages.domain.static_pages import Writing
from pages.models import PageState, PageText, PageVersion, Redirect, StaticPage
from search.domain.indexing import index_pending
from search.models import SearchDocument
from tests.accounts.factories import AdministratorFactory, UserFactory

pytestmark = pytest.mark.django_db
SignIn = Callable[[Any], Client]
ENGLISH = {"en": Writing("Rules", "", "<p>Be kind.</p>")}


@pytest.fixture
def administrator() -> Any:
    return AdministratorFactory()


def polish(body: str = "<p>Bądź uprzejmy.</p>", title: str = "Zasady") -> dict[str, Writing]:
    return {"pl": Writing(title, "Jak rozmawiamy.", body)}


def written(author: Any, slug: str = "zasady", **more: Any) -> StaticPage:
    return static_pages.create_page(slug=slug, writings=polish() | more, author=author)


def live(author: Any, slug: str = "zasady", **more: Any) -> StaticPage:
    page = written(author, slug, **more)
    static_pages.show_version(page.versions.get(), actor=author)
    page.refresh_from_db()
    return page


def next_version(page: StaticPage, author: Any, body: str, **more: Any) -> PageVersion:
    newest = page.versions.first().number
    values = {"slug": page.slug, "writings": polish(body), "based_on": newest} | more
    return static_pages.save_version(page, author=author, **values)


def main_of(client: Client, page: StaticPage, language: str = "pl") -> BeautifulSoup:
    response = client.get(page.get_absolute_url(), headers={"accept-language": language})
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser").main


def posted(**fields: str) -> dict[str, str]:
    return {"slug": "zasady", "title_pl": "Zasady", "body_pl": "<p>Treść</p>"} | fields


def test_a_draft_is_seen_by_administrators_only(client: Client, administrator: Any) -> None:
    page = written(administrator)

    assert client.get(page.get_absolute_url()).status_code == 404
    client.force_login(UserFactory())
    assert client.get(page.get_absolute_url()).status_code == 404
    client.force_login(administrator)
    assert client.get(page.get_absolute_url(), follow=True).status_code == 200


def test_readers_see_the_published_version_while_the_next_one_is_written(
    client: Client, administrator: Any
) -> None:
    page = live(administrator)

    draft = next_version(page, administrator, "<p>Nowe słowa.</p>")
    assert "Bądź uprzejmy" in main_of(client, page).get_text()

    static_pages.show_version(draft, actor=administrator)
    assert "Nowe słowa" in main_of(client, page).get_text()


def test_a_scheduled_version_waits_for_its_moment(client: Client, administrator: Any) -> None:
    page = live(administrator)
    draft = next_version(page, administrator, "<p>Od jutra.</p>")

    static_pages.show_version(draft, actor=administrator, at=timezone.now() + timedelta(days=1))
    assert "Od jutra" not in main_of(client, page).get_text()

    PageVersion.objects.filter(pk=draft.pk).update(visible_from=timezone.now())
    assert "Od jutra" in main_of(client, page).get_text()


def test_publishing_now_calls_off_what_was_scheduled(administrator: Any) -> None:
    page = live(administrator)
    later = next_version(page, administrator, "<p>Za tydzień.</p>")
    static_pages.show_version(later, actor=administrator, at=timezone.now() + timedelta(days=7))
    now = next_version(page, administrator, "<p>Teraz.</p>")

    static_pages.show_version(now, actor=administrator)

    later.refresh_from_db()
    assert later.visible_from is None


@pytest.mark.parametrize(
    ("language", "heading", "is_marked"),
    [("pl", "Zasady", False), ("en", "Rules", False), ("de", "Zasady", True)],
)
def test_a_page_speaks_the_readers_language_or_says_that_it_cannot(
    client: Client, administrator: Any, language: str, heading: str, is_marked: bool
) -> None:
    page = live(administrator, **ENGLISH)

    main = main_of(client, page, language)

    assert main.h1.get_text() == heading
    assert (main.find(class_="prose").get("lang") == "pl") == is_marked


def test_a_new_address_leaves_a_redirect(client: Client, administrator: Any) -> None:
    page = live(administrator)
    old = page.get_absolute_url()

    next_version(page, administrator, "<p>Treść</p>", slug="regulamin")

    response = client.get(old)
    assert (response.status_code, response["Location"]) == (301, "/strony/regulamin/")
    assert Redirect.objects.get().hits == 1


def test_a_taken_address_is_refused(administrator: Any) -> None:
    written(administrator)
    other = written(administrator, "inna")

    with pytest.raises(AddressTaken):
        written(administrator)
    with pytest.raises(AddressTaken):
        next_version(other, administrator, "<p>Treść</p>", slug="zasady")


def test_two_writers_do_not_overwrite_each_other(as_user: SignIn, administrator: Any) -> None:
    page = written(administrator)
    next_version(page, administrator, "<p>Pierwsza osoba.</p>")

    with pytest.raises(ChangedMeanwhile):
        next_version(page, administrator, "<p>Druga osoba.</p>", based_on=1)
    response = as_user(administrator).post(
        reverse("pages:edit_page", args=["zasady"]),
        posted(based_on="1", body_pl="<p>Druga osoba.</p>"),
    )

    assert response.status_code == 409
    text = response.content.decode()
    assert "Druga osoba." in text
    assert 'name="based_on" value="2"' in text


def test_versions_are_compared_word_by_word_and_restored(
    as_user: SignIn, administrator: Any
) -> None:
    page = written(administrator)
    next_version(page, administrator, "<p>Bądź bardzo uprzejmy.</p>")
    client = as_user(administrator)

    compared = client.get(
        reverse("pages:page_versions", args=["zasady"]), {"stara": "1", "nowa": "2"}
    )
    redline = BeautifulSoup(compared.content, "html.parser").find(class_="redline")
    assert " ".join(redline.ins.get_text().split()) == "[dodano: bardzo koniec dodanego]"

    client.post(reverse("pages:restore_version", args=["zasady", 1]))
    newest = page.versions.first()
    assert (newest.number, newest.texts.get().body) == (3, "<p>Bądź uprzejmy.</p>")
    assert newest.visible_from is None


def test_what_was_written_is_never_changed(administrator: Any) -> None:
    page = written(administrator)

    with pytest.raises(DatabaseError), transaction.atomic():
        PageText.objects.filter(version__page=page).update(body="<p>Podmiana</p>")


def test_taking_a_page_down_needs_a_reason_and_is_logged(
    client: Client, administrator: Any
) -> None:
    page = live(administrator)

    with pytest.raises(ReasonMissing):
        static_pages.withdraw(page, actor=administrator, reason=" ")
    static_pages.withdraw(page, actor=administrator, reason="Nieaktualna")

    assert client.get(page.get_absolute_url()).status_code == 404
    change = page.changes.first()
    assert (change.source, change.target) == (PageState.PUBLISHED, PageState.WITHDRAWN)
    assert (change.actor, change.reason) == (administrator, "Nieaktualna")
    with pytest.raises(ChangeNotAllowed):
        static_pages.withdraw(written(administrator, "szkic"), actor=administrator, reason="Nie")


def test_search_and_sitemap_know_what_is_shown(client: Client, administrator: Any) -> None:
    page = live(administrator, **ENGLISH)
    written(administrator, "szkic")
    index_pending()

    found = SearchDocument.objects.get(kind="strony")
    assert found.url == page.get_absolute_url()
    sitemap = client.get("/sitemap-teksty.xml").content.decode()
    assert page.get_absolute_url() in sitemap
    assert "/strony/szkic/" not in sitemap

    static_pages.withdraw(page, actor=administrator, reason="Nieaktualna")
    index_pending()
    assert not SearchDocument.objects.filter(kind="strony").exists()


def test_search_learns_of_a_scheduled_version_when_its_moment_comes(administrator: Any) -> None:
    page = written(administrator)
    version = static_pages.show_version(
        page.versions.get(), actor=administrator, at=timezone.now() + timedelta(days=1)
    )
    assert static_pages.index_due() == 0

    PageVersion.objects.filter(pk=version.pk).update(visible_from=timezone.now())

    assert (static_pages.index_due(), static_pages.index_due()) == (1, 0)
    index_pending()
    assert SearchDocument.objects.filter(kind="strony").count() == 1


def test_an_administrator_writes_and_publishes_by_forms(
    as_user: SignIn, administrator: Any
) -> None:
    client = as_user(administrator)

    written_ = client.post(
        reverse("pages:new_page"),
        posted(body_pl="<p onclick='x()'>Dobry<script>zły()</script></p>", note="Początek"),
    )
    assert written_["Location"] == reverse("pages:page_version", args=["zasady", 1])
    assert PageText.objects.get().body == "<p>Dobry</p>"

    client.post(reverse("pages:show_version", args=["zasady", 1]), {"at": ""})
    assert StaticPage.objects.live().get().slug == "zasady"


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"title_pl": ""}, "title_pl"),
        ({"title_en": "Rules"}, "body_en"),
        ({"slug": "nowa"}, "slug"),
        ({"slug": "zła nazwa"}, "slug"),
    ],
)
def test_a_wrong_form_comes_back_with_what_was_typed(
    as_user: SignIn, administrator: Any, fields: dict[str, str], wrong: str
) -> None:
    response = as_user(administrator).post(
        reverse("pages:new_page"), posted(**fields, note="Zapamiętaj mnie")
    )

    assert response.status_code == 409
    assert list(response.context["form"].errors) == [wrong]
    assert "Zapamiętaj mnie" in response.content.decode()


def test_a_wrong_moment_is_explained(as_user: SignIn, administrator: Any) -> None:
    written(administrator)

    response = as_user(administrator).post(
        reverse("pages:show_version", args=["zasady", 1]), {"at": "kiedyś"}, follow=True
    )

    assert "Nie rozumiemy tej daty" in response.content.decode()


@pytest.mark.parametrize(
    ("name", "method"),
    [
        ("page_list", "get"),
        ("new_page", "get"),
        ("edit_page", "get"),
        ("withdraw_page", "get"),
        ("page_versions", "get"),
        ("page_version", "get"),
        ("show_version", "post"),
        ("restore_version", "post"),
    ],
)
def test_only_administrators_write(
    as_user: SignIn, administrator: Any, name: str, method: str
) -> None:
    page = live(administrator)
    arguments = {"page_list": [], "new_page": []}.get(name, [page.slug])
    if name.endswith("_version"):
        arguments = [page.slug, 1]
    address = reverse(f"pages:{name}", args=arguments)

    answers = [
        getattr(as_user(who), method)(address).status_code
        for who in (None, UserFactory(), administrator)
    ]

    assert answers == [302, 403, 302 if method == "post" else 200]


def test_the_editor_is_let_in_by_the_policy(as_user: SignIn, administrator: Any) -> None:
    response = as_user(administrator).get(reverse("pages:new_page"))

    page = BeautifulSoup(response.content, "html.parser")
    nonce = page.find("script", type="importmap")["nonce"]
    assert f"'nonce-{nonce}'" in response["Content-Security-Policy"]
    assert "unsafe" not in response["Content-Security-Policy"]


def test_lists_ask_the_database_the_same_however_long(
    as_user: SignIn, administrator: Any, django_assert_num_queries: Callable[[int], Any]
) -> None:
    client = as_user(administrator)
    live(administrator)
    client.get(reverse("pages:page_list"))

    with django_assert_num_queries(6):
        client.get(reverse("pages:page_list"))
    for number in range(4):
        written(administrator, f"strona-{number}")
    with django_assert_num_queries(6):
        client.get(reverse("pages:page_list"))
