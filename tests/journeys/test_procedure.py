"""An official holds a consultation by the rules; a reader follows it on a phone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone

from consultations.models import Consultation, Stage
from organizations.models import OrganizationMembership, OrganizationRole
from tests.accounts.factories import UserFactory
from tests.consultations import factories as make
from tests.journeys.conftest import Visitor
from tests.organizations.factories import OrganizationFactory

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

PHONE = 390


@pytest.fixture
def consultation(transactional_db: None) -> Consultation:
    make.official(email="urzad@example.org", display_name="Urszula Urzędowska")
    OrganizationMembership.objects.create(
        user=UserFactory(), organization=OrganizationFactory(), role=OrganizationRole.OWNER
    )
    return make.in_stage(Stage.DRAFT)


def test_from_the_checklist_to_a_second_round(
    consultation: Consultation, visitor: Callable[..., Visitor]
) -> None:
    office, reader = visitor(), visitor(width=PHONE)

    office.sign_in("urzad@example.org")
    look_through_the_checklist(office, consultation)
    choose_the_extended_mode(office)
    announce_a_meeting(office)
    ask_the_council(office)
    announce_with_a_reason(office, consultation)
    invite(office)
    read_on_a_phone(reader, consultation)
    open_a_second_round(office, consultation)
    reader.go(f"{consultation.get_absolute_url()}przebieg/")
    reader.sees("Tura 2")
    reader.picture("07-rounds-on-phone")


def look_through_the_checklist(office: Visitor, consultation: Consultation) -> None:
    office.go(consultation.get_absolute_url())
    office.press("Lista kontrolna")
    office.sees("nie dostała jeszcze projektu do opinii")
    office.picture("01-checklist")
    office.press("Wróć")


def choose_the_extended_mode(office: Visitor) -> None:
    office.press("Tryb konsultacji")
    page = office.page
    page.get_by_label("rozszerzony").check()
    page.get_by_label("na wniosek rady").check()
    page.fill("[name=decided_by]", "Zarząd Województwa Opolskiego")
    page.fill("[name=basis]", "uchwała nr 12")
    office.press("Zapisz decyzję")
    office.sees("uchwała nr 12")


def announce_a_meeting(office: Visitor) -> None:
    office.press("Zapowiedz spotkanie")
    page = office.page
    starts = timezone.localtime() + timedelta(days=3)
    page.fill("[name=title]", "Debata w Nysie")
    page.fill("[name=starts_at]", starts.strftime("%Y-%m-%dT%H:%M"))
    page.fill("[name=ends_at]", (starts + timedelta(hours=2)).strftime("%Y-%m-%dT%H:%M"))
    page.fill("[name=place]", "Nysa, Rynek 1")
    office.press("Zapisz spotkanie")
    office.sees("Nysa, Rynek 1")


def ask_the_council(office: Visitor) -> None:
    office.press("Opinia rady")
    office.page.fill("[name=council_name]", "Rada Pożytku")
    office.picture("02-council")
    office.press("Zapisz i wyślij prośbę")
    office.sees("czekamy na opinię")


def announce_with_a_reason(office: Visitor, consultation: Consultation) -> None:
    office.press("Ogłoś konsultacje")
    office.sees("Opis jest bardzo krótki")
    office.picture("03-gaps")
    office.page.fill("[name=reason]", "Szczegóły są w uzasadnieniu projektu.")
    office.press("Ogłoś konsultacje")
    office.press("Ogłoszenie i plakat")
    office.sees("ogłasza konsultacje")
    office.sees("Debata w Nysie")
    office.picture("04-announcement")


def invite(office: Visitor) -> None:
    office.press("Zaproszenia")
    office.press("Policz, kogo zaproszę")
    office.sees("Zaproszenie dostanie 1 organizacja")
    office.picture("05-invitations")
    office.press("Wyślij zaproszenia")
    office.sees("Zaproszone organizacje")


def read_on_a_phone(reader: Visitor, consultation: Consultation) -> None:
    reader.go(consultation.get_absolute_url())
    reader.press("Przebieg")
    reader.sees("na wniosek rady")
    reader.picture("06-course-on-phone")
    reader.press("Debata w Nysie")
    reader.sees("Nysa, Rynek 1")


def open_a_second_round(office: Visitor, consultation: Consultation) -> None:
    make.close(consultation)
    office.go(consultation.get_absolute_url())
    office.press("Kolejna tura")
    page = office.page
    today = timezone.localdate()
    page.fill("[name=opens_on]", today.isoformat())
    page.fill("[name=closes_on]", (today + timedelta(days=14)).isoformat())
    page.fill("[name=reason]", "Rada prosiła o drugą turę.")
    page.get_by_label("Konsultujemy ponownie ten sam tekst").check()
    office.press("Zapowiedz kolejną turę")
    office.sees("Rada prosiła o drugą turę.")
