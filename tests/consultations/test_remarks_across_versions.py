"""A form opened before a new version was published stays about the text that was read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from accounts.models import User
from consultations.models import Consultation, Remark, RemarkDraft
from tests.accounts.factories import UserFactory
from tests.consultations import factories as make
from tests.consultations.remark_form import send
from tests.consultations.versions import publish, uploaded_version

pytestmark = pytest.mark.django_db
SignIn = Callable[[Any], Client]
TYPED = {"text": "Proszę o dłuższy termin.", "proposed_wording": "§ 4. Po miesiącu."}


@pytest.fixture
def author() -> User:
    return UserFactory()


@pytest.fixture
def consultation() -> Consultation:
    """In version 2, § 3 became § 4 unchanged, § 4 became § 5 with other words, a point went."""
    consultation = make.open_consultation()
    publish(uploaded_version(consultation))
    consultation.refresh_from_db()
    return consultation


def form_url(consultation: Consultation, eid: str, version: int | str = "") -> str:
    url = reverse("consultations:submit_remark", args=[consultation.slug])
    return f"{url}?jednostka={eid}" + (f"&wersja={version}" if version else "")


def words(response: Any) -> str:
    return " ".join(BeautifulSoup(response.content, "lxml").get_text(" ").split())


def test_the_remark_is_about_the_unit_that_was_read(
    as_user: SignIn, author: User, consultation: Consultation
) -> None:
    response = send(as_user(author), form_url(consultation, "par_4", 1), TYPED)

    remark = Remark.objects.get()
    assert response.status_code == 302
    assert (remark.version.number, remark.provision.eid) == (1, "par_4")
    assert "14 dni" in remark.provision.text
    assert remark.proposed_wording == TYPED["proposed_wording"]


def test_its_author_hears_that_the_text_has_changed_since(
    as_user: SignIn, author: User, consultation: Consultation
) -> None:
    client = as_user(author)

    page = client.get(send(client, form_url(consultation, "par_4", 1), TYPED)["Location"])

    assert "Nowsza wersja zmieniła tę jednostkę" in words(page)


def test_nothing_is_said_of_a_unit_that_only_got_another_number(
    as_user: SignIn, author: User, consultation: Consultation
) -> None:
    client = as_user(author)

    form = client.get(form_url(consultation, "par_3", 1))
    page = client.get(send(client, form_url(consultation, "par_3", 1), TYPED)["Location"])

    assert "Jest już wersja" not in words(form)
    assert "Nowsza wersja" not in words(page)
    assert Remark.objects.get().provision.text.startswith("Wykonanie uchwały")


def test_the_form_shows_what_changed_and_leads_to_the_text_in_force(
    as_user: SignIn, author: User, consultation: Consultation
) -> None:
    page = as_user(author).get(form_url(consultation, "par_4", 1))

    shown = BeautifulSoup(page.content, "lxml")
    # Whoever hears the page is told where a change begins and ends.
    marks = shown.select(".redline del, .redline ins")
    spoken = [" ".join(mark.get_text().split()) for mark in marks]
    assert spoken == ["[skreślono: 14 koniec skreślonego]", "[dodano: 30 koniec dodanego]"]
    links = [link["href"] for link in shown.select("a[href*=jednostka]")]
    assert form_url(consultation, "par_5", 2) in links


def test_words_selected_in_the_earlier_version_are_found_there(
    as_user: SignIn, author: User, consultation: Consultation
) -> None:
    send(as_user(author), form_url(consultation, "par_4", 1), TYPED | {"quote": "14 dni"})

    assert Remark.objects.get().selection[0]["exact"] == "14 dni"


def test_a_remark_on_a_removed_unit_is_still_taken(
    as_user: SignIn, author: User, consultation: Consultation
) -> None:
    client = as_user(author)
    url = form_url(consultation, "par_2__ust_1__pkt_1", 1)

    assert "tej jednostki już nie ma" in words(client.get(url))
    assert send(client, url, TYPED).status_code == 302
    removed = reverse("consultations:removed_text", args=[consultation.slug])
    assert TYPED["text"] in words(client.get(removed))


def test_a_version_that_does_not_exist_or_is_not_public_is_not_found(
    as_user: SignIn, author: User, consultation: Consultation
) -> None:
    client = as_user(author)

    for version in ("9", "x", "99999"):
        assert client.get(form_url(consultation, "par_4", version)).status_code == 404


def test_drafts_of_units_with_the_same_address_do_not_meet(
    as_user: SignIn, author: User, consultation: Consultation
) -> None:
    client = as_user(author)
    save = reverse("consultations:save_draft", args=[consultation.slug])

    client.post(f"{save}?jednostka=par_4&wersja=1", {"text": "Do wejścia w życie"})
    client.post(f"{save}?jednostka=par_4&wersja=2", {"text": "Do wykonania"})

    assert dict(RemarkDraft.objects.values_list("version__number", "text")) == {
        1: "Do wejścia w życie",
        2: "Do wykonania",
    }
    # § 4 became § 5, and its draft went along.
    assert "Do wejścia w życie" in words(client.get(form_url(consultation, "par_5", 2)))
    assert "Do wykonania" in words(client.get(form_url(consultation, "par_4", 2)))


def test_submitting_is_done_with_the_drafts_of_the_unit_in_all_versions(
    as_user: SignIn, author: User, consultation: Consultation
) -> None:
    client = as_user(author)
    save = reverse("consultations:save_draft", args=[consultation.slug])
    client.post(f"{save}?jednostka=par_4&wersja=1", {"text": "Zaczęta"})

    send(client, form_url(consultation, "par_5", 2), TYPED)

    assert not RemarkDraft.objects.exists()


def test_what_is_sent_without_a_session_keeps_its_version(
    client: Client, author: User, consultation: Consultation
) -> None:
    url = form_url(consultation, "par_4", 1)
    client.post(url, TYPED)
    client.force_login(author)

    assert TYPED["text"] in words(client.get(url))
    assert RemarkDraft.objects.get().version.number == 1


def test_the_reader_leads_to_the_form_of_the_version_it_shows(
    as_user: SignIn, author: User, consultation: Consultation
) -> None:
    page = as_user(author).get(consultation.get_absolute_url())

    links = {
        link["href"] for link in BeautifulSoup(page.content, "lxml").select("a[href*=jednostka]")
    }
    assert form_url(consultation, "par_4", 2) in links
