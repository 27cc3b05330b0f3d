"""Mail to one domain keeps to a pace; others do not wait for it."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from notifications.domain import pace
from notifications.domain.sending import send_due_letters
from notifications.domain.subscriptions import follow
from notifications.models import Channel, Delivery, OutboxEvent, WorkState
from tests.accounts.factories import UserFactory
from tests.notifications.mail_server import MailServer

Happen = Callable[..., OutboxEvent]


@pytest.fixture(autouse=True)
def _real_mail(settings: Any, mail_server: MailServer) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", mail_server.port
    settings.MAIL_PER_MINUTE = {"wolny.pl": 30}


def people(*addresses: str) -> None:
    """People with these addresses."""
    for address in addresses:
        UserFactory(email=address, password=None)


def sent_to(mail_server: MailServer) -> list[str]:
    """Who has got a letter."""
    return sorted(str(letter["To"]) for letter in mail_server.letters)


def test_letters_above_the_pace_wait_and_other_domains_do_not(
    subject: Any, happen: Happen, mail_server: MailServer
) -> None:
    people(*(f"k{number}@wolny.pl" for number in range(8)), "a@szybki.pl", "b@szybki.pl")
    happen("tests.for_all")

    send_due_letters()

    # a tenth of a minute's letters at once
    assert [to for to in sent_to(mail_server) if to.endswith("@szybki.pl")] == [
        "a@szybki.pl",
        "b@szybki.pl",
    ]
    assert len([to for to in sent_to(mail_server) if to.endswith("@wolny.pl")]) == 3
    waiting = Delivery.objects.filter(channel=Channel.EMAIL, state=WorkState.PENDING)
    moments = sorted(waiting.values_list("due_at", flat=True))
    assert all(b - a == timedelta(seconds=2) for a, b in itertools.pairwise(moments))
    assert set(waiting.values_list("attempts", "has_slot")) == {(0, True)}


def test_a_letter_whose_slot_has_come_is_sent_without_another(
    subject: Any, happen: Happen, mail_server: MailServer
) -> None:
    people(*(f"k{number}@wolny.pl" for number in range(4)))
    happen("tests.for_all")
    send_due_letters()
    (waiting,) = Delivery.objects.filter(channel=Channel.EMAIL, state=WorkState.PENDING)
    pace.take_slots("wolny.pl", 100)  # others have come meanwhile

    Delivery.objects.filter(pk=waiting.pk).update(due_at=timezone.now())
    send_due_letters()

    waiting.refresh_from_db()
    assert (waiting.state, waiting.attempts) == (WorkState.DONE, 1)


def test_after_a_standstill_letters_do_not_leave_all_at_once(
    subject: Any, happen: Happen, mail_server: MailServer
) -> None:
    people(*(f"k{number}@wolny.pl" for number in range(15)))
    happen("tests.for_all")
    send_due_letters()
    before = len(mail_server.letters)

    # an hour later
    hour = timedelta(hours=1)
    for row in Delivery.objects.filter(state=WorkState.PENDING):
        Delivery.objects.filter(pk=row.pk).update(due_at=row.due_at - hour)
    send_due_letters()

    assert len(mail_server.letters) - before <= 3


def test_urgent_letters_do_not_wait(subject: Any, happen: Happen, mail_server: MailServer) -> None:
    person = UserFactory(email="pilny@wolny.pl")
    follow(person, subject)
    pace.take_slots("wolny.pl", 100)

    happen("tests.urgent")
    send_due_letters()

    assert sent_to(mail_server) == ["pilny@wolny.pl"]


def test_the_star_holds_for_all_other_domains(settings: Any) -> None:
    settings.MAIL_PER_MINUTE = {"wp.pl": 30, "*": 300}

    assert (pace.per_minute("wp.pl"), pace.per_minute("ngo.pl")) == (30, 300)
    settings.MAIL_PER_MINUTE = {}
    assert pace.per_minute("wp.pl") == 0


@pytest.mark.django_db(transaction=True)
def test_workers_never_give_out_a_slot_twice() -> None:
    found: list[datetime] = []

    def work() -> None:
        for _ in range(10):
            found.extend(pace.take_slots("wolny.pl", 3))
        connection.close()

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    moments = sorted(found)
    assert len(moments) == 120
    assert min(b - a for a, b in itertools.pairwise(moments)) == timedelta(seconds=2)
