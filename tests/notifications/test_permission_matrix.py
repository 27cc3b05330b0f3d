"""Who may open and press what, for every address of notifications."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from notifications.domain.preferences import settings_of
from notifications.domain.tokens import token_for
from notifications.domain.web_push import sender_keys
from notifications.models import Delivery, OutboxEvent, PushDevice, Subscription, WorkState
from notifications.urls import urlpatterns
from tests.accounts.factories import AdministratorFactory, UserFactory

OPEN, SIGN_IN, NOT_FOUND, REFUSED, WRONG_METHOD, GOES_ON = 200, "sign in", 404, 403, 405, 302

# name: (method, nobody, another person, the person, an administrator who acts as the person)
MATRIX: dict[str, tuple[str, Any, int, int, int]] = {
    "inbox": ("get", SIGN_IN, OPEN, OPEN, OPEN),
    "mark_all_read": ("post", SIGN_IN, GOES_ON, GOES_ON, GOES_ON),
    "go_to": ("get", SIGN_IN, NOT_FOUND, GOES_ON, GOES_ON),
    "mark_read": ("post", SIGN_IN, NOT_FOUND, GOES_ON, GOES_ON),
    "followed": ("get", SIGN_IN, OPEN, OPEN, OPEN),
    "topics": ("get", SIGN_IN, OPEN, OPEN, OPEN),
    # the helper has pressed it already when the person does
    "stop_following": ("post", SIGN_IN, NOT_FOUND, NOT_FOUND, GOES_ON),
    "follow": ("post", SIGN_IN, GOES_ON, GOES_ON, GOES_ON),
    "unfollow": ("post", SIGN_IN, GOES_ON, GOES_ON, GOES_ON),
    "preferences": ("get", SIGN_IN, OPEN, OPEN, REFUSED),
    "return_to_defaults": ("post", SIGN_IN, GOES_ON, GOES_ON, REFUSED),
    "replace_feed": ("post", SIGN_IN, GOES_ON, GOES_ON, REFUSED),
    "preferences_by_token": ("get", OPEN, OPEN, OPEN, OPEN),
    "unsubscribe": ("get", OPEN, OPEN, OPEN, OPEN),
    "feed": ("get", OPEN, OPEN, OPEN, OPEN),
    "devices": ("get", SIGN_IN, OPEN, OPEN, REFUSED),
    "add_device": ("post", SIGN_IN, GOES_ON, GOES_ON, REFUSED),
    "rename_device": ("post", SIGN_IN, NOT_FOUND, GOES_ON, REFUSED),
    "remove_device": ("post", SIGN_IN, NOT_FOUND, GOES_ON, REFUSED),
    "push_worker": ("get", OPEN, OPEN, OPEN, OPEN),
    "own_address": ("get", SIGN_IN, OPEN, OPEN, OPEN),
    "ask_for_proof": ("post", SIGN_IN, GOES_ON, GOES_ON, GOES_ON),
    "confirm_address": ("get", NOT_FOUND, NOT_FOUND, NOT_FOUND, NOT_FOUND),
    "provider_events": ("post", NOT_FOUND, NOT_FOUND, NOT_FOUND, NOT_FOUND),
}
TOPIC = ["territory.area", "1607"]


@pytest.fixture
def person(db: None, settings: Any) -> User:
    """Somebody with an entry, a followed thing and a device."""
    settings.PUSH_PRIVATE_KEY = sender_keys.new_private_key()
    return UserFactory()


@pytest.fixture
def arguments(person: User) -> dict[str, list[Any]]:
    """What stands in the addresses, all of it the person's."""
    other = UserFactory()
    event = OutboxEvent(kind="tests.news", context={"title": "T"}, state=WorkState.DONE)
    event.subject = other
    event.save()
    entry = Delivery.objects.create(
        event=event, recipient=person, channel="inbox", state=WorkState.DONE
    ).pk
    followed = Subscription(user=person)
    followed.target = other
    followed.save()
    device = PushDevice.objects.create(user=person, name="T", endpoint="https://x", public_key="x")
    token = token_for(person, "tests.news")
    return {
        "go_to": [entry],
        "mark_read": [entry],
        "stop_following": [followed.pk],
        "follow": TOPIC,
        "unfollow": TOPIC,
        "preferences_by_token": [token],
        "unsubscribe": [token],
        "feed": [settings_of(person).feed_token],
        "rename_device": [device.pk],
        "remove_device": [device.pk],
        "confirm_address": ["zmyslony"],
        "provider_events": ["postmark"],
    }


def test_the_matrix_is_complete() -> None:
    assert set(MATRIX) == {pattern.name for pattern in urlpatterns}


@pytest.mark.parametrize("name", MATRIX)
def test_who_may(client: Client, person: User, arguments: dict[str, list[Any]], name: str) -> None:
    method, nobody, other, own, helper = MATRIX[name]
    address = reverse(f"notifications:{name}", args=arguments.get(name, []))
    visitors = {"nobody": Client(), "other": Client(), "helper": helping(person), "own": Client()}
    visitors["other"].force_login(UserFactory())
    visitors["own"].force_login(person)

    found = {who: answer(visitor, method, address) for who, visitor in visitors.items()}

    assert found == {"nobody": nobody, "other": other, "helper": helper, "own": own}


@pytest.mark.parametrize("name", [name for name, row in MATRIX.items() if row[0] == "post"])
def test_what_changes_something_is_no_link(
    person: User, arguments: dict[str, list[Any]], name: str
) -> None:
    own = Client()
    own.force_login(person)

    response = own.get(reverse(f"notifications:{name}", args=arguments.get(name, [])))

    assert response.status_code in {WRONG_METHOD, NOT_FOUND}


def answer(visitor: Client, method: str, address: str) -> Any:
    """The status, or that sign-in is asked for."""
    response = getattr(visitor, method)(address, {"name": "N"} if method == "post" else {})
    location = response.headers.get("Location", "")
    return SIGN_IN if location.startswith(reverse("account_login")) else response.status_code


def helping(person: User) -> Client:
    """An administrator's browser that acts as the person."""
    browser = Client()
    browser.force_login(AdministratorFactory())
    browser.post(reverse("accounts:impersonate", args=[person.pk]), {"reason": "Telefon z prośbą"})
    return browser
