"""Notifications as a person lives them: a phone, a stopped address, counties, choices."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.core import mail
from django.db import transaction

from notifications import publish
from notifications.domain.expansion import expand_due_events
from notifications.domain.push_sending import send_due_pushes
from notifications.domain.sending import send_due_letters
from notifications.domain.suppression import Report, is_suppressed, take_report
from notifications.domain.web_push import base64url, sender_keys
from notifications.models import KindPreference, PushDevice, ReportSort, ReportSource
from tests.accounts.factories import UserFactory
from tests.consultations.factories import new_consultation
from tests.journeys.conftest import Visitor
from tests.notifications.kinds import register_test_kinds
from tests.notifications.push_server import FakeBrowser, PushServer

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

PHONE = 390
SETTINGS = "/powiadomienia/ustawienia/"
# Google's push service cannot be reached from a test: the browser gets a subscription to ours.
SUBSCRIBE = """
  const keys = %s;
  PushManager.prototype.subscribe = async (options) => {
    window.askedWith = new Uint8Array(options.applicationServerKey).length;
    return { toJSON: () => keys };
  };
"""


@pytest.fixture
def push_server(settings: Any) -> Iterator[PushServer]:
    """A push service, the only one that the portal knows."""
    server = PushServer()
    server.start()
    settings.PUSH_PRIVATE_KEY = sender_keys.new_private_key()
    settings.PUSH_SERVICES = [server.origin]
    yield server
    server.stop()


def test_a_phone_shows_what_a_person_chose(
    transactional_db: None, visitor: Callable[..., Visitor], push_server: PushServer
) -> None:
    register_test_kinds()
    person = UserFactory(email="osoba@example.org")
    browser = FakeBrowser()
    phone = visitor(width=PHONE)
    phone.page.context.grant_permissions(["notifications"], origin=phone.base)
    subscription = {
        "endpoint": f"{push_server.origin}/telefon",
        "keys": {
            "p256dh": base64url.encode(browser.public),
            "auth": base64url.encode(browser.secret),
        },
    }
    phone.page.add_init_script(
        SUBSCRIBE % json.dumps({"endpoint": subscription["endpoint"], "keys": subscription["keys"]})
    )

    phone.arrive_as("osoba@example.org")
    phone.go(SETTINGS)
    phone.press("Powiadomienia na telefonie i komputerze: Twoje urządzenia")
    phone.page.get_by_label("Nazwa urządzenia").first.fill("Mój telefon")
    phone.page.get_by_role("button", name="Włącz na tym urządzeniu").click()
    phone.sees("Powiadomienia na tym urządzeniu są włączone.")
    phone.look()
    phone.picture("01-devices")
    assert PushDevice.objects.get().name == "Mój telefon"

    phone.go(SETTINGS)
    phone.page.locator("summary", has_text="Konsultacje").click()
    phone.page.get_by_label("Urządzenie: Konsultacje się rozpoczęły").check()
    phone.picture("02-preferences")
    phone.press("Zapisz")
    phone.sees("1 zmiana")
    assert KindPreference.objects.get().push

    consultation = new_consultation(title="Program współpracy", stage="open")
    phone.page.goto(f"{phone.base}/powiadomienia/obserwowane/dziedziny/")
    phone.look()
    follow_and_publish(person, consultation)
    assert send_due_pushes() == 1
    message = json.loads(browser.decrypt(push_server.received[0].body))
    assert message["title"] == "Rozpoczęły się konsultacje: Program współpracy"
    assert shown_by_worker(phone, message) == [message["title"]]


def follow_and_publish(person: Any, consultation: Any) -> None:
    """The person follows it, and it opens."""
    from notifications import follow

    follow(person, consultation)
    facts = {"title": consultation.title, "closes_on": "2026-12-20"}
    with transaction.atomic():
        publish("consultations.opened", consultation, context=facts)
    expand_due_events()


# Browsers without windows show no notices, so what they are asked to show is noted.
NOTE_NOTICES = """() => {
  self.asked = [];
  self.registration.showNotification = async (title) => { self.asked.push(title); };
}"""


def shown_by_worker(phone: Visitor, message: dict[str, str]) -> list[str]:
    """Hand the message to the browser's service worker as a push; titles of notices it shows."""
    phone.go("/powiadomienia/urzadzenia/")
    session = phone.page.context.new_cdp_session(phone.page)
    found: list[str] = []
    session.on(
        "ServiceWorker.workerRegistrationUpdated",
        lambda event: found.extend(row["registrationId"] for row in event["registrations"]),
    )
    session.send("ServiceWorker.enable")
    phone.page.wait_for_timeout(300)
    (worker,) = phone.page.context.service_workers
    worker.evaluate(NOTE_NOTICES)
    push = {"origin": phone.base, "registrationId": found[0], "data": json.dumps(message)}
    session.send("ServiceWorker.deliverPushMessage", push)
    for _ in range(20):
        titles: list[str] = worker.evaluate("self.asked")
        if titles:
            return titles
        phone.page.wait_for_timeout(100)
    return []


def test_a_stopped_address_is_confirmed_and_counties_are_followed(
    transactional_db: None, visitor: Callable[..., Visitor], settings: Any
) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    person = UserFactory(email="adres@example.org")
    take_report(Report(person.email, ReportSort.HARD, ReportSource.SERVER, "550 5.1.1 Unknown"))
    reader = visitor(width=PHONE)

    reader.sign_in("adres@example.org")
    reader.sees("Twój adres nie przyjmuje poczty")
    reader.press("Zobacz, dlaczego, i potwierdź adres ponownie")
    reader.sees("550 5.1.1 Unknown")
    reader.picture("01-stopped")
    reader.press("Wyślij list z potwierdzeniem")
    while not mail.outbox:
        assert send_due_letters()
    link = next(word for word in str(mail.outbox[0].body).split() if "/adres/" in word)
    reader.go(link[link.index("/powiadomienia/") :])
    reader.press("Tak, dociera")
    assert not is_suppressed(person.email)

    reader.go("/powiadomienia/obserwowane/")
    reader.press("Obserwuj cały powiat albo dziedzinę")
    reader.page.get_by_label("powiat nyski").check()
    reader.picture("02-topics")
    reader.press("Zapisz")
    reader.sees("powiat nyski")
