"""Anonymous readers get a page again only when it changed; nobody gets another's page."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from consultations.domain import remarks, stages
from consultations.domain.remarks import RemarkContent
from consultations.models import Consultation, Stage
from pages import freshness
from tests.accounts.factories import UserFactory
from tests.consultations import factories as make

pytestmark = pytest.mark.django_db
SignIn = Callable[[Any], Client]


class Reader:
    """A browser that keeps the page it got and asks whether it changed."""

    def __init__(self, address: str, **headers: str) -> None:
        self.client, self.address, self.headers = Client(), address, headers
        self.etag = self.client.get(address, headers=headers)["ETag"]

    def status_again(self, **headers: str) -> int:
        """What the portal answers to the same question."""
        asked = self.headers | {"If-None-Match": self.etag} | headers
        return self.client.get(self.address, headers=asked).status_code


def addresses(consultation: Consultation) -> list[str]:
    """All pages that are not sent twice."""
    return [
        reverse("pages:home"),
        reverse("consultations:list"),
        reverse("organizations:list"),
        consultation.get_absolute_url(),
        reverse("consultations:provision", args=[consultation.slug, "par_1"]),
        reverse("consultations:remarks", args=[consultation.slug]),
    ]


def of_remarks(consultation: Consultation) -> list[str]:
    """Pages on which a remark's text stands."""
    return addresses(consultation)[4:]


def form_token(page: str) -> str:
    found = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)
    assert found is not None
    return found[1]


def test_an_unchanged_page_is_not_sent_again() -> None:
    consultation = make.open_consultation()

    for address in addresses(consultation):
        assert Reader(address).status_again() == 304, address


def test_saying_that_nothing_changed_costs_at_most_two_queries(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(freshness, "SHARED_SECONDS", 5)
    consultation = make.open_consultation()

    for address in addresses(consultation):
        reader = Reader(address)
        with CaptureQueriesContext(connection) as queries:
            reader.status_again()
        # What the home page and lists hang on is shared for some seconds.
        is_shared = address in ("/", "/konsultacje/", "/organizacje/")
        assert len(queries) <= (0 if is_shared else 2), address


def test_a_new_remark_is_seen_everywhere_that_counts_it() -> None:
    consultation = make.open_consultation()
    pages = [a for a in addresses(consultation) if a != reverse("organizations:list")]
    readers = [Reader(address) for address in pages]

    make.remark_on(consultation, "par_1")

    assert [reader.status_again() for reader in readers] == [200] * len(readers)


def test_a_withdrawn_remark_is_gone_at_once() -> None:
    consultation = make.open_consultation()
    remark = make.remark_on(consultation, "par_1", text="Wycofam to.")
    readers = [Reader(address) for address in of_remarks(consultation)]

    remarks.withdraw_remark(remark=remark)

    for reader in readers:
        assert reader.status_again() == 200
        assert "Wycofam to." not in Client().get(reader.address).content.decode()


def test_a_changed_remark_is_shown_as_it_reads_now() -> None:
    consultation = make.open_consultation()
    remark = make.remark_on(consultation, "par_1", text="Pierwsza myśl.")
    readers = [Reader(address) for address in of_remarks(consultation)]

    remarks.change_remark(remark=remark, content=RemarkContent(text="Druga myśl."))

    for reader in readers:
        assert reader.status_again() == 200
        page = Client().get(reader.address).content.decode()
        assert "Druga myśl." in page
        assert "Pierwsza myśl." not in page


def test_supports_are_counted_as_they_come_and_go() -> None:
    consultation = make.open_consultation()
    remark, supporter = make.remark_on(consultation, "par_1"), UserFactory()
    address = of_remarks(consultation)[0]
    before = Reader(address)

    remarks.support_remark(remark=remark, user=supporter)
    supported = Reader(address)
    remarks.stop_supporting_remark(remark=remark, user=supporter)

    assert before.etag != supported.etag
    assert supported.status_again() == 200
    assert before.status_again() == 304  # the page is again what that browser has


def test_a_new_stage_is_seen() -> None:
    consultation = make.open_consultation()
    pages = [a for a in addresses(consultation) if a != reverse("organizations:list")]
    readers = [Reader(address) for address in pages]

    stages.change_stage(
        consultation=consultation, target=Stage.CANCELLED, reason="Błąd w projekcie."
    )

    assert [reader.status_again() for reader in readers] == [200] * len(readers)


def test_another_language_is_another_page() -> None:
    reader = Reader(make.open_consultation().get_absolute_url(), **{"Accept-Language": "pl"})

    assert reader.status_again(**{"Accept-Language": "de"}) == 200
    assert reader.status_again(**{"Accept-Language": "pl"}) == 304


def test_the_part_for_htmx_is_not_taken_for_the_page() -> None:
    consultation = make.open_consultation()
    reader = Reader(reverse("consultations:provision", args=[consultation.slug, "par_1"]))

    part = reader.client.get(reader.address, headers={"HX-Request": "true"})

    assert b"<html" not in part.content
    assert b"<html" in reader.client.get(reader.address).content


def test_signed_in_people_get_pages_of_their_own(as_user: SignIn) -> None:
    consultation = make.open_consultation()
    person = UserFactory()

    for address in addresses(consultation):
        anonymous = Reader(address)
        client = as_user(person)

        page = client.get(address, headers={"If-None-Match": anonymous.etag})

        assert page.status_code == 200
        assert "ETag" not in page
        assert person.email in page.content.decode()
        assert person.email not in Client().get(address).content.decode()


def test_a_persons_support_is_not_shown_to_others(as_user: SignIn) -> None:
    consultation = make.open_consultation()
    remark, supporter = make.remark_on(consultation, "par_1"), UserFactory()
    address = of_remarks(consultation)[1]
    remarks.support_remark(remark=remark, user=supporter)

    own = as_user(supporter).get(address).content.decode()

    assert "popieram/" in own
    assert "popieram/" not in Client().get(address).content.decode()


def test_a_waiting_message_is_shown_once_and_to_its_reader_only() -> None:
    address = make.open_consultation().get_absolute_url()
    reader = Reader(address)
    reader.client.cookies["messages"] = "waiting"

    assert reader.status_again() == 200
    assert "ETag" not in reader.client.get(address)


def test_a_draft_stays_unseen_when_its_announced_page_is_remembered() -> None:
    address = make.new_consultation().get_absolute_url()

    assert Client().get(address).status_code == 404


def test_forms_on_a_remembered_page_work_for_each_reader() -> None:
    address = make.open_consultation().get_absolute_url()
    tokens = set()

    for _number in range(2):
        client = Client(enforce_csrf_checks=True)
        token = form_token(client.get(address).content.decode())
        answer = client.post(
            reverse("set_language"), {"language": "de", "csrfmiddlewaretoken": token}
        )
        assert answer.status_code == 302
        tokens.add(token)

    assert len(tokens) == 2


def test_a_browser_that_lost_its_cookie_gets_a_page_whose_forms_work() -> None:
    reader = Reader(make.open_consultation().get_absolute_url())
    del reader.client.cookies[settings.CSRF_COOKIE_NAME]

    assert reader.status_again() == 200


def test_proxies_keep_nothing_and_browsers_ask_each_time() -> None:
    page = Client().get(make.open_consultation().get_absolute_url())

    assert page["Cache-Control"] == "private, no-cache"
    assert {"Cookie", "Accept-Language", "HX-Request"} <= set(page["Vary"].split(", "))
