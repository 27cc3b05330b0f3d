"""How often one person may do something; counted in Redis, by hour.

Losing Redis loses the counts and nothing else: then everybody may go on.
"""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass
from typing import Any

from django.core.cache import cache
from redis.exceptions import RedisError

from accounts.refusals import TooOften

log = logging.getLogger(__name__)

SECONDS = 60 * 60


@dataclass(frozen=True, slots=True)
class Limit:
    """So many times an hour."""

    name: str
    times: int


def spend(limit: Limit, who: Any) -> None:
    """Count one more time of a person (or of a key for nobody); raises TooOften beyond it."""
    hour = int(time.time()) // SECONDS
    # The hour is part of the key, so that a count can never outlive it.
    key = f"limit:{limit.name}:{getattr(who, 'pk', who)}:{hour}"
    try:
        cache.add(key, 0, timeout=SECONDS)
        count = cache.incr(key)
    except (RedisError, ValueError) as error:
        log.warning("Limits are not counted: %s", error)
        return
    if count > limit.times:
        raise TooOften
