"""Letters over a real mail server: what they look like and what becomes of refused ones."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from email.message import EmailMessage
from typing import Any

import pytest
from django.utils import timezone

from accounts.models import User
from notifications.domain import claims
from notifications.domain.sending import send_due_letters
from notifications.models import Channel, Delivery, OutboxEvent, SuppressedAddress, WorkState
from tests.accounts.factories import UserFactory
from tests.notifications.mail_server import MailServer

Happen = Callable[..., OutboxEvent]


@pytest.fixture(autouse=True)
def _real_mail(settings: Any, mail_server: MailServer) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", mail_server.port
    settings.BASE_URL = "https://portal.example.org"


@pytest.fixture
def letter_row(happen: Happen, follower: User) -> Delivery:
    """A letter that waits to be sent to the follower."""
    happen()
    return Delivery.objects.get(channel=Channel.EMAIL)


def sent_by(mail_server: MailServer) -> EmailMessage:
    """The only letter sent."""
    send_due_letters()
    (letter,) = mail_server.letters
    return letter


def test_a_letter_says_the_same_as_text_and_as_html(
    letter_row: Delivery, mail_server: MailServer, subject: User
) -> None:
    letter = sent_by(mail_server)

    assert letter["Subject"] == "Nowość: Nowy projekt"
    assert letter["To"] == "obserwator@example.org"
    for part in ("plain", "html"):
        words = letter.get_body((part,)).get_content()
        assert "Treść: Nowy projekt" in words
        assert f"https://portal.example.org/nowosci/{subject.pk}/" in words
        assert "https://portal.example.org/powiadomienia/rezygnacja/" in words
    letter_row.refresh_from_db()
    assert (letter_row.state, letter_row.attempts) == (WorkState.DONE, 1)


def test_a_letter_carries_the_headers_of_a_list(
    letter_row: Delivery, mail_server: MailServer
) -> None:
    letter = sent_by(mail_server)

    stamp = f"{letter_row.created_at:%Y%m%d%H%M%S%f}"
    assert letter["Message-ID"] == f"<delivery.{letter_row.pk}.{stamp}@portal.example.org>"
    assert letter["List-Id"] == "<tests.news.portal.example.org>"
    assert letter["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert (
        letter["List-Unsubscribe"]
        .strip()
        .startswith("<https://portal.example.org/powiadomienia/rezygnacja/")
    )
    assert letter["Auto-Submitted"] == "auto-generated"


def test_letters_about_one_thing_hang_in_one_thread(
    happen: Happen, follower: User, mail_server: MailServer
) -> None:
    happen()
    happen()

    send_due_letters()

    first, second = mail_server.letters
    assert first["References"] == second["References"]
    assert first["Message-ID"] != second["Message-ID"]


@pytest.mark.parametrize("language", ["pl", "en", "de"])
def test_a_letter_names_its_language(
    happen: Happen, follower: User, mail_server: MailServer, language: str
) -> None:
    User.objects.filter(pk=follower.pk).update(language=language)
    happen()

    html = sent_by(mail_server).get_body(("html",)).get_content()

    assert f'<html lang="{language}">' in html


def test_a_letter_escapes_what_people_wrote(
    happen: Happen, follower: User, mail_server: MailServer
) -> None:
    happen(context={"title": "<b>„Dom & Las”</b>"})

    letter = sent_by(mail_server)

    assert "&lt;b&gt;„Dom &amp; Las”&lt;/b&gt;" in letter.get_body(("html",)).get_content()
    assert "<b>„Dom & Las”</b>" in letter.get_body(("plain",)).get_content()


def test_a_temporary_refusal_is_tried_again_later(
    letter_row: Delivery, mail_server: MailServer
) -> None:
    mail_server.answers["obserwator@example.org"] = "451 Try again later"

    send_due_letters()

    letter_row.refresh_from_db()
    assert (letter_row.state, letter_row.attempts) == (WorkState.PENDING, 1)
    assert letter_row.last_error == "451 Try again later"
    assert letter_row.due_at > timezone.now()
    assert not SuppressedAddress.objects.exists()


def test_a_refused_address_is_parked_and_gets_no_more_letters(
    letter_row: Delivery, mail_server: MailServer, happen: Happen
) -> None:
    mail_server.answers["obserwator@example.org"] = "550 No such user"

    send_due_letters()
    happen()
    mail_server.answers.clear()
    send_due_letters()

    states = Delivery.objects.filter(channel=Channel.EMAIL).order_by("pk")
    assert list(states.values_list("state", "last_error")) == [
        (WorkState.PARKED, "550 No such user"),
        (WorkState.DROPPED, "The address refuses mail."),
    ]
    assert mail_server.letters == []


def test_one_refusal_does_not_hold_up_the_others(
    happen: Happen, follower: User, mail_server: MailServer
) -> None:
    other = UserFactory(email="inny@example.org")
    mail_server.answers["obserwator@example.org"] = "550 No such user"
    happen("tests.for_all")

    send_due_letters()

    assert other.email in [letter["To"] for letter in mail_server.letters]
    assert follower.email not in [letter["To"] for letter in mail_server.letters]


def test_while_the_server_is_down_everything_waits(
    letter_row: Delivery, mail_server: MailServer
) -> None:
    mail_server.stop()

    send_due_letters()

    letter_row.refresh_from_db()
    assert (letter_row.state, letter_row.attempts) == (WorkState.PENDING, 1)
    assert letter_row.due_at > timezone.now()


def test_a_letter_that_cannot_be_written_does_not_stop_the_others(
    happen: Happen, follower: User, mail_server: MailServer
) -> None:
    happen("tests.unreadable")
    happen()

    send_due_letters()

    assert [letter["Subject"] for letter in mail_server.letters] == ["Nowość: Nowy projekt"]
    bad = Delivery.objects.get(channel=Channel.EMAIL, event__kind="tests.unreadable")
    assert (bad.state, bad.last_error) == (WorkState.PENDING, "KeyError: 'missing'")


def test_after_the_last_attempt_a_letter_is_parked_until_sent_again(
    letter_row: Delivery, mail_server: MailServer
) -> None:
    mail_server.answers["obserwator@example.org"] = "451 Try again later"
    Delivery.objects.filter(pk=letter_row.pk).update(attempts=claims.MOST_ATTEMPTS - 1)

    send_due_letters()
    letter_row.refresh_from_db()
    assert letter_row.state == WorkState.PARKED

    mail_server.answers.clear()
    assert claims.send_again(Delivery.objects.all()) == 1
    assert sent_by(mail_server)["To"] == "obserwator@example.org"


def test_a_closed_account_gets_no_letter(letter_row: Delivery, mail_server: MailServer) -> None:
    User.objects.filter(pk=letter_row.recipient_id).update(is_active=False)

    send_due_letters()

    letter_row.refresh_from_db()
    assert (letter_row.state, mail_server.letters) == (WorkState.DROPPED, [])


def test_urgent_letters_leave_before_usual_ones(
    happen: Happen, follower: User, mail_server: MailServer
) -> None:
    happen()
    happen("tests.urgent")

    send_due_letters()

    assert [letter["Subject"] for letter in mail_server.letters] == [
        "Pilne: Nowy projekt",
        "Nowość: Nowy projekt",
    ]


def test_the_pause_doubles_and_is_spread() -> None:
    pauses = [claims.pause_after(attempt) for attempt in (1, 2, 3, 12)]

    bounds = [30, 60, 120, 7200]
    for pause, bound in zip(pauses, bounds, strict=True):
        assert timedelta(seconds=bound * 0.8) <= pause <= timedelta(seconds=bound * 1.2)
