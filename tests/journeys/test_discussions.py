"""People talk: a question is asked, answered with a quotation, solved; a remark is discussed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from consultations.models import Consultation
from discussions.models import Category, Draft, Post, Thread
from pages import proof_of_work
from tests.accounts.factories import AdministratorFactory
from tests.consultations import factories as consultations
from tests.discussions import factories as make
from tests.journeys.conftest import Visitor

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def room(transactional_db: None) -> Category:
    make.old_hand(email="ngo@example.org", display_name="Natalia Społeczna")
    make.old_hand(email="fundacja@example.org", display_name="Franciszek Fundacyjny")
    AdministratorFactory(email="admin@example.org")
    return make.category("Pieniądze i konkursy")


def test_a_question_is_asked_answered_solved_and_kept_in_order(
    room: Category, visitor: Callable[..., Visitor]
) -> None:
    asks, answers, keeper = visitor(), visitor(width=390), visitor()

    ask(asks)
    answer(answers)
    choose(asks)
    report_and_lock(answers, keeper)


def ask(asks: Visitor) -> None:
    asks.arrive_as("ngo@example.org")
    asks.go("/rozmowy/")
    asks.press("Pieniądze i konkursy")
    asks.press("Zacznij wątek")
    asks.page.get_by_label("Temat").fill("Jak wycenić wolontariat?")
    asks.page.get_by_label("Treść").press_sequentially("Mamy 12 wolontariuszy.")
    asks.page.get_by_text("Szkic zapisany.").wait_for()
    assert Draft.objects.get().title == "Jak wycenić wolontariat?"
    asks.send("Zacznij wątek", then="Wątek rozpoczęty")
    asks.picture("01-thread")


def answer(answers: Visitor) -> None:
    thread = Thread.objects.get()
    answers.arrive_as("fundacja@example.org")
    answers.go(thread.get_absolute_url())
    answers.page.get_by_role("link", name="Cytuj").click()
    answers.look()
    box = answers.page.get_by_label("Treść")
    assert box.input_value() == "@Natalia Społeczna:\n> Mamy 12 wolontariuszy.\n\n"
    box.fill(box.input_value() + "Stawka jak dla pracownika.")
    answers.send("Wyślij", then="Stawka jak dla pracownika.")
    answers.picture("02-answer-on-a-phone")
    assert [mention.name for mention in Post.objects.get(number=2).mentions.all()] == [
        "Natalia Społeczna"
    ]


def choose(asks: Visitor) -> None:
    asks.go("/konto/")
    asks.press("Jak wycenić wolontariat?")
    asks.page.get_by_role("button", name="To jest rozwiązanie").click()
    asks.look()
    asks.sees("Rozwiązanie znajdziesz we wpisie nr 2.")
    asks.picture("03-solved")


def report_and_lock(answers: Visitor, keeper: Visitor) -> None:
    thread = Thread.objects.get()
    answers.go(thread.get_absolute_url())
    answers.page.get_by_role("link", name="Zgłoś naruszenie").click()
    answers.look()
    answers.page.get_by_label("reklama lub spam").check()
    answers.press("Wyślij zgłoszenie")

    keeper.arrive_as("admin@example.org")
    keeper.go("/rozmowy/moderacja/")
    keeper.sees("Mamy 12 wolontariuszy.")
    keeper.picture("04-queue")
    keeper.press("Oddal zgłoszenia")
    keeper.page.get_by_label("Uzasadnienie").fill("To zwykłe pytanie.")
    keeper.press("Oddal zgłoszenia")
    keeper.go(f"{thread.get_absolute_url()}moderacja/")
    keeper.page.locator("#id_lock-reason").fill("Wyczerpany")
    keeper.press("Zamknij")
    keeper.sees("Wątek jest zamknięty")


def test_a_remark_is_talked_about_without_javascript(
    room: Category, visitor: Callable[..., Visitor], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(proof_of_work, "LEAST_SECONDS", -1)
    consultation: Consultation = consultations.open_consultation()
    remark = consultations.remark_on(consultation)
    ngo = visitor(javascript=False)

    ngo.page.goto(f"{ngo.base}/konto/login/")
    ngo.page.fill("[name=login]", "ngo@example.org")
    ngo.page.fill("[name=password]", "haslo-testowe-123")
    ngo.page.click("main button[type=submit]")
    ngo.page.goto(f"{ngo.base}{remark.get_absolute_url()}")
    ngo.page.get_by_text("Zabierz głos").click()
    ngo.page.get_by_label("Treść").fill("Zgadzam się z tą uwagą.")
    ngo.page.get_by_role("button", name="Wyślij").click()

    ngo.sees("Zgadzam się z tą uwagą.")
    ngo.picture("talk-under-a-remark")
    assert Post.objects.get().thread.subject == remark
