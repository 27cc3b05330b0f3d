"""The test's own part of Redis.

A prefix of its own rather than ``cache.clear()``, which would empty the whole Redis under the
tests that run beside it, Celery's queues included. The prefix is read anew for each key, so that
threads keep their connections from test to test.
"""

from __future__ import annotations

import uuid

from django.conf import settings


def use_own_keys() -> None:
    """Let all caches of this process put the present prefix before their keys."""
    settings.CACHES["default"]["KEY_FUNCTION"] = _key


def forget_all() -> None:
    """Begin with an empty cache."""
    settings.CACHES["default"]["KEY_PREFIX"] = f"test-{uuid.uuid4().hex}"


def _key(key: str, _prefix: str, version: int) -> str:
    return f"{settings.CACHES['default']['KEY_PREFIX']}:{version}:{key}"
