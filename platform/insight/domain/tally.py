"""The running tally in Redis: one round trip a page, collected into the database in batches.

Nothing here tells of a person. Different readers of a day are estimated by HyperLogLog, which
keeps no list; what goes into it is a hash with a salt that is made for the day, lies in Redis
only and is forgotten after it. Without Redis nothing is counted and no page waits.
"""

from __future__ import annotations

import hashlib
import logging
import secrets
import uuid
from collections.abc import Mapping
from datetime import date, timedelta
from functools import lru_cache

from django.conf import settings
from django.utils import timezone
from redis import Redis
from redis.exceptions import RedisError

KEPT_SECONDS = 3 * 24 * 60 * 60
SALT_SECONDS = 26 * 60 * 60
# A page is never late because of a count.
PATIENCE_SECONDS = 0.3
# Days that the collector looks at: a worker may have been down over midnight.
DAYS_BACK = 2
logger = logging.getLogger(__name__)


def note(*, part: str, view_name: str, slug: str, reader: str) -> None:
    """Count one page read by ``reader`` (whatever tells readers apart; only a hash is used)."""
    day = timezone.localdate()
    hits = _key("hits", day)
    try:
        someone = hashlib.sha256(f"{_salt(day)}|{reader}".encode()).digest()[:16]
        with _redis().pipeline(transaction=False) as pipe:
            pipe.hincrby(hits, f"{view_name}\t{slug}")
            pipe.expire(hits, KEPT_SECONDS)
            for key in (_key("people", day), _key("people", day, part)):
                pipe.pfadd(key, someone)
                pipe.expire(key, KEPT_SECONDS)
            pipe.sadd(_key("parts", day), part)
            pipe.expire(_key("parts", day), KEPT_SECONDS)
            pipe.execute()
    except RedisError:
        logger.warning("A visit was not counted: Redis is down.")


def set_aside() -> None:
    """Put what was counted so far into batches that do not change any more."""
    client = _redis()
    for day in _days():
        if not client.exists(_key("hits", day)):
            continue
        batch = f"{day:%Y-%m-%d}:{uuid.uuid4().hex}"
        with client.pipeline(transaction=True) as pipe:
            pipe.rename(_key("hits", day), _name("batch", batch))
            pipe.sadd(_name("batches"), batch)
            pipe.execute()


def batches() -> list[str]:
    """Names of the batches that wait; each begins with its day."""
    return sorted(_text(name) for name in _redis().smembers(_name("batches")))


def hits_of(batch: str) -> Mapping[tuple[str, str], int]:
    """How often each address name with each slug was read."""
    found = {}
    for field, number in _redis().hgetall(_name("batch", batch)).items():
        view_name, _tab, slug = _text(field).partition("\t")
        found[view_name, slug] = int(number)
    return found


def forget(batch: str) -> None:
    """A batch that the database has."""
    with _redis().pipeline(transaction=True) as pipe:
        pipe.delete(_name("batch", batch))
        pipe.srem(_name("batches"), batch)
        pipe.execute()


def visitors() -> Mapping[tuple[date, str], int]:
    """About how many different readers each part had, by day; "" is the whole portal."""
    client = _redis()
    found = {}
    for day in _days():
        for part in ["", *map(_text, client.smembers(_key("parts", day)))]:
            key = _key("people", day, part) if part else _key("people", day)
            if number := client.pfcount(key):
                found[day, part] = int(number)
    return found


def _salt(day: date) -> str:
    return _salt_under(_key("salt", day))


@lru_cache(maxsize=2)
def _salt_under(key: str) -> str:
    """The day's salt, the same in every process; asked for once by each."""
    client = _redis()
    client.set(key, secrets.token_hex(16), nx=True, ex=SALT_SECONDS)
    return _text(client.get(key) or b"")


def _text(value: bytes | str) -> str:
    return value.decode() if isinstance(value, bytes) else value


def _days() -> list[date]:
    today = timezone.localdate()
    return [today - timedelta(days=back) for back in range(DAYS_BACK, -1, -1)]


def _key(kind: str, day: date, part: str = "") -> str:
    return _name(kind, f"{day:%Y-%m-%d}", *filter(None, [part]))


def _name(*words: str) -> str:
    return ":".join([settings.CACHES["default"]["KEY_PREFIX"], "insight", *words])


def _redis() -> Redis:
    return _client(settings.REDIS_URL)


@lru_cache(maxsize=1)
def _client(url: str) -> Redis:
    return Redis.from_url(
        url, socket_timeout=PATIENCE_SECONDS, socket_connect_timeout=PATIENCE_SECONDS
    )
