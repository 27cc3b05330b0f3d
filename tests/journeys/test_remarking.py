"""Remarking as people do it: on chosen words, without JavaScript, and answered together."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from consultations.models import Consultation, Position, Remark, RemarkDraft, RemarkGroup, Stage
from pages import proof_of_work
from tests.accounts.factories import UserFactory
from tests.consultations import factories as make
from tests.journeys.conftest import Visitor
from tests.notifications.mail_server import MailServer

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

# Selects words of a unit as a finger or a mouse does: by moving the document's selection.
SELECT = """
([eid, words]) => {
  const text = document.querySelector(`[data-words="${eid}"]`).firstChild;
  const start = text.data.indexOf(words);
  document.getSelection().setBaseAndExtent(text, start, text, start + words.length);
}
"""


@pytest.fixture
def consultation(transactional_db: None) -> Consultation:
    make.official(email="urzad@example.org", display_name="Urszula Urzędowska")
    UserFactory(email="ngo@example.org", display_name="Natalia Społeczna")
    UserFactory(email="obywatel@example.org", display_name="Oskar Obywatelski")
    return make.open_consultation()


def test_chosen_words_are_remarked_on_supported_answered_and_told(
    consultation: Consultation,
    post_office: MailServer,
    worker: None,
    visitor: Callable[..., Visitor],
) -> None:
    ngo, citizen, office = visitor(), visitor(width=390), visitor()

    remark_on_chosen_words(ngo, consultation)
    support_it(citizen, consultation)
    say_the_same(citizen, consultation)
    answer_both_together(office, consultation)
    publish(consultation)
    both_hear_of_it(post_office)


def remark_on_chosen_words(ngo: Visitor, consultation: Consultation) -> None:
    ngo.arrive_as("ngo@example.org")
    ngo.go(consultation.get_absolute_url())
    ngo.page.evaluate(SELECT, ["par_2__ust_2", "otwartego konkursu"])
    ngo.page.get_by_role("link", name="Uwaga do zaznaczenia").wait_for()
    ngo.picture("01-chosen-words")
    ngo.press("Uwaga do zaznaczenia")
    assert ngo.page.locator("mark").inner_text() == "otwartego konkursu"
    ngo.page.get_by_label("treść uwagi").press_sequentially("Także tryb pozakonkursowy.")
    ngo.page.get_by_text("Szkic zapisany.").wait_for()
    assert RemarkDraft.objects.get().text == "Także tryb pozakonkursowy."
    ngo.picture("02-remark-with-draft")

    ngo.go(consultation.get_absolute_url())
    ngo.go("/konto/")
    ngo.press("Także tryb pozakonkursowy.")
    ngo.send("Złóż uwagę", then="uwaga nr 1 została złożona")
    ngo.picture("03-remark")
    remark = Remark.objects.get()
    assert remark.selection[0]["exact"] == "otwartego konkursu"
    assert not RemarkDraft.objects.exists()


def support_it(citizen: Visitor, consultation: Consultation) -> None:
    citizen.arrive_as("obywatel@example.org")
    citizen.go(f"{consultation.get_absolute_url()}jednostka/par_2__ust_2/")
    citizen.page.get_by_role("button", name="Popieram").click()
    citizen.page.get_by_role("button", name="Popierasz").wait_for()
    citizen.look()
    citizen.picture("04-supported-on-phone")


def say_the_same(citizen: Visitor, consultation: Consultation) -> None:
    citizen.go(f"{consultation.get_absolute_url()}zglos/?jednostka=par_2__ust_2")
    citizen.page.fill("[name=text]", "Także tryb pozakonkursowy!")
    citizen.picture("05-form-on-phone")
    citizen.send("Złóż uwagę", then="uwaga nr 2 została złożona")


def answer_both_together(office: Visitor, consultation: Consultation) -> None:
    office.arrive_as("urzad@example.org")
    office.go(f"{consultation.get_absolute_url()}stanowiska/")
    office.page.keyboard.press("j")
    office.page.keyboard.press("j")
    assert office.page.evaluate("document.activeElement.textContent") == "2"
    office.page.keyboard.press("x")
    assert office.page.locator("input[name=numer]:checked").count() == 1
    office.picture("06-workbench")
    office.press("Grupy i podobne uwagi")
    office.picture("07-suggestions")
    office.press("Połącz w grupę")
    office.page.get_by_label("uwzględniona", exact=True).check()
    office.page.get_by_label("Uzasadnienie stanowiska").fill("Dodamy tryb pozakonkursowy.")
    office.picture("08-group")
    office.press("Zapisz i zatwierdź")
    office.sees("Stanowisko zapisane przy 2 uwagach")
    assert RemarkGroup.objects.get().remarks.count() == 2
    assert set(Position.objects.values_list("reasons", flat=True)) == {
        "Dodamy tryb pozakonkursowy."
    }


def publish(consultation: Consultation) -> None:
    make.publish_results(consultation)
    assert consultation.stage == Stage.PUBLISHED


def both_hear_of_it(post_office: MailServer) -> None:
    deadline = timezone.now() + timedelta(seconds=30)
    while timezone.now() < deadline and len(answers_in(post_office)) < 2:
        post_office.wait_for(len(post_office.letters) + 1, timeout=2)
    letters = answers_in(post_office)
    assert {letter["To"] for letter in letters} == {"ngo@example.org", "obywatel@example.org"}
    for letter in letters:
        assert "Dodamy tryb pozakonkursowy." in letter.get_body(("plain",)).get_content()


def answers_in(post_office: MailServer) -> list[Any]:
    return [letter for letter in post_office.letters if "Odpowiedź" in str(letter["Subject"])]


def test_a_draft_survives_a_lost_session(
    consultation: Consultation, visitor: Callable[..., Visitor]
) -> None:
    ngo = visitor()
    ngo.arrive_as("ngo@example.org")
    ngo.go(f"{consultation.get_absolute_url()}zglos/?jednostka=par_1")
    ngo.page.context.clear_cookies(name="sessionid")

    ngo.page.get_by_label("treść uwagi").press_sequentially("Tego nie wolno zgubić.")
    ngo.page.get_by_text("Sesja wygasła.").wait_for()
    ngo.picture("01-session-lost")
    ngo.page.get_by_role("button", name="Złóż uwagę").click()
    ngo.page.wait_for_url("**/konto/login/**")
    ngo.page.fill("[name=login]", "ngo@example.org")
    ngo.page.fill("[name=password]", "haslo-testowe-123")
    ngo.page.click("main button[type=submit]")
    ngo.page.wait_for_url("**/zglos/**")

    assert ngo.page.get_by_label("treść uwagi").input_value() == "Tego nie wolno zgubić."
    ngo.look()


def test_a_remark_without_javascript(
    consultation: Consultation,
    visitor: Callable[..., Visitor],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    reader = visitor(width=390, javascript=False)
    # The moment of patience that is asked of such forms has passed already.
    monkeypatch.setattr(proof_of_work, "LEAST_SECONDS", -1)
    page = reader.page
    page.goto(f"{reader.base}/konto/login/")
    page.fill("[name=login]", "ngo@example.org")
    page.fill("[name=password]", "haslo-testowe-123")
    page.click("main button[type=submit]")

    page.goto(f"{reader.base}{consultation.get_absolute_url()}")
    page.locator("#par_2__ust_2").get_by_role("link", name="Zgłoś uwagę").first.click()
    page.fill("[name=quote]", "otwartego konkursu")
    page.fill("[name=text]", "Bez skryptów też się da.")
    reader.picture("01-form-without-javascript")
    page.get_by_role("button", name="Złóż uwagę").click()
    reader.sees("uwaga nr 1 została złożona")
    reader.picture("02-remark-without-javascript")

    remark = Remark.objects.get()
    assert remark.text == "Bez skryptów też się da."
    assert remark.selection[0]["exact"] == "otwartego konkursu"
