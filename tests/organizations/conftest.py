"""What tests of the directory share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from celery import current_app


@pytest.fixture
def tasks_at_once() -> Iterator[None]:
    """Background work runs where it is asked for."""
    current_app.loader.import_default_modules()  # tasks are asked for by name
    before = current_app.conf.task_always_eager
    current_app.conf.task_always_eager = True
    yield
    current_app.conf.task_always_eager = before
