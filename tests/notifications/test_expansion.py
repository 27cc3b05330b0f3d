"""From an event to a delivery for each person and channel."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from accounts.models import User
from notifications import publish
from notifications.domain import claims
from notifications.domain.expansion import expand, expand_due_events
from notifications.domain.subscriptions import follow
from notifications.models import Channel, Delivery, OutboxEvent, Subscription, WorkState
from tests.accounts.factories import AdministratorFactory, UserFactory

Happen = Callable[..., OutboxEvent]


def delivered() -> set[tuple[str, str]]:
    """Everyone's address with each channel used."""
    return set(Delivery.objects.values_list("recipient__email", "channel"))


def test_a_follower_finds_it_in_the_inbox_and_gets_a_letter(happen: Happen, follower: User) -> None:
    UserFactory()  # follows nothing

    event = happen()

    assert event.state == WorkState.DONE
    assert delivered() == {(follower.email, "inbox"), (follower.email, "email")}
    inbox = Delivery.objects.get(channel=Channel.INBOX)
    assert (inbox.state, inbox.read_at) == (WorkState.DONE, None)
    assert Delivery.objects.get(channel=Channel.EMAIL).state == WorkState.PENDING


def test_whoever_did_it_is_not_told(happen: Happen, subject: User, follower: User) -> None:
    actor = UserFactory()
    follow(actor, subject)

    happen(actor=actor)

    assert set(Delivery.objects.values_list("recipient", flat=True)) == {follower.pk}


def test_a_confirmation_goes_to_whoever_did_it(happen: Happen, subject: User) -> None:
    actor = UserFactory()
    follow(actor, subject)

    happen("tests.for_actor_too", actor=actor)

    assert delivered() == {(actor.email, "inbox")}


def test_a_closed_account_hears_nothing(happen: Happen, follower: User) -> None:
    User.objects.filter(pk=follower.pk).update(is_active=False)

    assert happen().state == WorkState.DONE

    assert delivered() == set()


def test_whoever_may_not_see_the_subject_hears_nothing(
    happen: Happen, subject: User, follower: User
) -> None:
    administrator = AdministratorFactory()
    follow(administrator, subject)

    happen("tests.for_administrators")

    assert set(Delivery.objects.values_list("recipient", flat=True)) == {administrator.pk}


def test_a_person_concerned_twice_hears_once(happen: Happen, follower: User) -> None:
    happen("tests.for_all")

    rows = Delivery.objects.filter(recipient=follower)
    assert sorted(rows.values_list("channel", flat=True)) == ["email", "inbox"]


def test_expanding_again_after_a_crash_doubles_nothing(happen: Happen, follower: User) -> None:
    event = happen("tests.for_all")
    before = list(Delivery.objects.order_by("pk").values_list("pk", flat=True))

    OutboxEvent.objects.update(state=WorkState.PENDING, due_at=timezone.now())
    UserFactory()  # came between the two attempts
    expand(event)

    after = list(Delivery.objects.order_by("pk").values_list("pk", flat=True))
    assert after[: len(before)] == before
    assert len(after) == len(before) + 2


def test_two_workers_never_hold_the_same_event(subject: User) -> None:
    publish("tests.news", subject)

    assert len(claims.claim(OutboxEvent.objects.all(), limit=10)) == 1
    assert claims.claim(OutboxEvent.objects.all(), limit=10) == []


def test_an_event_held_by_a_dead_worker_is_due_after_its_lease(subject: User) -> None:
    publish("tests.news", subject)
    (held,) = claims.claim(OutboxEvent.objects.all(), limit=10)

    OutboxEvent.objects.update(due_at=timezone.now() - timedelta(seconds=1))  # the lease ran out

    (again,) = claims.claim(OutboxEvent.objects.all(), limit=10)
    assert (again.pk, again.attempts) == (held.pk, 2)


def test_a_poisonous_event_waits_and_the_others_go_on(subject: User, follower: User) -> None:
    with transaction.atomic():
        bad = publish("tests.poisonous", subject)
        good = publish("tests.news", subject, context={"title": "x"})

    assert expand_due_events() == 2

    bad.refresh_from_db()
    good.refresh_from_db()
    assert (bad.state, bad.last_error[:17]) == (WorkState.PENDING, "ZeroDivisionError")
    assert bad.due_at > timezone.now()
    assert good.state == WorkState.DONE


def test_an_event_that_kills_workers_is_parked(subject: User) -> None:
    event = publish("tests.news", subject)
    OutboxEvent.objects.update(attempts=claims.MOST_ATTEMPTS)

    assert expand_due_events() == 0

    event.refresh_from_db()
    assert event.state == WorkState.PARKED


def test_an_event_whose_subject_is_gone_is_dropped(subject: User, follower: User) -> None:
    event = publish("tests.news", subject)
    User.objects.filter(pk=subject.pk).delete()

    expand_due_events()

    event.refresh_from_db()
    assert event.state == WorkState.DROPPED
    assert delivered() == set()


@pytest.mark.parametrize("people", [3, 700])
def test_queries_grow_by_batches_not_by_people(
    subject: User, people: int, django_assert_num_queries: pytest.fixture
) -> None:
    followers = User.objects.bulk_create(
        User(email=f"wielu{number}@example.org") for number in range(people)
    )
    for person in followers[:1]:
        follow(person, subject)
    known = Subscription.objects.get()
    Subscription.objects.bulk_create(
        Subscription(user=person, target_type=known.target_type, target_id=known.target_id)
        for person in followers[1:]
    )
    event = publish("tests.news", subject)

    batches = -(-people // 500)
    with django_assert_num_queries(1 + 5 * batches + batches + 1):
        expand(event)

    assert Delivery.objects.count() == 2 * people
