"""Events are written with the change that they tell of, or not at all."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import transaction

from accounts.models import User
from dev.ports import free_port
from notifications import publish, publish_many
from notifications.domain.publishing import NoTransaction, wake_workers
from notifications.kinds import UnknownKind
from notifications.models import OutboxEvent
from tests.accounts.factories import UserFactory
from tests.notifications.databases import database_url


def test_an_event_keeps_who_what_and_plain_values(subject: User) -> None:
    actor = UserFactory()

    event = publish("tests.news", subject, actor, {"title": "Nowy projekt"})

    event = OutboxEvent.objects.get(pk=event.pk)
    assert (event.kind, event.subject, event.actor) == ("tests.news", subject, actor)
    assert event.context == {"title": "Nowy projekt"}


def test_an_anonymous_actor_is_nobody(subject: User) -> None:
    assert publish("tests.news", subject, AnonymousUser()).actor is None


@pytest.mark.django_db(transaction=True)
def test_publishing_needs_the_transaction_of_the_change() -> None:
    subject = UserFactory()

    with pytest.raises(NoTransaction):
        publish("tests.news", subject)
    with pytest.raises(NoTransaction):
        publish_many("tests.news", [(subject, {})])

    assert not OutboxEvent.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_an_event_disappears_with_the_change_that_failed() -> None:
    subject = UserFactory()

    def change_that_fails() -> None:
        with transaction.atomic():
            publish("tests.news", subject)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        change_that_fails()

    assert not OutboxEvent.objects.exists()


def test_a_kind_that_nobody_registered_is_refused(subject: User) -> None:
    with pytest.raises(UnknownKind):
        publish("tests.unheard_of", subject)

    assert not OutboxEvent.objects.exists()


def test_many_events_are_written_in_few_queries(
    subject: User, django_assert_num_queries: pytest.fixture
) -> None:
    subjects = [(subject, {"title": str(number)}) for number in range(1200)]
    publish("tests.news", subject)  # the content type is known from here on

    with django_assert_num_queries(3):
        assert publish_many("tests.news", subjects) == 1200

    titles = OutboxEvent.objects.exclude(context={}).values_list("context__title", flat=True)
    assert sorted(titles, key=int) == [str(number) for number in range(1200)]


def test_workers_are_woken_once_for_each_transaction(
    subject: User, django_capture_on_commit_callbacks: pytest.fixture
) -> None:
    with django_capture_on_commit_callbacks() as callbacks:
        publish("tests.news", subject)
        publish("tests.news", subject)
        publish_many("tests.news", [(subject, {})])

    assert callbacks == [wake_workers]


PUBLISH_ALONE = """
import django; django.setup()
from tests.notifications.kinds import register_test_kinds; register_test_kinds()
from accounts.models import User
from django.db import transaction
from notifications import publish
with transaction.atomic():
    publish("tests.news", User.objects.get())
"""


@pytest.mark.django_db(transaction=True)
def test_without_a_broker_the_change_stands_and_the_event_waits() -> None:
    UserFactory()
    environment = {
        **os.environ,
        "DATABASE_URL": database_url(),
        "REDIS_URL": f"redis://127.0.0.1:{free_port()}/0",
    }

    done = subprocess.run(
        [sys.executable, "-c", PUBLISH_ALONE],
        env=environment,
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    assert "The broker is down" in done.stderr
    assert OutboxEvent.objects.due().count() == 1
