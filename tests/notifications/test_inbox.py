"""The inbox on the portal."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.contrib.contenttypes.models import ContentType
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from notifications.domain.inbox import unread_count
from notifications.models import Channel, Delivery, OutboxEvent, WorkState
from tests.accounts.factories import UserFactory

Happen = Callable[..., OutboxEvent]
INBOX = "/powiadomienia/"


@pytest.fixture
def reader(client: Client, follower: User) -> Client:
    """The follower's browser."""
    client.force_login(follower)
    return client


def test_the_inbox_is_for_the_signed_in(client: Client, db: None) -> None:
    assert client.get(INBOX).url == f"{reverse('account_login')}?next={INBOX}"


def test_the_newest_stand_first_in_the_readers_language(reader: Client, happen: Happen) -> None:
    happen(context={"title": "dawna"})
    happen(context={"title": "świeża"})

    response = reader.get(INBOX)

    titles = [line.title for line in response.context["lines"]]
    assert titles == ["Nowość: świeża", "Nowość: dawna"]


def test_others_entries_are_not_shown_nor_opened(
    reader: Client, happen: Happen, follower: User
) -> None:
    other = UserFactory()
    happen("tests.for_all")
    foreign = Delivery.objects.get(recipient=other, channel=Channel.INBOX)

    shown = reader.get(INBOX).context["lines"]

    assert [line.delivery.recipient_id for line in shown] == [follower.pk]
    assert reader.get(reverse("notifications:go_to", args=[foreign.pk])).status_code == 404
    assert reader.post(reverse("notifications:mark_read", args=[foreign.pk])).status_code == 404
    foreign.refresh_from_db()
    assert foreign.read_at is None


def test_opening_an_entry_reads_it_and_leads_to_its_subject(
    reader: Client, happen: Happen, subject: User
) -> None:
    happen()
    entry = Delivery.objects.get(channel=Channel.INBOX)

    response = reader.get(reverse("notifications:go_to", args=[entry.pk]))

    assert response.url == f"/nowosci/{subject.pk}/"
    entry.refresh_from_db()
    assert entry.read_at is not None


def test_an_entry_whose_subject_is_gone_says_so(
    reader: Client, happen: Happen, subject: User
) -> None:
    happen()
    entry = Delivery.objects.get(channel=Channel.INBOX)
    User.objects.filter(pk=subject.pk).delete()

    response = reader.get(reverse("notifications:go_to", args=[entry.pk]), follow=True)

    assert "już nie ma na portalu" in response.content.decode()


def test_reading_one_and_reading_all(reader: Client, happen: Happen, follower: User) -> None:
    for _ in range(3):
        happen()
    newest = Delivery.objects.filter(channel=Channel.INBOX).first()

    reader.post(reverse("notifications:mark_read", args=[newest.pk]))
    assert unread_count(follower) == 2

    response = reader.post(reverse("notifications:mark_all_read"), follow=True)
    assert unread_count(follower) == 0
    assert "Oznaczono 2 powiadomie" in response.content.decode()


def test_only_unread_on_demand(reader: Client, happen: Happen) -> None:
    happen(context={"title": "przeczytana"})
    Delivery.objects.filter(channel=Channel.INBOX).update(read_at=timezone.now())
    happen(context={"title": "nowa"})

    response = reader.get(INBOX, {"pokaz": "nieprzeczytane"})

    assert [line.title for line in response.context["lines"]] == ["Nowość: nowa"]


def test_changing_needs_a_post(reader: Client, happen: Happen) -> None:
    happen()
    entry = Delivery.objects.get(channel=Channel.INBOX)

    assert reader.get(reverse("notifications:mark_read", args=[entry.pk])).status_code == 405
    assert reader.get(reverse("notifications:mark_all_read")).status_code == 405


def test_the_header_shows_how_many_are_new(reader: Client, happen: Happen) -> None:
    happen()
    happen()

    page = reader.get(reverse("accounts:profile")).content.decode()

    assert "2 nieprzeczytan" in page


def test_an_entry_of_a_kind_that_is_gone_still_shows(reader: Client, happen: Happen) -> None:
    happen()
    OutboxEvent.objects.update(kind="old.kind")

    assert [line.title for line in reader.get(INBOX).context["lines"]] == ["old.kind"]


def fill(subject: User, reader: User, count: int) -> None:
    """Entries numbered from 0, the oldest."""
    events = OutboxEvent.objects.bulk_create(
        OutboxEvent(
            kind="tests.news",
            subject_type=ContentType.objects.get_for_model(User),
            subject_id=str(subject.pk),
            context={"title": str(number)},
            state=WorkState.DONE,
        )
        for number in range(count)
    )
    Delivery.objects.bulk_create(
        Delivery(event=event, recipient=reader, channel=Channel.INBOX, state=WorkState.DONE)
        for event in events
    )


def test_older_and_newer_lead_through_the_whole_inbox_and_back(
    reader: Client, subject: User, follower: User
) -> None:
    fill(subject, follower, 60)

    pages = [reader.get(INBOX)]
    while older := pages[-1].context["older_url"]:
        pages.append(reader.get(older))
    back = [pages[-1]]
    while newer := back[-1].context["newer_url"]:
        back.append(reader.get(newer))

    numbers = [int(line.title.split()[-1]) for page in pages for line in page.context["lines"]]
    assert numbers == list(range(59, -1, -1))
    assert [len(page.context["lines"]) for page in back] == [10, 25, 25]
    assert back[-1].context["lines"][0].title == "Nowość: 59"


def test_the_newest_page_is_full_also_on_the_way_back(
    reader: Client, subject: User, follower: User
) -> None:
    fill(subject, follower, 30)
    third_newest = Delivery.objects.inbox_of(follower.pk)[3]

    page = reader.get(INBOX, {"po": third_newest.pk})

    assert len(page.context["lines"]) == 25
    assert page.context["newer_url"] == ""


@pytest.mark.parametrize("number", ["abc", "-1", "9" * 30, "٣", ""])
def test_a_mistyped_address_shows_the_newest(reader: Client, happen: Happen, number: str) -> None:
    happen()

    assert len(reader.get(INBOX, {"przed": number}).context["lines"]) == 1


@pytest.mark.parametrize("count", [5, 130])
def test_the_page_costs_the_same_for_few_and_many(
    reader: Client, subject: User, follower: User, count: int, django_assert_num_queries: object
) -> None:
    fill(subject, follower, count)
    reader.get(INBOX)  # the session is cached from here on

    with django_assert_num_queries(4):  # person, page, its events, unread
        reader.get(INBOX)
