"""A year of the quality index: the coordinator, one member of each side, and the public."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone

from notifications.models import AddressLetter
from organizations.models import PublicBodyRole
from quality_index.domain import scores
from quality_index.domain.scores import Answer
from quality_index.models import Assessment, Score, Seat
from tests.accounts.factories import UserFactory
from tests.journeys.conftest import Visitor
from tests.organizations.factories import PublicBodyMembershipFactory
from tests.quality_index import factories as make

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

PHONE = 390


def test_a_year_from_the_invitation_to_the_public_page(
    transactional_db: None, visitor: Callable[..., Visitor]
) -> None:
    coordinator = UserFactory(email="urzad@example.org", display_name="Urszula Urzędowska")
    PublicBodyMembershipFactory(
        user=coordinator, public_body=make.county_office(), role=PublicBodyRole.COORDINATOR
    )
    office, ngo, public = visitor(), visitor(width=PHONE), visitor(width=PHONE)

    assessment = invite_a_team(office)
    score_by_personal_link(ngo, assessment)
    hand_in_for_the_other_side(assessment)
    agree_at_the_meeting(office, assessment)
    plan_and_publish(office, assessment)
    everybody_reads(public, assessment)


def invite_a_team(office: Visitor) -> Assessment:
    office.arrive_as("urzad@example.org")
    office.go("/indeks/")
    office.press("Rozpocznij samoocenę")
    until = (timezone.localdate() + timedelta(days=7)).isoformat()
    office.page.get_by_label("ostatni dzień oceny").fill(until)
    office.page.get_by_label("najmniej ocen administracji").fill("1")
    office.page.get_by_label("najmniej ocen organizacji").fill("1")
    office.press("Zapisz")
    for name, group in (("Olga Urzędowa", "official"), ("Norbert Społeczny", "ngo")):
        office.page.get_by_label("imię i nazwisko").fill(name)
        office.page.get_by_label("adres e-mail").fill(f"{group}@example.org")
        office.page.get_by_label("grupa").select_option(group)
        office.press("Dodaj")
        office.sees(f"Dodano do zespołu: {name}.")
    office.picture("01-team")
    office.press("Przegląd")
    office.press("Zaproś zespół i rozpocznij ocenę")
    office.press("Zaproś zespół i rozpocznij ocenę")
    office.sees("Do tego czasu są zapieczętowane")
    return Assessment.objects.get()


def score_by_personal_link(ngo: Visitor, assessment: Assessment) -> None:
    seat = assessment.seats.get(email="ngo@example.org")
    letter = AddressLetter.objects.get(address=seat.email)
    ngo.go("/indeks/zaproszenie/" + letter.event.context["link"].rsplit("/", 2)[1] + "/")
    ngo.sees("Nikt, także urząd, nie widzi teraz Twoich ocen.")
    ngo.press("Wzajemne informowanie się o planach")
    for key in ("plany-urzedu", "plany-organizacji", "kanaly"):
        ngo.page.locator(f"#{key}").get_by_role("radio").nth(1).check()
    ngo.page.locator("#kontakt").get_by_label("nie dotyczy").check()
    ngo.picture("02-scoring-on-phone")
    ngo.press("Zapisz i wróć do przeglądu")
    ngo.sees("Napisz, dlaczego to nie dotyczy.")
    ngo.page.locator("#kontakt").get_by_label("Komentarz").fill("Urząd dopiero powstaje.")
    ngo.press("Zapisz i wróć do przeglądu")
    ngo.sees("Zapisano oceny")
    score_the_rest(seat, 1)
    ngo.go(f"/indeks/ocena/{assessment.pk}/moja/")
    ngo.press("Oddaj ocenę")
    ngo.sees("Twoja ocena jest oddana.")


def score_the_rest(seat: Seat, level: int) -> None:
    known = Score.objects.filter(seat=seat).values("indicator")
    rest = seat.assessment.version.indicators.exclude(pk__in=known)
    scores.save_scores(seat=seat, answers={row: Answer(level) for row in rest})


def hand_in_for_the_other_side(assessment: Assessment) -> None:
    seat = assessment.seats.get(email="official@example.org")
    score_the_rest(seat, 3)
    scores.submit_scores(seat=seat)


def agree_at_the_meeting(office: Visitor, assessment: Assessment) -> None:
    office.go(assessment.get_absolute_url())
    office.press("Zakończ oceny i pokaż różnice")
    office.press("Zakończ oceny i pokaż różnice")
    office.press("My i oni")
    office.picture("03-we-and-they")
    office.press("Informacje o planach organizacji")
    office.page.get_by_role("radio").nth(2).check()
    office.page.get_by_label("Uzasadnienie").fill("Pytamy tylko niektóre organizacje.")
    office.page.get_by_label("Zdanie odrębne").fill("Norbert dałby jeden.")
    office.picture("04-agreeing")
    office.press("Zapisz uzgodnienie")
    office.sees("Uzgodniono: Informacje o planach organizacji.")
    make.agree_all(assessment, 2)


def plan_and_publish(office: Visitor, assessment: Assessment) -> None:
    office.go(assessment.get_absolute_url())
    office.press("Zatwierdź wynik")
    office.press("Zatwierdź wynik")
    office.press("Plan naprawczy")
    office.page.get_by_role("link", name="Wpisz do planu").first.click()
    office.page.get_by_label("kto odpowiada").fill("Pełnomocnik")
    office.page.get_by_label("termin").fill("2027-03-01")
    office.picture("05-action")
    office.press("Zapisz")
    office.sees("Plan zapisany.")
    office.press("Przegląd")
    office.press("Opublikuj")
    office.press("Opublikuj")
    office.press("Wyniki")
    office.picture("06-results")


def everybody_reads(public: Visitor, assessment: Assessment) -> None:
    public.go("/indeks/")
    public.press(assessment.body.name)
    public.sees("wynosi 50,0 na 100 punktów")
    public.sees("Pełnomocnik")
    public.picture("07-public-on-phone")
    public.press("Pełne wyniki i raport")
    public.sees("Norbert dałby jeden.")
