"""The needs analysis as people live it: opened, half answered, finished later, shown to all."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from organizations.domain.respondents import respondent
from organizations.models import NeedsEdition, PublicBody, PublicBodyKind
from surveys.domain import collecting
from surveys.models import Survey
from tests.accounts.factories import UserFactory
from tests.journeys.conftest import Visitor
from tests.organizations.factories import (
    OrganizationFactory,
    OrganizationMembershipFactory,
    PublicBodyMembershipFactory,
)

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def people(transactional_db: None) -> None:
    office = PublicBody.objects.get(kind=PublicBodyKind.MARSHAL)
    PublicBodyMembershipFactory(user=UserFactory(email="urzad@example.org"), public_body=office)
    OrganizationMembershipFactory(
        user=UserFactory(email="ngo@example.org"),
        organization=OrganizationFactory(name="Stowarzyszenie Nad Odrą", employees_count=2),
    )


def test_needs_are_asked_answered_in_two_sittings_and_published(
    people: None, visitor: Callable[..., Visitor]
) -> None:
    office, ngo, reader = visitor(), visitor(width=390), visitor(javascript=False)

    open_an_edition(office)
    answer_half(ngo)
    type_and_leave(ngo)
    finish(ngo)
    others_answer()
    publish(office)
    read_results(reader)


def open_an_edition(office: Visitor) -> None:
    now = timezone.localtime()
    office.arrive_as("urzad@example.org")
    office.go("/organizacje/potrzeby/")
    office.press("Nowe badanie")
    office.page.fill("[name=title]", "Potrzeby 2026")
    office.page.fill("[name=summary]", "Pytamy przed programem współpracy.")
    office.page.select_option("[name=public_body]", index=1)
    office.page.fill("[name=opens_at]", (now - timedelta(hours=1)).strftime("%Y-%m-%dT%H:%M"))
    office.page.fill("[name=closes_at]", (now + timedelta(days=9)).strftime("%Y-%m-%dT%H:%M"))
    office.press("Utwórz badanie")
    office.sees("Zaproś 1 organizację")


def answer_half(ngo: Visitor) -> None:
    ngo.sign_in("ngo@example.org")
    ngo.sees("czeka na odpowiedzi")
    ngo.go("/organizacje/potrzeby/potrzeby-2026/")
    ngo.press("Odpowiedz na pytania")
    ngo.page.fill("[name=pytania-osoby_stale]", "12")
    question = ngo.page.locator("[data-question=pytania-brak_zatrudnienia]")
    assert question.is_hidden()
    ngo.page.check("[name=pytania-zatrudnienie][value=nie]")
    assert question.is_visible()
    ngo.press("Zapisz i dokończ później")
    ngo.sees("Zapisano.")


def type_and_leave(ngo: Visitor) -> None:
    """Nobody presses a button, and yet it is kept; a press right after typing is not refused."""
    ngo.go("/organizacje/potrzeby/potrzeby-2026/")
    ngo.press("Dokończ")
    ngo.page.fill("[name=pytania-osoby_stale]", "13")
    ngo.page.get_by_text("Szkic zapisany.", exact=True).wait_for()
    ngo.page.fill("[name=pytania-osoby_stale]", "12")
    ngo.press("Zapisz i dokończ później")
    ngo.sees("Zapisano.")


def finish(ngo: Visitor) -> None:
    ngo.go("/organizacje/potrzeby/potrzeby-2026/")
    ngo.press("Dokończ")
    assert ngo.page.input_value("[name=pytania-osoby_stale]") == "12"
    ngo.press("Wyślij odpowiedzi")
    ngo.sees("Popraw formularz")
    ngo.page.check("[name=pytania-ludzie_brak][value=wolontariusze]")
    ngo.page.check("[name=pytania-wypalenie][value='3']")
    ngo.page.check("[name=pytania-lokal][value=gminny]")
    ngo.page.check("[name=pytania-budzet][value=do_100]")
    ngo.page.check("[name=pytania-szkolenia][value=prawo]")
    for place, what in enumerate(["ludzie", "lokal", "pieniadze", "umiejetnosci", "wspolpraca"], 1):
        ngo.page.select_option(f"[name=pytania-najwazniejsze__{what}]", str(place))
    ngo.page.check("[name=pytania-zgoda_dane]")
    ngo.press("Wyślij odpowiedzi")
    ngo.sees("Dziękujemy za odpowiedzi")


def others_answer() -> None:
    survey = Survey.objects.get()
    for number in range(9):
        collecting.submit(
            survey=survey,
            respondent=respondent(OrganizationFactory(employees_count=number)),
            answers={"zatrudnienie": True, "lokal": "gminny"},
            user=UserFactory(),
        )


def publish(office: Visitor) -> None:
    edition = NeedsEdition.objects.get()
    office.go(f"/ankiety/{edition.survey_id}/prowadzenie/")
    office.press("Zakończ teraz")
    office.page.fill("[name=conclusions]", "Najbardziej brakuje wolontariuszy.")
    office.press("Ogłoś wyniki")
    office.sees("Wyniki są ogłoszone.")


def read_results(reader: Visitor) -> None:
    edition = NeedsEdition.objects.visible_to(AnonymousUser()).get()
    reader.page.goto(f"{reader.base}/ankiety/{edition.survey_id}/wyniki/")
    reader.sees("Najbardziej brakuje wolontariuszy.")
    reader.page.select_option("[name=pytanie]", "lokal")
    reader.page.select_option("[name=wedlug]", "size")
    reader.page.get_by_role("button", name="Pokaż").click()
    reader.page.get_by_role("table", name="Gdzie organizacja działa na co dzień?").first.wait_for()
    reader.page.get_by_text("W lokalu gminy lub powiatu").first.wait_for()
