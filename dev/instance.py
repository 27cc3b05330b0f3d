"""A pair of PostgreSQL and Redis under one name: `run`, `test` or `services`.

What DATABASE_URL or REDIS_URL name already is used instead, and then nothing is started for it.
"""

import contextlib
import fcntl
import os
import shutil
import signal
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

from dev.embedded_postgres import choose_binaries
from dev.paths import VAR
from dev.postgres_server import PostgresServer, running_postmaster
from dev.problem import Problem
from dev.process_records import ProcessRecords, stop_process
from dev.redis_server import RedisServer, choose_binary
from dev.service_home import service_home

POSTGRES, REDIS = "postgres", "redis"
# PostgreSQL's “fast” shutdown: sessions are ended, nothing is lost.
GENTLE = {POSTGRES: signal.SIGINT, REDIS: signal.SIGTERM}


class Instance:
    """One pair of servers, their files and the record of their processes."""

    def __init__(self, name: str, *, durable: bool) -> None:
        self.name = name
        self.durable = durable
        self.folder = service_home() / name
        self.records = ProcessRecords(self.folder / "processes.json")
        self.processes: dict[str, subprocess.Popen[bytes]] = {}

    def start(self, given: Mapping[str, str]) -> dict[str, str]:
        """Start what GIVEN (the environment) does not name; returns both addresses."""
        self.folder.mkdir(mode=0o755, parents=True, exist_ok=True)
        self.stop()
        urls = {}
        try:
            urls["DATABASE_URL"] = given.get("DATABASE_URL") or self._start_postgres()
            urls["REDIS_URL"] = given.get("REDIS_URL") or self._start_redis()
        except BaseException:
            self.stop()
            raise
        return urls

    def stop(self) -> None:
        """Stop all that still runs, also what a killed session left behind."""
        for name, pid in reversed(self.records.alive().items()):
            stop_process(pid, GENTLE.get(name, signal.SIGTERM))
            self.records.forget(name)
        for process in self.processes.values():
            # A dead child keeps its id until it is asked for, and PostgreSQL believes ids.
            process.poll()
        self.processes.clear()
        stray = running_postmaster(self.folder / POSTGRES)
        if stray:
            stop_process(stray, signal.SIGINT)

    def erase(self) -> None:
        """Remove the data, after stopping what uses it."""
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _start_postgres(self) -> str:
        binaries = choose_binaries(service_home(), self.folder / POSTGRES)
        server = PostgresServer(self.folder, binaries, durable=self.durable)
        self._note(POSTGRES, server.start())
        return server.url

    def _start_redis(self) -> str:
        server = RedisServer(self.folder, choose_binary(), durable=self.durable)
        self._note(REDIS, server.start())
        return server.url

    def _note(self, name: str, process: subprocess.Popen[bytes]) -> None:
        self.processes[name] = process
        self.records.note(name, process.pid)


@contextlib.contextmanager
def sole_use(name: str, folder: Path = VAR) -> Iterator[None]:
    """Refuse to run twice at once on the same data."""
    folder.mkdir(exist_ok=True)
    with (folder / f"{name}.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Problem(f"`make {name}` runs already in this checkout; stop it first.") from None
        # A child that outlives us must not keep the lock.
        os.set_inheritable(lock.fileno(), False)
        yield
