"""The cache for things that can be made again: where it is down, they are made again."""

from __future__ import annotations

from typing import Any

from django.core.cache import cache
from redis.exceptions import RedisError


def recall(key: str) -> Any:
    """What was remembered under ``key``, or None."""
    try:
        return cache.get(key)
    except RedisError:
        return None


def remember(values: dict[str, object], seconds: int) -> None:
    """Keep all ``values`` by their keys for so long."""
    try:
        cache.set_many(values, seconds)
    except RedisError:
        return


def claim(key: str, seconds: int) -> bool:
    """Whether nobody else has taken the work named ``key`` in the last ``seconds``."""
    try:
        return cache.add(key, True, seconds)
    except RedisError:
        return True
