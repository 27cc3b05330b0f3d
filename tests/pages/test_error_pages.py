"""Pages for what went wrong tell the reader what to do."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import BadRequest, PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import include, path, reverse

from pages import lost
from pages.domain import static_pages
from pages.domain.static_pages import Writing
from search.domain.indexing import index_pending
from tests.accounts.factories import AdministratorFactory, UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.urls(__name__)]


def _refuse(request: HttpRequest) -> HttpResponse:
    raise PermissionDenied


def _misunderstand(request: HttpRequest) -> HttpResponse:
    raise BadRequest


def _break(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("broken on purpose")


urlpatterns = [
    path("403/", _refuse),
    path("400/", _misunderstand),
    path("500/", _break),
    path("", include("portal.urls")),
]
handler400 = "pages.errors.bad_request"
handler403 = "pages.errors.permission_denied"
handler404 = "pages.errors.not_found"
handler500 = "pages.errors.server_error"


def page_of(response: Any, status: int) -> BeautifulSoup:
    assert response.status_code == status
    page = BeautifulSoup(response.content, "html.parser")
    assert len(page.find_all("h1")) == 1
    return page


def test_a_missing_page_offers_a_search(client: Client) -> None:
    page = page_of(client.get("/nie-ma-takiej/"), 404)

    assert page.main.find("form", role="search")["action"] == reverse("search:results")


def test_a_misunderstood_request_leads_home(client: Client) -> None:
    page = page_of(client.get("/400/"), 400)

    assert page.main.find("a", href="/") is not None


def test_a_question_that_the_database_could_not_take_is_misunderstood_too(client: Client) -> None:
    page = page_of(client.get("/szukaj/?q=a%00b"), 400)

    assert page.main.find("a", href="/") is not None


def test_a_refused_guest_may_sign_in_and_come_back(client: Client) -> None:
    page = page_of(client.get("/403/?x=1"), 403)

    sign_in = page.main.find("a", class_="button")
    assert sign_in["href"] == reverse("account_login") + "?next=/403/%3Fx%3D1"


def test_a_refused_person_reads_which_account_is_in_use(
    as_user: Callable[[Any], Client],
) -> None:
    person = UserFactory(display_name="Zofia Próbna")

    page = page_of(as_user(person).get("/403/"), 403)

    assert "Zofia Próbna" in page.main.get_text()
    assert page.main.find("a", class_="button") is None


def test_an_old_form_is_explained() -> None:
    client = Client(enforce_csrf_checks=True)

    page = page_of(client.post(reverse("account_login"), {"login": "a"}), 403)

    assert "Formularz stracił ważność" in page.h1.get_text()


def test_our_own_failure_needs_no_database(
    client: Client, django_assert_num_queries: Callable[[int], Any]
) -> None:
    client.raise_request_exception = False

    with django_assert_num_queries(0):
        page = page_of(client.get("/500/"), 500)

    assert page.html["lang"] == "pl"
    assert "broken on purpose" not in page.get_text()


def test_a_missing_page_suggests_what_the_address_says(client: Client) -> None:
    author = AdministratorFactory()
    page = static_pages.create_page(
        slug="zasady-rozmowy",
        writings={"pl": Writing("Zasady rozmowy", "", "<p>A</p>")},
        author=author,
    )
    static_pages.show_version(page.versions.get(), actor=author)
    index_pending()

    found = page_of(client.get("/regulamin/zasady-rozmowa/"), 404)

    assert found.main.find("a", href="/strony/zasady-rozmowy/") is not None
    assert found.main.find("input", type="search")["value"] == "zasady rozmowa"


@pytest.mark.parametrize("path", ["/wp-login.php", "/1234/", "/" + "zasady-" * 40])
def test_programs_that_guess_addresses_cost_no_search(path: str) -> None:
    assert lost.words_of(path) == ""
