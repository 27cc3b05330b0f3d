"""Letters that gather what happened in a day or a week."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core.mail import EmailMultiAlternatives
from django.utils import timezone

from accounts.models import User
from notifications.domain.digests import gather, gather_due_digests
from notifications.domain.letters import message_id
from notifications.domain.preferences import Choice, choose
from notifications.domain.sending import send_due_letters
from notifications.models import Channel, Delivery, Digest, EmailPace, OutboxEvent, WorkState

Happen = Callable[..., OutboxEvent]


@pytest.fixture
def daily_reader(follower: User) -> User:
    """A follower who wants one letter a day."""
    choose(follower, {"tests.news": Choice(inbox=False, email=EmailPace.DAILY)})
    return follower


def let_the_morning_come() -> None:
    """Make everything gathered due."""
    Delivery.objects.filter(channel=Channel.DIGEST).update(due_at=timezone.now())


def test_until_the_morning_nothing_leaves(
    happen: Happen, daily_reader: User, mailoutbox: list[EmailMultiAlternatives]
) -> None:
    happen()

    assert gather_due_digests() == 0
    assert send_due_letters() == 0


def test_in_the_morning_one_letter_tells_all(
    happen: Happen, daily_reader: User, mailoutbox: list[EmailMultiAlternatives]
) -> None:
    happen(context={"title": "pierwsza"})
    happen(context={"title": "druga"})
    let_the_morning_come()

    gather_due_digests()
    send_due_letters()

    (letter,) = mailoutbox
    assert letter.body.index("Nowość: pierwsza") < letter.body.index("Nowość: druga")
    assert "Nowość: druga" in letter.alternatives[0][0]
    assert "2 now" in letter.subject
    digest = Digest.objects.get()
    assert letter.extra_headers["Message-ID"] == message_id("digest", digest.pk, digest.created_at)
    assert digest.state == WorkState.DONE
    assert set(Delivery.objects.values_list("state", flat=True)) == {WorkState.DONE}


def test_a_repeated_attempt_carries_the_same_letter(happen: Happen, daily_reader: User) -> None:
    happen()
    let_the_morning_come()
    first = gather(daily_reader.pk)
    happen()  # comes between the attempts and belongs to the next letter
    let_the_morning_come()

    second = gather(daily_reader.pk)

    assert [first.deliveries.count(), second.deliveries.count()] == [1, 1]
    assert gather(daily_reader.pk) is None


def test_what_is_gone_by_the_morning_is_left_out(
    happen: Happen,
    daily_reader: User,
    subject: User,
    mailoutbox: list[EmailMultiAlternatives],
) -> None:
    happen()
    User.objects.filter(pk=subject.pk).delete()
    let_the_morning_come()

    gather_due_digests()
    send_due_letters()

    assert mailoutbox == []
    assert Digest.objects.get().state == WorkState.DROPPED
