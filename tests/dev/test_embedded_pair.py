"""A PostgreSQL and a Redis of our own start, answer, survive a kill and stop."""

import os
import shutil
import signal
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
import redis

from dev.instance import Instance, sole_use
from dev.postgres_binaries import EXTENSIONS
from dev.problem import Problem
from dev.process_records import start_mark


@pytest.fixture
def instance() -> Iterator[Instance]:
    pair = Instance(f"pair-{os.getpid()}", durable=True)
    yield pair
    pair.erase()
    shutil.rmtree(pair.folder, ignore_errors=True)


def test_the_pair_starts_survives_a_kill_and_stops(instance: Instance) -> None:
    urls = instance.start({})
    with psycopg.connect(urls["DATABASE_URL"]) as connection:
        for name in EXTENSIONS:
            connection.execute(f"CREATE EXTENSION {name}")
        words = "SELECT array_agg(w ORDER BY w) FROM unnest(array['łoś', 'ćma', 'las', 'cień']) w"
        assert connection.execute(words).fetchone() == (["cień", "ćma", "las", "łoś"],)
    assert redis.Redis.from_url(urls["REDIS_URL"]).ping()

    first = instance.records.alive()
    os.kill(first["postgres"], signal.SIGKILL)
    urls = instance.start({})
    assert start_mark(first["redis"]) is None
    with psycopg.connect(urls["DATABASE_URL"]) as connection:
        found = connection.execute("SELECT count(*) FROM pg_extension WHERE extname = 'citext'")
        assert found.fetchone() == (1,)

    instance.stop()
    assert instance.records.alive() == {}
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(urls["DATABASE_URL"])


def test_given_addresses_are_used_and_nothing_is_started(instance: Instance) -> None:
    given = {"DATABASE_URL": "postgres://db.example/portal", "REDIS_URL": "redis://cache.example"}
    assert instance.start(given) == given
    assert instance.records.alive() == {}


def test_the_same_data_is_not_used_twice_at_once(tmp_path: Path) -> None:
    with sole_use("run", tmp_path), pytest.raises(Problem, match="`make run` runs already"):
        sole_use("run", tmp_path).__enter__()
    with sole_use("run", tmp_path):
        assert (tmp_path / "run.lock").exists()
