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


@pytest.mark.parametrize("count", [5, 130])
def test_the_page_costs_the_same_for_few_and_many(
    reader: Client, subject: User, follower: User, count: int, django_assert_num_queries: object
) -> None:
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
        Delivery(event=event, recipient=follower, channel=Channel.INBOX, state=WorkState.DONE)
        for event in events
    )
    reader.get(INBOX)  # the session is cached from here on

    with django_assert_num_queries(5):  # person, count, page, its events, unread
        reader.get(INBOX)
