"""The environment that makes a worker in a subprocess work beside a test."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from celery import current_app

from tests.notifications.databases import database_url


def worker_environment(settings: Any, queue: str) -> dict[str, str]:
    """Variables for a worker on the test's database, with files, queue and mail of the test."""
    return os.environ | {
        "DATABASE_URL": database_url(),
        "CELERY_QUEUE": queue,
        "MEDIA_ROOT": str(settings.MEDIA_ROOT),
        "EMAIL_URL": f"smtp://127.0.0.1:{settings.EMAIL_PORT}",
    }


def wait_for_worker(name: str) -> None:
    """Return when the worker answers: on a busy machine it takes longer than a page may.

    Raises `AssertionError` after two minutes.
    """
    enough = time.monotonic() + 120
    while time.monotonic() < enough:
        if current_app.control.ping(destination=[name], timeout=1):
            return
    raise AssertionError(f"worker {name} does not answer")


@contextmanager
def tasks_go_to(queue: str) -> Iterator[None]:
    """Let pages of this process ask for work on ``queue``, which only the test's worker reads."""
    before = current_app.conf.task_default_queue
    _use_queue(queue)
    yield
    _use_queue(before)


def _use_queue(name: str) -> None:
    current_app.conf.task_default_queue = name
    current_app.__dict__.pop("amqp", None)  # built once from the configuration, then kept
