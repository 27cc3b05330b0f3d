"""Leaving a sort of letters: by the mail program's button or by the link in the letter."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from notifications.domain.preferences import Choice, choose
from notifications.domain.tokens import token_for
from notifications.models import Delivery, EmailPace, KindPreference, OutboxEvent

Happen = Callable[..., OutboxEvent]


@pytest.fixture
def address(follower: User) -> str:
    """The address in the letter's header."""
    return reverse("notifications:unsubscribe", args=[token_for(follower, "tests.news")])


def test_one_click_of_the_mail_program_ends_the_letters(
    address: str, follower: User, happen: Happen
) -> None:
    stranger = Client(enforce_csrf_checks=True)  # a mail program has no cookies of ours

    response = stranger.post(address, {"List-Unsubscribe": "One-Click"})

    assert response.status_code == 200
    happen()
    assert list(Delivery.objects.values_list("channel", flat=True)) == ["inbox"]


def test_a_visit_alone_changes_nothing(client: Client, address: str) -> None:
    page = client.get(address).content.decode()

    assert "Zrezygnować z tych wiadomości?" in page
    assert not KindPreference.objects.exists()


def test_other_letters_go_on(client: Client, address: str, happen: Happen) -> None:
    client.post(address)

    happen("tests.urgent")

    assert sorted(Delivery.objects.values_list("channel", flat=True)) == ["email", "inbox"]


def test_leaving_keeps_the_choice_for_the_inbox(
    client: Client, address: str, follower: User
) -> None:
    choose(follower, {"tests.news": Choice(inbox=False, email=EmailPace.AT_ONCE)})

    client.post(address)

    kept = KindPreference.objects.get()
    assert (kept.inbox, kept.email) == (False, EmailPace.NEVER)


def test_leaving_gathered_letters_leaves_single_ones(client: Client, follower: User) -> None:
    choose(
        follower,
        {
            "tests.news": Choice(inbox=True, email=EmailPace.WEEKLY),
            "tests.urgent": Choice(inbox=False, email=EmailPace.AT_ONCE),
        },
    )

    client.post(reverse("notifications:unsubscribe", args=[token_for(follower, "")]))

    assert dict(KindPreference.objects.values_list("kind", "email")) == {
        "tests.news": EmailPace.NEVER,
        "tests.urgent": EmailPace.AT_ONCE,
    }
