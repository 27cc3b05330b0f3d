"""Notices of mail servers stop an address; each says what, and only about letters of ours."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.utils import timezone

from accounts.models import User
from notifications.domain.bounce_mailbox import read_mailbox
from notifications.domain.delivery_notices import read_notice
from notifications.domain.letters import letter_for, message_id
from notifications.domain.refusals import enhanced_code, weight_of
from notifications.domain.return_paths import return_path
from notifications.domain.suppression import Report, resume, suppression_of, take_report
from notifications.models import (
    AddressReport,
    Channel,
    Delivery,
    OutboxEvent,
    ReportSort,
    ReportSource,
    SuppressedAddress,
)
from tests.notifications.bounce_messages import FEEDBACK, POSTFIX, VACATION
from tests.notifications.imap_server import ImapServer, Mailbox

Happen = Callable[..., OutboxEvent]
ADDRESS = "obserwator@example.org"
NO_USER = "550 5.1.1 <obserwator@example.org>: Recipient address rejected: User unknown"


@pytest.fixture(autouse=True)
def _bounce_address(settings: Any) -> None:
    settings.BOUNCE_ADDRESS = "odbicia@portal.example.org"


@pytest.fixture
def letter(happen: Happen, follower: User) -> Delivery:
    """A letter to the follower."""
    happen()
    return Delivery.objects.select_related("recipient").get(channel=Channel.EMAIL)


def notice_about(letter: Delivery, template: str = POSTFIX, **changes: str) -> bytes:
    """What a server writes about it."""
    facts = {
        "return_path": return_path("delivery", letter.pk),
        "message_id": message_id("delivery", letter.pk, letter.created_at),
        "recipient": letter.recipient.email,
        "status": "5.1.1",
        "action": "failed",
        "diagnostic": NO_USER,
        **changes,
    }
    return template.format(**facts).encode()


def book() -> list[tuple[str, str]]:
    """The book in order of time."""
    return list(AddressReport.objects.order_by("pk").values_list("sort", "source"))


def test_letters_come_back_to_an_address_of_their_own(letter: Delivery, settings: Any) -> None:
    written = letter_for(letter)

    assert written.from_email == return_path("delivery", letter.pk)
    assert written.from_email.startswith(f"odbicia+delivery-{letter.pk}-")
    assert written.message()["From"] == settings.DEFAULT_FROM_EMAIL


def test_a_notice_that_the_user_is_unknown_stops_the_address(letter: Delivery) -> None:
    read_notice(notice_about(letter))

    stopped = suppression_of(ADDRESS.upper())
    assert stopped is not None
    assert (stopped.reason, "User unknown" in stopped.detail) == ("bounce", True)
    assert book() == [("hard", "message"), ("stopped", "message")]


def test_the_same_notice_counts_once(letter: Delivery) -> None:
    for _ in range(2):
        read_notice(notice_about(letter))

    assert book() == [("hard", "message"), ("stopped", "message")]


def test_a_server_that_drops_the_plus_is_understood_by_the_message_id(letter: Delivery) -> None:
    read_notice(notice_about(letter, return_path="odbicia@portal.example.org"))

    assert suppression_of(ADDRESS)


@pytest.mark.parametrize("forged", ["return_path", "message_id"])
def test_a_forged_notice_stops_nobody(letter: Delivery, forged: str) -> None:
    genuine = {"return_path": "odbicia@portal.example.org", "message_id": "<x@example.net>"}
    guess = {
        "return_path": f"odbicia+delivery-{letter.pk}-{'0' * 20}@portal.example.org",
        "message_id": f"<delivery.{letter.pk}.{'2' * 20}@portal.example.org>",
    }

    assert read_notice(notice_about(letter, **{**genuine, forged: guess[forged]})) == []

    assert not AddressReport.objects.exists()


def test_a_complaint_stops_the_address(letter: Delivery) -> None:
    read_notice(notice_about(letter, FEEDBACK))

    assert SuppressedAddress.objects.get().reason == "complaint"


@pytest.mark.parametrize(
    "changes", [{"action": "delayed", "status": "4.4.1"}, {"action": "delivered"}]
)
def test_a_delay_or_a_receipt_says_nothing(letter: Delivery, changes: dict[str, str]) -> None:
    assert read_notice(notice_about(letter, **changes)) == []


def test_an_answer_from_holidays_says_nothing(letter: Delivery) -> None:
    assert read_notice(notice_about(letter, VACATION)) == []


@pytest.mark.parametrize("raw", [b"", b"\xff\xfe\x00", b"Content-Type: multipart/report\n\n--"])
def test_rubbish_says_nothing(db: None, raw: bytes) -> None:
    assert read_notice(raw) == []


def test_passing_refusals_stop_an_address_only_after_several(
    letter: Delivery, settings: Any
) -> None:
    settings.NOTIFICATIONS_SOFT_BOUNCES = 3
    full = {"status": "5.2.2", "diagnostic": "552 5.2.2 Mailbox full"}
    for number in (1, 2):
        raw = notice_about(letter, **full).replace(b"4F1B62A0C7@", b"%d@" % number)
        read_notice(raw)
    assert not SuppressedAddress.objects.exists()

    read_notice(notice_about(letter, **full))

    assert SuppressedAddress.objects.get().reason == "soft"


def test_old_refusals_and_those_before_a_resumption_do_not_count(db: None, settings: Any) -> None:
    settings.NOTIFICATIONS_SOFT_BOUNCES = 2
    soft = Report(ADDRESS, ReportSort.SOFT, ReportSource.SERVER)
    take_report(soft)
    AddressReport.objects.update(reported_at=timezone.now() - timedelta(days=31))
    take_report(soft)
    assert not SuppressedAddress.objects.exists()
    take_report(soft)

    resume(ADDRESS, source=ReportSource.PERSON)
    take_report(soft)

    assert not SuppressedAddress.objects.exists()


@pytest.mark.parametrize(
    ("answer", "weight"),
    [
        ("550 5.1.1 User unknown", ReportSort.HARD),
        ("550 No such user", ReportSort.HARD),
        ("550 5.2.1 Mailbox disabled", ReportSort.HARD),
        ("556 5.1.10 Null MX", ReportSort.HARD),
        ("552 5.2.2 Over quota", ReportSort.SOFT),
        ("550-5.7.26 This mail is unauthenticated", ReportSort.SOFT),
        ("smtp; 450 4.2.0 Greylisted from 10.5.1.1", ReportSort.SOFT),
    ],
)
def test_codes_tell_a_dead_address_from_passing_trouble(answer: str, weight: ReportSort) -> None:
    assert weight_of(enhanced_code(answer)) == weight


def test_a_pipe_hands_a_notice_over(letter: Delivery, monkeypatch: pytest.MonkeyPatch) -> None:
    stdin = io.TextIOWrapper(
        io.BytesIO(notice_about(letter, return_path="x@y.pl", message_id="<a@b>"))
    )
    monkeypatch.setattr("sys.stdin", stdin)

    call_command(
        "read_bounces",
        stdin=True,
        recipient=return_path("delivery", letter.pk),
        stdout=io.StringIO(),
    )

    assert suppression_of(ADDRESS)


def test_the_mailbox_keeps_only_what_nobody_understood(letter: Delivery) -> None:
    post = Mailbox("sekret@1", [notice_about(letter), notice_about(letter, VACATION)])
    with ImapServer(post) as server:
        url = f"imap://odbicia:sekret%401@127.0.0.1:{server.port}/INBOX"
        assert read_mailbox(url) == (2, 1)
        assert read_mailbox(url) == (0, 0)

    assert [flags for number, flags in post.flags.items() if number in post.messages] == [
        {r"\SEEN"}
    ]
    assert suppression_of(ADDRESS)
