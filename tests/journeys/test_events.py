"""An event as people live it: registering, organising, exhibiting, standing at the door."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from events.models import CheckIn, Event, Exhibitor, Sector, SessionSignup, Stand
from tests.accounts.factories import UserFactory
from tests.events import factories as make
from tests.journeys.conftest import Visitor

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def event(transactional_db: None) -> Event:
    make.official(email="urzad@example.org", display_name="Urszula Urzędowska")
    event = make.announced(
        title="Targi i forum", exhibitors_until=make.in_days(9), votes_for_stands=True
    )
    make.pool(event, Sector.NGO, 2)
    make.pool(event, Sector.ADMINISTRATION, 2)
    make.session(event, title="Warsztat uwag", kind="workshop", capacity=3)
    return make.published_programme(event)


def test_a_participant_on_a_phone_without_an_account(
    event: Event, visitor: Callable[..., Visitor]
) -> None:
    guest = visitor(width=390)
    guest.go("/wydarzenia/")
    guest.press(event.title)
    guest.press("Program")
    guest.picture("01-programme-on-phone")
    guest.go(f"{event.get_absolute_url()}zapisy/")
    guest.press("Zapisz się")
    guest.page.get_by_role("button", name="Zapisz się", exact=True).click()
    guest.page.get_by_text("To pole jest wymagane.").first.wait_for()
    guest.look()
    guest.page.fill("[name=full_name]", "Ewa Gościnna")
    guest.page.fill("[name=email]", "ewa@example.org")
    guest.page.get_by_label("organizacja pozarządowa").check()
    guest.page.fill("[name=organization_name]", "Fundacja Gość")
    guest.page.select_option("[name=county]", label="powiat nyski")
    guest.page.get_by_label("pętla indukcyjna").check()
    guest.page.check("[name=knows_privacy]")
    guest.page.get_by_role("button", name="Zapisz się", exact=True).click()
    guest.page.wait_for_url("**/zgloszenie/**")
    guest.sees("miejsce potwierdzone")
    guest.look()
    guest.picture("02-own-registration")
    guest.press("Zapisz mnie")
    guest.sees("Masz miejsce na sesji.")
    assert SessionSignup.objects.get().session.title == "Warsztat uwag"
    guest.press("Zrezygnuj")
    guest.press("Rezygnuję")
    guest.sees("rezygnacja")
    assert event.registrations.get().state == "cancelled"
    assert not SessionSignup.objects.exists()


def test_an_organiser_arranges_and_publishes(event: Event, visitor: Callable[..., Visitor]) -> None:
    office = visitor()
    office.arrive_as("urzad@example.org")
    office.go(f"{event.get_absolute_url()}organizacja/")
    for part in ("Ustawienia", "Uczestnicy", "Listy", "Targi", "Zespół", "Raport", "Program"):
        office.press(part)
    office.press("Dodaj sesję")
    office.page.get_by_label("tytuł").fill("Debata końcowa")
    office.press("Zapisz")
    office.go(f"{event.get_absolute_url()}organizacja/program/")
    office.picture("01-editor")
    card = office.page.locator(".placed", has_text="Debata końcowa")
    cell = office.page.locator("[data-drop-room]").nth(6)
    dragged = {"dataTransfer": office.page.evaluate_handle("new DataTransfer()")}
    card.dispatch_event("dragstart", dragged)
    cell.dispatch_event("dragover", dragged)
    cell.dispatch_event("drop", dragged)
    office.sees("Przeniesiono: Debata końcowa.")
    placed = event.sessions.get(title="Debata końcowa")
    assert placed.room is not None
    assert placed.starts_at is not None
    office.page.get_by_text("Ogłoś program").first.click()
    office.page.get_by_role("button", name="Ogłoś program").click()
    office.sees("Ogłoszono program, wersja 2")
    office.go(f"{event.get_absolute_url()}program/?widok=siatka")
    office.sees("Debata końcowa")


def test_an_exhibitor_gets_a_stand(event: Event, visitor: Callable[..., Visitor]) -> None:
    _user, organization = make.representative(user=UserFactory(email="ngo@example.org"))
    Stand.objects.create(event=event, label="A1", x=2, y=2)
    ngo, office = visitor(), visitor()
    ngo.arrive_as("ngo@example.org")
    ngo.go(f"{event.get_absolute_url()}stoiska/")
    ngo.press("Zgłoś stoisko swojej organizacji")
    ngo.page.fill("[name=offer]", "Miód i rozmowy")
    ngo.page.fill("[name=people]", "Ala i Ola")
    ngo.page.fill("[name=contact_phone]", "500600700")
    ngo.press("Wyślij")
    ngo.sees("Zgłoszenie przyjęte")

    office.arrive_as("urzad@example.org")
    office.go(f"{event.get_absolute_url()}organizacja/wystawcy/")
    office.press(organization.name)
    office.page.get_by_label("przyjmij").check()
    office.press("Zapisz decyzję")
    office.page.select_option("[name=stoisko-stand]", label="A1")
    office.press("Przydziel")
    assert Exhibitor.objects.get().stand.label == "A1"

    ngo.go(f"{event.get_absolute_url()}stoiska/")
    ngo.page.get_by_role("link", name=f"A1: {organization.name}").click()
    ngo.sees("Miód i rozmowy")
    ngo.look()


def test_the_door_on_a_phone_goes_on_without_a_network(
    event: Event, visitor: Callable[..., Visitor]
) -> None:
    first = make.registered(event, full_name="Ewa Pierwsza")
    second = make.registered(event, full_name="Ola Druga")
    make.moved(event, timezone.now() - timedelta(hours=1))
    door = visitor(width=390)
    door.arrive_as("urzad@example.org")
    door.go(f"{event.get_absolute_url()}organizacja/wejscie/skaner/")
    page = door.page
    page.wait_for_selector("[data-door][data-ready]")
    page.evaluate("navigator.serviceWorker.ready")

    page.fill("#kod", first.code)
    page.get_by_role("button", name="Wpuść", exact=True).click()
    expect(page.locator("[data-status]")).to_have_text(
        "Połączono. Wszystko wysłane. Na liście: 1 / 2"
    )
    assert CheckIn.objects.get().registration == first

    page.reload()
    page.wait_for_selector("[data-door][data-ready]")
    page.context.set_offline(True)
    page.reload()
    page.wait_for_selector("[data-door][data-ready]")
    page.fill("#kod", "druga")
    page.get_by_role("button", name="Wpuść", exact=True).click()
    page.get_by_role("button", name="Wpuść: Ola Druga").click()
    expect(page.locator("[data-answer]")).to_contain_text("Wejście zapisane.")
    expect(page.locator("[data-status]")).to_contain_text("Do wysłania: 1")
    page.fill("#kod", first.code)
    page.get_by_role("button", name="Wpuść", exact=True).click()
    expect(page.locator("[data-answer]")).to_contain_text("Ten bilet już wszedł")
    door.picture("01-door-offline")

    page.context.set_offline(False)
    expect(page.locator("[data-status]")).to_have_text(
        "Połączono. Wszystko wysłane. Na liście: 2 / 2", timeout=20_000
    )
    assert set(CheckIn.objects.values_list("registration", flat=True)) == {first.pk, second.pk}
