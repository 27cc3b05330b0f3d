"""Chaos for minutes: not part of the suite, started by its path when the outbox changes.

    CHAOS_PEOPLE=5000 CHAOS_SECONDS=150 make test ARGS="tests/notifications/chaos_by_hand.py -s"

Workers die by SIGKILL, PostgreSQL ends connections and Redis drops its clients at random while
letters go to a real mail server. It needs services of its own: others would feel the blows.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import uuid
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from time import monotonic

import psycopg
import pytest
import redis
from django.conf import settings
from django.db import connection, transaction
from kombu.exceptions import OperationalError as BrokerIsDown

from accounts.models import User
from notifications import publish
from notifications.domain.letters import message_id
from notifications.models import Channel, Delivery, OutboxEvent
from notifications.tasks import sweep_outbox
from tests.accounts.factories import UserFactory
from tests.notifications.databases import database_url
from tests.notifications.mail_server import MailServer

PEOPLE = int(os.environ.get("CHAOS_PEOPLE", "1000"))
SECONDS = float(os.environ.get("CHAOS_SECONDS", "40"))
PATIENCE = float(os.environ.get("CHAOS_PATIENCE", "300"))
EVENTS = 2
PAUSE = 0.7


class Workers:
    """Two Celery workers; a killed one is replaced at once."""

    def __init__(self, environment: dict[str, str], log: Path) -> None:
        self.environment = environment
        self.log = log.open("ab")
        self.running = [self._start(), self._start()]

    def kill_one(self) -> None:
        """SIGKILL, as the kernel does when memory runs out."""
        victim = random.randrange(len(self.running))
        self.running[victim].kill()
        self.running[victim].wait()
        self.running[victim] = self._start()

    def stop(self) -> None:
        """The end of the test."""
        for worker in self.running:
            worker.kill()
            worker.wait()

    def _start(self) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "celery", "-A", "tests.notifications.worker", "worker"]
        options = ["--pool=solo", "--without-gossip", "--without-mingle", "-n", uuid.uuid4().hex]
        return subprocess.Popen(
            [*command, *options],
            env=self.environment,
            cwd=settings.BASE_DIR,
            stdout=self.log,
            stderr=self.log,
        )


@pytest.fixture
def workers(transactional_db: None, mail_server: MailServer, tmp_path: Path) -> Iterator[Workers]:
    """Workers on the test's database, with a queue of their own."""
    environment = {
        **os.environ,
        "DATABASE_URL": database_url(),
        "EMAIL_URL": f"smtp://127.0.0.1:{mail_server.port}",
        "CELERY_QUEUE": f"chaos-{uuid.uuid4().hex}",
        "NOTIFICATIONS_LEASE_SECONDS": "4",
    }
    workers = Workers(environment, tmp_path / "workers.log")
    yield workers
    workers.stop()


def test_nothing_is_lost_and_no_row_is_doubled(workers: Workers, mail_server: MailServer) -> None:
    subject = UserFactory(is_active=False)
    User.objects.bulk_create(User(email=f"c{number}@example.org") for number in range(PEOPLE))
    with transaction.atomic():
        for number in range(EVENTS):
            publish("tests.for_all", subject, context={"title": str(number)})

    blows = strike_until_settled(workers, mail_server)
    connection.close()  # this process was struck too

    ids = mail_server.message_ids()
    letters = Delivery.objects.filter(channel=Channel.EMAIL)
    attempts = Counter(letters.values_list("attempts", flat=True))
    sys.stdout.write(f"{dict(blows)}; {ids.total()} letters, {len(ids)} ids; {dict(attempts)}\n")
    assert Counter(Delivery.objects.values_list("channel", "state")) == {
        (Channel.INBOX, "done"): PEOPLE * EVENTS,
        (Channel.EMAIL, "done"): PEOPLE * EVENTS,
    }
    assert set(ids) == {message_id("delivery", row.pk, row.created_at) for row in letters}


def strike_until_settled(workers: Workers, mail_server: MailServer) -> Counter[str]:
    """Strike at random until time is up, sweep all the while, and wait for calm."""
    blows: Counter[str] = Counter()
    quiet_from = monotonic() + SECONDS
    with psycopg.connect(database_url(), autocommit=True, application_name="chaos") as database:
        while is_waiting(database):
            assert monotonic() < quiet_from + PATIENCE
            with suppress(BrokerIsDown):
                sweep_outbox.apply_async(queue=workers.environment["CELERY_QUEUE"], retry=False)
            mail_server.wait_for(len(mail_server.letters) + 1000, timeout=PAUSE)
            if monotonic() < quiet_from:
                blow = random.choice(["worker"] + 4 * ["postgres", "redis", "nothing"])
                strike(blow, workers, database)
                blows[blow] += 1
    return blows


def is_waiting(database: psycopg.Connection) -> bool:
    """Whether any event or delivery is not settled."""
    tables = (OutboxEvent._meta.db_table, Delivery._meta.db_table)
    questions = " or ".join(
        f"exists (select from {table} where state = 'pending')" for table in tables
    )
    return bool(database.execute(f"select {questions}").fetchone()[0])


def strike(blow: str, workers: Workers, database: psycopg.Connection) -> None:
    """One blow."""
    if blow == "worker":
        workers.kill_one()
    elif blow == "postgres":
        database.execute(
            "select pg_terminate_backend(pid) from pg_stat_activity"
            " where datname = current_database() and application_name <> 'chaos'"
        )
    elif blow == "redis":
        with suppress(redis.ConnectionError):
            redis.Redis.from_url(settings.REDIS_URL).client_kill_filter(_type="normal")
