"""What the measurements run by hand share: a database of their own, a stop-watch, memory."""

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import psycopg

# Writing 5 there makes the kernel forget the peak so far; see proc(5).
FORGET_PEAK = Path("/proc/self/clear_refs")
STATUS = Path("/proc/self/status")


@contextmanager
def scratch_database() -> Iterator[str]:
    """A database beside the developer's, gone afterwards."""
    place = urlsplit(os.environ["DATABASE_URL"])
    name = f"{place.path.strip('/')}_bench"
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as connection:
        connection.execute(f'drop database if exists "{name}"')
        connection.execute(f'create database "{name}"')
        try:
            yield urlunsplit(place._replace(path=f"/{name}"))
        finally:
            connection.execute(f'drop database "{name}" with (force)')


def set_up_portal(url: str) -> None:
    """The portal with its tables in the database at ``url``."""
    os.environ["DATABASE_URL"] = url
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command

    settings.ALLOWED_HOSTS = ["*"]
    settings.DEBUG = False  # Django would keep every query of the run in memory
    call_command("migrate", verbosity=0)


def run_sql(sql: str, values: list[Any]) -> None:
    """One statement; rows are made by the server, not in this process."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(sql, values)


def say(what: str, work: Callable[[], object]) -> float:
    """Do it and tell how long it took."""
    started = time.perf_counter()
    work()
    seconds = time.perf_counter() - started
    sys.stdout.write(f"{what}: {seconds:.1f} s\n")
    sys.stdout.flush()
    return seconds


def forget_peak() -> None:
    """Measure the peak of memory from now on."""
    FORGET_PEAK.write_text("5")


def peak_mb() -> float:
    """The most memory that this process held since the start or ``forget_peak``."""
    lines = STATUS.read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM"))
