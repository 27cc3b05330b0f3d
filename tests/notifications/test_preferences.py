"""What people want to hear, how and when."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from notifications import kinds
from notifications.domain.choices import ChoicesOf
from notifications.domain.preferences import Choice, choose, set_general
from notifications.domain.tokens import token_for
from notifications.models import Delivery, EmailPace, KindPreference, OutboxEvent
from tests.accounts.factories import UserFactory

Happen = Callable[..., OutboxEvent]
WARSAW = ZoneInfo("Europe/Warsaw")
PAGE = "/powiadomienia/ustawienia/"


def answers(**changes: str) -> dict[str, str]:
    """The form as a person sends it who changes nothing but ``changes``; "" unticks."""
    given: dict[str, str] = {}
    for kind in kinds.all_kinds():
        given[f"{kind.key}-inbox"] = "on"
        given[f"{kind.key}-email"] = (
            "at_once" if kinds.Channel.EMAIL in kind.default_channels else "never"
        )
    given.update({name.replace("__", "."): value for name, value in changes.items()})
    return {name: value for name, value in given.items() if value}


def channels() -> list[str]:
    """The channels used, in order."""
    return sorted(Delivery.objects.values_list("channel", flat=True))


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        (Choice(inbox=True, email=EmailPace.NEVER), ["inbox"]),
        (Choice(inbox=False, email=EmailPace.AT_ONCE), ["email"]),
        (Choice(inbox=True, email=EmailPace.DAILY), ["digest", "inbox"]),
        (Choice(inbox=True, email=EmailPace.WEEKLY), ["digest", "inbox"]),
        (Choice(inbox=False, email=EmailPace.NEVER), []),
    ],
)
def test_a_choice_decides_the_channels(
    happen: Happen, follower: User, choice: Choice, expected: list[str]
) -> None:
    choose(follower, {"tests.news": choice})

    happen()

    assert channels() == expected


def test_a_choice_of_one_kind_leaves_the_others(happen: Happen, follower: User) -> None:
    choose(follower, {"tests.urgent": Choice(inbox=False, email=EmailPace.NEVER)})

    happen("tests.news")

    assert channels() == ["email", "inbox"]


def test_paused_mail_still_fills_the_inbox(happen: Happen, follower: User) -> None:
    set_general(follower, email_paused=True, quiet_from=None, quiet_until=None)

    happen()

    assert channels() == ["inbox"]


def at(text: str) -> datetime:
    """A moment in Warsaw."""
    return datetime.fromisoformat(text).replace(tzinfo=WARSAW)


@pytest.mark.parametrize(
    ("now", "due"),
    [
        ("2026-03-10 21:59", "2026-03-10 21:59"),
        ("2026-03-10 22:00", "2026-03-11 07:00"),
        ("2026-03-11 03:00", "2026-03-11 07:00"),
        ("2026-03-11 07:00", "2026-03-11 07:00"),
        ("2026-03-28 23:00", "2026-03-29 07:00"),  # the night when clocks go forward
        ("2026-10-24 23:00", "2026-10-25 07:00"),  # and back
    ],
)
def test_quiet_hours_over_midnight_end_in_the_morning(now: str, due: str) -> None:
    night = ChoicesOf(inbox=True, email=EmailPace.AT_ONCE, quiet_from=time(22), quiet_until=time(7))

    assert night.end_of_quiet(at(now)) == at(due)


def test_quiet_hours_within_a_day_end_the_same_day() -> None:
    lunch = ChoicesOf(
        inbox=True, email=EmailPace.AT_ONCE, quiet_from=time(12), quiet_until=time(13)
    )

    assert lunch.end_of_quiet(at("2026-03-10 12:30")) == at("2026-03-10 13:00")
    assert lunch.end_of_quiet(at("2026-03-10 13:30")) == at("2026-03-10 13:30")


@pytest.mark.parametrize(
    ("pace", "now", "due"),
    [
        (EmailPace.DAILY, "2026-03-10 06:59", "2026-03-10 07:00"),
        (EmailPace.DAILY, "2026-03-10 07:00", "2026-03-11 07:00"),
        (EmailPace.WEEKLY, "2026-03-10 09:00", "2026-03-16 07:00"),
        (EmailPace.WEEKLY, "2026-03-09 06:00", "2026-03-09 07:00"),  # a Monday
        (EmailPace.WEEKLY, "2026-03-26 09:00", "2026-03-30 07:00"),  # clocks change between
    ],
)
def test_gathered_letters_leave_in_the_morning(pace: str, now: str, due: str) -> None:
    assert ChoicesOf(inbox=True, email=pace).next_digest(at(now)) == at(due)


def test_urgent_mail_does_not_wait_for_the_morning(happen: Happen, follower: User) -> None:
    set_general(follower, email_paused=False, quiet_from=time(0), quiet_until=time(23, 59, 59))

    happen("tests.news")
    happen("tests.urgent")

    waits = {
        row.event.kind: row.due_at > row.created_at
        for row in Delivery.objects.filter(channel="email").select_related("event")
    }
    assert waits == {"tests.news": True, "tests.urgent": False}


def test_the_page_keeps_what_was_chosen(client: Client, follower: User) -> None:
    client.force_login(follower)
    form = answers(tests__news_inbox="", quiet_from="22:00", quiet_until="07:00", email_paused="on")
    form["tests.news-email"] = "weekly"
    del form["tests.news-inbox"]

    response = client.post(PAGE, form)

    assert response.url == PAGE
    kept = KindPreference.objects.get()
    assert (kept.kind, kept.inbox, kept.email) == ("tests.news", False, "weekly")
    general = follower.notification_settings
    assert (general.email_paused, general.quiet_from) == (True, time(22))
    shown = client.get(PAGE).context["form"]
    assert shown["tests.news-email"].initial == "weekly"


def test_going_back_to_the_defaults_leaves_no_row(client: Client, follower: User) -> None:
    choose(follower, {"tests.news": Choice(inbox=False, email=EmailPace.NEVER)})
    client.force_login(follower)

    client.post(PAGE, answers())

    assert not KindPreference.objects.exists()


@pytest.mark.parametrize(
    ("hours", "field"),
    [
        ({"quiet_from": "22:00"}, "quiet_until"),
        ({"quiet_until": "07:00"}, "quiet_from"),
        ({"quiet_from": "07:00", "quiet_until": "07:00"}, "quiet_until"),
    ],
)
def test_quiet_hours_have_two_different_ends(
    client: Client, follower: User, hours: dict[str, str], field: str
) -> None:
    client.force_login(follower)

    response = client.post(PAGE, answers(**hours))

    assert set(response.context["form"].errors) == {field}


def test_a_letter_opens_the_preferences_without_sign_in(client: Client, follower: User) -> None:
    page = reverse("notifications:preferences_by_token", args=[token_for(follower, "tests.news")])
    form = answers()
    form["tests.news-email"] = "never"

    assert client.get(page).status_code == 200
    client.post(page, form)

    assert KindPreference.objects.get().email == "never"


def test_a_token_shows_nothing_private(client: Client, follower: User) -> None:
    page = reverse("notifications:preferences_by_token", args=[token_for(follower, "tests.news")])

    text = client.get(page).content.decode()

    assert follower.email not in text
    assert follower.display_name not in text
    assert str(follower.notification_settings.feed_token) not in text


@pytest.mark.parametrize("name", ["preferences_by_token", "unsubscribe"])
def test_a_forged_token_opens_nothing(client: Client, follower: User, name: str) -> None:
    good = token_for(follower, "tests.news")

    for bad in (good[:-1] + ("A" if good[-1] != "A" else "B"), "x:y:z"):
        assert client.get(reverse(f"notifications:{name}", args=[bad])).status_code == 404


def test_the_token_of_a_closed_account_opens_nothing(client: Client, db: None) -> None:
    token = token_for(UserFactory(is_active=False), "tests.news")

    response = client.post(reverse("notifications:unsubscribe", args=[token]))

    assert response.status_code == 404
    assert not KindPreference.objects.exists()
