"""Notices on devices, sent to a push service that runs here and decrypts them."""

from __future__ import annotations

import io
import json
import time
from collections.abc import Callable, Iterator
from datetime import time as clock
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from accounts.models import User
from notifications.domain.preferences import Choice, choose, set_general
from notifications.domain.push_sending import pushes_are_waiting, send_due_pushes
from notifications.domain.web_push import base64url, sender_keys
from notifications.domain.web_push.encryption import encrypt
from notifications.domain.web_push.services import is_known
from notifications.models import Channel, Delivery, OutboxEvent, PushDevice, WorkState
from tests.accounts.factories import UserFactory
from tests.notifications.push_server import FakeBrowser, PushServer, claims_of

Happen = Callable[..., OutboxEvent]
PAGE = "/powiadomienia/urzadzenia/"


@pytest.fixture(scope="module")
def push_server() -> Iterator[PushServer]:
    """A push service."""
    server = PushServer()
    server.start()
    yield server
    server.stop()


@pytest.fixture(autouse=True)
def _configured(settings: Any, push_server: PushServer) -> None:
    settings.PUSH_PRIVATE_KEY = sender_keys.new_private_key()
    settings.PUSH_SERVICES = [push_server.origin]
    settings.BASE_URL = "https://portal.example.org"
    push_server.received.clear()
    push_server.answers.clear()


@pytest.fixture
def phone() -> FakeBrowser:
    """The follower's phone."""
    return FakeBrowser()


@pytest.fixture
def device(follower: User, phone: FakeBrowser, push_server: PushServer) -> PushDevice:
    """The phone as the portal knows it."""
    return known_device(follower, phone, f"{push_server.origin}/telefon")


def known_device(user: User, browser: FakeBrowser, endpoint: str) -> PushDevice:
    """A device of a person."""
    return PushDevice.objects.create(
        user=user,
        name="Telefon",
        endpoint=endpoint,
        public_key=base64url.encode(browser.public),
        secret=base64url.encode(browser.secret),
    )


def wants_push(user: User) -> None:
    """Choose notices on devices for news."""
    choose(user, {"tests.news": Choice(inbox=True, email="never", push=True)})


def the_push() -> Delivery:
    """The only notice."""
    return Delivery.objects.get(channel=Channel.PUSH)


def test_the_example_of_the_rfc_comes_out_byte_for_byte() -> None:
    """RFC 8291, appendix A."""
    number = int.from_bytes(base64url.decode("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw"), "big")

    body = encrypt(
        b"When I grow up, I want to be a watermelon",
        browser_key=base64url.decode(
            "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"
        ),
        browser_secret=base64url.decode("BTBZMqHH6r4Tts7J_aSIgg"),
        own_key=ec.derive_private_key(number, ec.SECP256R1()),
        salt=base64url.decode("DGv6ra1nlYgDCS1FRnbzlw"),
    )

    assert base64url.encode(body) == (
        "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27ml"
        "mlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPT"
        "pK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN"
    )


def test_the_phone_reads_title_and_link_and_nothing_else(
    happen: Happen,
    follower: User,
    subject: User,
    device: PushDevice,
    phone: FakeBrowser,
    push_server: PushServer,
) -> None:
    wants_push(follower)
    happen()

    assert send_due_pushes() == 1

    (request,) = push_server.received
    assert json.loads(phone.decrypt(request.body)) == {
        "title": "Nowość: Nowy projekt",
        "url": f"https://portal.example.org/nowosci/{subject.pk}/",
        "tag": f"delivery-{the_push().pk}",
    }
    assert b"Nowy projekt" not in request.body
    assert (request.headers["TTL"], request.headers["Urgency"]) == ("86400", "normal")
    assert the_push().state == WorkState.DONE
    device.refresh_from_db()
    assert device.reached_at


def test_the_service_can_check_who_sends(
    happen: Happen, follower: User, device: PushDevice, push_server: PushServer, settings: Any
) -> None:
    wants_push(follower)
    happen()
    send_due_pushes()

    key = base64url.decode(sender_keys.public_key())
    claims = claims_of(push_server.received[0].headers["Authorization"], key)

    assert (claims["aud"], claims["sub"]) == (push_server.origin, settings.PUSH_CONTACT)
    assert time.time() < claims["exp"] < time.time() + 24 * 3600


def test_urgent_kinds_come_to_the_phone_by_default(
    happen: Happen, follower: User, device: PushDevice, push_server: PushServer
) -> None:
    happen("tests.news")
    happen("tests.urgent")

    send_due_pushes()

    assert [request.headers["Urgency"] for request in push_server.received] == ["high"]


def test_without_a_device_nothing_is_queued(happen: Happen, follower: User) -> None:
    wants_push(follower)

    happen()

    assert list(Delivery.objects.values_list("channel", flat=True)) == ["inbox"]


@pytest.mark.parametrize("status", [404, 410])
def test_a_device_that_is_gone_is_forgotten(
    happen: Happen, follower: User, device: PushDevice, push_server: PushServer, status: int
) -> None:
    push_server.answers["/telefon"] = status
    wants_push(follower)
    happen()

    send_due_pushes()

    assert not PushDevice.objects.exists()
    assert (the_push().state, the_push().last_error) == (WorkState.DROPPED, "No device is left.")


@pytest.mark.parametrize("status", [429, 503])
def test_a_busy_service_is_asked_again_later(
    happen: Happen, follower: User, device: PushDevice, push_server: PushServer, status: int
) -> None:
    push_server.answers["/telefon"] = status
    wants_push(follower)
    happen()

    send_due_pushes()

    row = the_push()
    assert (row.state, row.attempts) == (WorkState.PENDING, 1)
    assert row.due_at > row.created_at
    push_server.answers.clear()
    Delivery.objects.update(due_at=row.created_at)
    send_due_pushes()
    assert the_push().state == WorkState.DONE


def test_a_service_that_cannot_be_reached_is_asked_again_later(
    happen: Happen, follower: User, phone: FakeBrowser, settings: Any
) -> None:
    settings.PUSH_SERVICES = ["http://127.0.0.1:9"]
    known_device(follower, phone, "http://127.0.0.1:9/x")
    wants_push(follower)
    happen()

    send_due_pushes()

    assert the_push().state == WorkState.PENDING


def test_a_refused_notice_is_parked_for_the_administrator(
    happen: Happen, follower: User, device: PushDevice, push_server: PushServer
) -> None:
    push_server.answers["/telefon"] = 403
    wants_push(follower)
    happen()

    send_due_pushes()

    assert (the_push().state, the_push().last_error) == (WorkState.PARKED, "403 Forbidden")
    assert PushDevice.objects.exists()


def test_one_dead_device_does_not_keep_the_other_from_it(
    happen: Happen, follower: User, device: PushDevice, push_server: PushServer
) -> None:
    known_device(follower, FakeBrowser(), f"{push_server.origin}/stary")
    push_server.answers["/stary"] = 410
    wants_push(follower)
    happen()

    send_due_pushes()

    assert the_push().state == WorkState.DONE
    assert [row.endpoint for row in PushDevice.objects.all()] == [device.endpoint]


def test_quiet_hours_hold_for_phones_too(
    happen: Happen, follower: User, device: PushDevice
) -> None:
    wants_push(follower)
    set_general(follower, email_paused=False, quiet_from=clock(0), quiet_until=clock(23, 59, 59))

    happen()

    assert the_push().due_at > the_push().created_at
    assert not pushes_are_waiting()


@pytest.mark.parametrize(
    "endpoint",
    [
        "https://127.0.0.1/x",
        "http://fcm.googleapis.com/x",
        "https://fcm.googleapis.com.example.org/x",
        "https://example.org#.push.apple.com",
        "https://example.org:443@web.push.apple.com/x",
        "https://example.org\\.push.apple.com/x",
    ],
)
def test_only_known_services_are_called(settings: Any, endpoint: str) -> None:
    settings.PUSH_SERVICES = ["https://fcm.googleapis.com", "https://*.push.apple.com"]

    assert is_known("https://web.push.apple.com/QK")
    assert not is_known(endpoint)


def add(client: Client, browser: FakeBrowser, address: str, **changes: str) -> None:
    """What the page's script sends."""
    form = {
        "name": "Chrome, Linux",
        "endpoint": address,
        "public_key": base64url.encode(browser.public),
        "secret": base64url.encode(browser.secret),
        **changes,
    }
    client.post(f"{PAGE}dodaj/", form)


def test_a_person_adds_renames_and_removes_a_device(
    client: Client, follower: User, phone: FakeBrowser, push_server: PushServer
) -> None:
    client.force_login(follower)

    add(client, phone, f"{push_server.origin}/nowy")
    device = PushDevice.objects.get(user=follower)
    client.post(f"{PAGE}{device.pk}/nazwij/", {"name": "Mój telefon"})
    assert "Mój telefon" in client.get(PAGE).content.decode()

    client.post(f"{PAGE}{device.pk}/usun/")
    assert not PushDevice.objects.exists()


def test_the_browser_is_named_before_anybody_types(client: Client, follower: User) -> None:
    client.force_login(follower)
    firefox = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:131.0) Gecko/20100101 Firefox/131.0"

    page = client.get(PAGE, headers={"user-agent": firefox}).text
    unknown = client.get(PAGE, headers={"user-agent": "?" * 300}).text

    assert 'value="Firefox, Windows"' in page
    assert f'value="{"?" * 60}"' in unknown


def test_others_devices_are_out_of_reach(client: Client, device: PushDevice) -> None:
    client.force_login(UserFactory())

    assert f"/{device.pk}/usun/" not in client.get(PAGE).content.decode()
    for action in ("nazwij", "usun"):
        response = client.post(f"{PAGE}{device.pk}/{action}/", {"name": "x"})
        assert response.status_code == 404


def test_a_browser_belongs_to_whoever_signed_in_last(
    client: Client, device: PushDevice, phone: FakeBrowser
) -> None:
    other = UserFactory()
    client.force_login(other)

    add(client, phone, device.endpoint)

    assert PushDevice.objects.get().user == other


@pytest.mark.parametrize(
    "changes",
    [
        {"endpoint": "https://example.org/x"},
        {"public_key": "AAAA"},
        {"secret": "AAAA"},
        {"secret": "ąę"},
        {"public_key": ""},
        {"name": ""},
    ],
)
def test_what_no_browser_gives_is_refused_with_a_word(
    client: Client,
    follower: User,
    phone: FakeBrowser,
    push_server: PushServer,
    changes: dict[str, str],
) -> None:
    client.force_login(follower)

    add(client, phone, f"{push_server.origin}/x", **changes)

    assert not PushDevice.objects.exists()
    assert "nie podała tego" in client.get(PAGE).content.decode()


def test_without_a_key_the_portal_offers_nothing(
    client: Client, follower: User, device: PushDevice, happen: Happen, settings: Any
) -> None:
    settings.PUSH_PRIVATE_KEY = ""
    wants_push(follower)
    client.force_login(follower)

    happen()

    assert not Delivery.objects.filter(channel=Channel.PUSH).exists()
    assert client.get(PAGE).status_code == 404
    page = client.get("/powiadomienia/ustawienia/").content.decode()
    assert PAGE not in page
    assert "-push" not in page


def test_the_preferences_have_a_column_for_devices(client: Client, follower: User) -> None:
    client.force_login(follower)

    page = client.get("/powiadomienia/ustawienia/")

    assert "tests.news-push" in page.context["form"].fields
    assert PAGE in page.content.decode()


def test_the_command_makes_a_key_that_works(settings: Any) -> None:
    out = io.StringIO()
    call_command("make_push_keys", stdout=out)

    settings.PUSH_PRIVATE_KEY = out.getvalue().strip().removeprefix("PUSH_PRIVATE_KEY=")

    assert len(base64url.decode(sender_keys.public_key())) == 65


def test_the_worker_reaches_no_further_than_notifications(client: Client, db: None) -> None:
    response = client.get(reverse("notifications:push_worker"))

    assert response["Content-Type"] == "text/javascript"
    assert "Service-Worker-Allowed" not in response
