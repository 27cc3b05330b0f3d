"""Migrations build what the models say: tables, constraints, indexes and triggers."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest
from django.conf import settings
from django.db import connection

SHAPE = """
    SELECT 'column', c.relname, a.attname, format_type(a.atttypid, a.atttypmod)
        || CASE WHEN a.attnotnull THEN ' not null' ELSE '' END
        || coalesce(' collate ' || nullif(a.attcollation::regcollation::text, '"default"'), '')
        || coalesce(' '::text || a.attidentity::text || a.attgenerated::text, '')
        || coalesce(' ' || pg_get_expr(d.adbin, d.adrelid), '')
    FROM pg_class c
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
    WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
    UNION ALL
    SELECT 'constraint', conrelid::regclass::text, '', pg_get_constraintdef(oid)
    FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND conrelid <> 0
    UNION ALL
    SELECT 'index', tablename, '', regexp_replace(indexdef, 'INDEX \\S+ ON', 'INDEX ON')
    FROM pg_indexes WHERE schemaname = 'public'
    UNION ALL
    SELECT 'trigger', tgrelid::regclass::text, tgname,
        pg_get_triggerdef(t.oid) || ' ' || p.prosrc
    FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid WHERE NOT tgisinternal
"""
# Django's own: the log of migrations, and a table older than its present kind of keys.
NOT_OURS = {"django_migrations", "auth_group_permissions"}


@pytest.fixture
def migrated_database(django_db_setup: None) -> Iterator[str]:
    """An empty database of its own, walked through all migrations."""
    parts = urlsplit(os.environ["DATABASE_URL"])
    name = f"{connection.settings_dict['NAME']}_migrated"
    address = urlunsplit(parts._replace(path=f"/{name}"))
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as server:
        server.execute(f'DROP DATABASE IF EXISTS "{name}"')
        server.execute(f'CREATE DATABASE "{name}"')
        subprocess.run(
            [sys.executable, "manage.py", "migrate", "--walk", "-v0"],
            cwd=settings.BASE_DIR,
            env={**os.environ, "DATABASE_URL": address},
            check=True,
        )
        yield address
        server.execute(f'DROP DATABASE "{name}"')


@pytest.mark.django_db
def test_migrations_build_what_the_models_say(migrated_database: str) -> None:
    with psycopg.connect(migrated_database) as other:
        migrated = other.execute(SHAPE).fetchall()
    with connection.cursor() as cursor:
        cursor.execute(SHAPE)
        made = cursor.fetchall()

    def ours(rows: list[tuple[str, ...]]) -> set[tuple[str, ...]]:
        return {row for row in rows if row[1] not in NOT_OURS}

    assert ours(migrated) == ours(made)
