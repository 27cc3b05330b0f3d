"""Brings the test's database back to what it was before the first test.

Django's flush rewrites all tables, some 400 of them, and then makes permissions and reference
rows anew, which takes longer than most tests that need it.
"""

from __future__ import annotations

from django.core.management import call_command
from django.db import connection, transaction
from django.test import TransactionTestCase

KEPT = "kept_for_tests"
# Deleted rows of smaller tables cost less than cleaning up after them.
WORTH_VACUUMING = 1024 * 1024

TABLES = """
    SELECT relname, pg_relation_size(oid) FROM pg_class
    WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
        AND relname <> 'django_migrations' AND pg_relation_size(oid) > 0
"""

_kept: dict[str, list[str]] = {}


def keep() -> None:
    """Remember what the tables hold now; from now on it is what each emptying leaves.

    A role that may not set triggers aside leaves the emptying to Django.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT usesuper FROM pg_user WHERE usename = current_user")
        if not cursor.fetchone()[0]:
            return
        cursor.execute(f"DROP SCHEMA IF EXISTS {KEPT} CASCADE")
        cursor.execute(f"CREATE SCHEMA {KEPT}")
        for table in _filled():
            cursor.execute(f'CREATE TABLE {KEPT}."{table}" AS TABLE public."{table}"')
            _kept[table] = _columns(table)
    TransactionTestCase._fixture_teardown = lambda self: restore()


def restore() -> None:
    """Delete what tests wrote and write again what they deleted or changed."""
    if not _kept:
        call_command("flush", verbosity=0, interactive=False)
        return
    filled = _filled()
    with transaction.atomic(), connection.cursor() as cursor:
        # No triggers: neither the history of rows nor the order of their deletion matters.
        cursor.execute("SET LOCAL session_replication_role = replica")
        for table in filled:
            cursor.execute(f'DELETE FROM public."{table}"')
        for table, columns in _kept.items():
            names = ", ".join(f'"{column}"' for column in columns)
            cursor.execute(
                f'INSERT INTO public."{table}" ({names})'
                f' OVERRIDING SYSTEM VALUE SELECT {names} FROM {KEPT}."{table}"'
            )
    with connection.cursor() as cursor:
        for table, size in filled.items():
            if size > WORTH_VACUUMING:
                cursor.execute(f'VACUUM public."{table}"')


def _filled() -> dict[str, int]:
    """Tables that have rows, with the bytes they take."""
    with connection.cursor() as cursor:
        cursor.execute(TABLES)
        sizes: dict[str, int] = dict(cursor.fetchall())
        if not sizes:
            return {}
        cursor.execute(
            " UNION ALL ".join(
                f"""(SELECT '{table}' FROM public."{table}" LIMIT 1)""" for table in sizes
            )
        )
        return {table: sizes[table] for (table,) in cursor.fetchall()}


def _columns(table: str) -> list[str]:
    """Columns that can be written; PostgreSQL makes the others itself."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT attname FROM pg_attribute WHERE attrelid = %s::regclass"
            " AND attnum > 0 AND NOT attisdropped AND attgenerated = ''",
            [f'public."{table}"'],
        )
        return [name for (name,) in cursor.fetchall()]
