"""What tests of notifications share."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from django.db import transaction

from accounts.models import User
from notifications import publish
from notifications.domain.expansion import expand_due_events
from notifications.domain.subscriptions import follow
from notifications.models import OutboxEvent
from tests.accounts.factories import UserFactory
from tests.notifications.kinds import register_test_kinds
from tests.notifications.mail_server import MailServer

register_test_kinds()


@pytest.fixture
def subject(db: None) -> User:
    """The thing that events are about."""
    return UserFactory(display_name="Rzecz obserwowana")


@pytest.fixture
def follower(subject: User) -> User:
    """Someone who follows the subject."""
    person = UserFactory(email="obserwator@example.org")
    follow(person, subject)
    return person


@pytest.fixture
def happen(subject: User) -> Callable[..., OutboxEvent]:
    """Publish an event about the subject and expand it."""

    def publish_and_expand(kind: str = "tests.news", **kwargs: object) -> OutboxEvent:
        kwargs.setdefault("context", {"title": "Nowy projekt"})
        with transaction.atomic():
            event = publish(kind, subject, **kwargs)
        expand_due_events()
        event.refresh_from_db()
        return event

    return publish_and_expand


@pytest.fixture
def mail_server() -> Iterator[MailServer]:
    """A real SMTP server on a free port of this machine."""
    server = MailServer()
    server.start()
    yield server
    server.stop()
