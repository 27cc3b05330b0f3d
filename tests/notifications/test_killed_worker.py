"""A worker killed by SIGKILL in the middle of its work loses nothing and doubles nothing."""

from __future__ import annotations

import os
import subprocess
import sys
import uuid
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic

import pytest
from django.conf import settings
from django.db import transaction
from kombu import Connection

from accounts.models import User
from notifications import publish
from notifications.domain.letters import message_id
from notifications.domain.sending import BATCH
from notifications.models import Channel, Delivery, OutboxEvent, WorkState
from notifications.tasks import sweep_outbox
from tests.accounts.factories import UserFactory
from tests.notifications.databases import database_url
from tests.notifications.mail_server import MailServer
from tests.notifications.worker import app

PEOPLE = 200
KILLED_AFTER = 60
PATIENCE = 120.0

StartWorker = Callable[[], "subprocess.Popen[bytes]"]


@pytest.fixture
def queue() -> Iterator[str]:
    """A queue of this test alone; its tasks are carried out by workers, never in this process."""
    eager, app.conf.task_always_eager = app.conf.task_always_eager, False
    name = f"test-{uuid.uuid4().hex}"
    yield name
    app.conf.task_always_eager = eager
    with Connection(settings.CELERY_BROKER_URL) as broker:
        broker.SimpleQueue(name).clear()


@pytest.fixture
def start_worker(
    transactional_db: None, mail_server: MailServer, queue: str, tmp_path: Path
) -> Iterator[StartWorker]:
    """Start real workers on the test's database, broker and mail server."""
    workers: list[subprocess.Popen[bytes]] = []
    environment = {
        **os.environ,
        "DATABASE_URL": database_url(),
        "EMAIL_URL": f"smtp://127.0.0.1:{mail_server.port}",
        "CELERY_QUEUE": queue,
        "NOTIFICATIONS_LEASE_SECONDS": "2",
    }

    def start() -> subprocess.Popen[bytes]:
        log = (tmp_path / f"worker-{len(workers)}.log").open("wb")
        command = [sys.executable, "-m", "celery", "-A", "tests.notifications.worker", "worker"]
        options = ["--pool=solo", "--without-gossip", "--without-mingle", "--loglevel=INFO"]
        worker = subprocess.Popen(
            [*command, *options], env=environment, stdout=log, stderr=log, cwd=settings.BASE_DIR
        )
        workers.append(worker)
        return worker

    yield start
    for worker in workers:
        worker.kill()
        worker.wait()


def test_every_letter_is_sent_once_in_the_books_and_arrives_under_its_own_id(
    start_worker: StartWorker, mail_server: MailServer, queue: str
) -> None:
    # given two hundred people who shall hear of two events
    subject = UserFactory(is_active=False)
    UserFactory.create_batch(PEOPLE // 2, password=None)
    with transaction.atomic():
        publish("tests.for_all", subject, context={"title": "pierwsza"})
        publish("tests.for_all", subject, context={"title": "druga"})

    # when the worker is killed in the middle and another one takes over
    worker = start_worker()
    sweep_outbox.apply_async(queue=queue)
    assert mail_server.wait_for(KILLED_AFTER, PATIENCE)
    worker.kill()
    worker.wait()
    sent_before = Delivery.objects.filter(channel=Channel.EMAIL, state=WorkState.DONE).count()
    assert sent_before < PEOPLE
    start_worker()
    wait_until_settled(mail_server, queue)

    # then the books hold one sent row for each person and event, on both channels
    assert OutboxEvent.objects.filter(state=WorkState.DONE).count() == 2
    rows = Delivery.objects.values_list("event_id", "recipient_id", "channel", "state")
    expected = {
        (event, person, channel, WorkState.DONE)
        for event in OutboxEvent.objects.values_list("pk", flat=True)
        for person in User.objects.filter(is_active=True).values_list("pk", flat=True)
        for channel in (Channel.INBOX, Channel.EMAIL)
    }
    assert Counter(rows) == Counter(expected)

    # and each letter arrived at least once, a repeated one under the same Message-ID
    ids = mail_server.message_ids()
    letters = Delivery.objects.filter(channel=Channel.EMAIL)
    assert set(ids) == {message_id("delivery", row.pk, row.created_at) for row in letters}
    assert sum(ids.values()) <= PEOPLE + 1


def wait_until_settled(mail_server: MailServer, queue: str) -> None:
    """Do beat's work, faster than beat does it, until nothing waits any more."""
    deadline = monotonic() + PATIENCE
    waiting = Delivery.objects.filter(state=WorkState.PENDING)
    while waiting.exists() and monotonic() < deadline:
        sweep_outbox.apply_async(queue=queue)
        mail_server.wait_for(len(mail_server.letters) + BATCH, timeout=1)
    assert not waiting.exists()
