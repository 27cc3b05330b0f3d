"""All tables of an empty database at once, from the models.

Walking the migrations of some 300 models takes minutes, as Django renders all related models
anew after each step; this takes seconds. ``tests/portal/test_migrations.py`` shows that both
ways lead to the same columns, constraints, indexes and triggers.
"""

from __future__ import annotations

import logging

import pgtrigger
from django.apps import apps
from django.db import transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from pghistory.models import Context

EXTENSIONS = ("btree_gist", "citext", "pg_trgm", "unaccent")


def make_tables(connection: BaseDatabaseWrapper) -> None:
    """Make extensions, tables and triggers, and note all migrations as applied; or nothing."""
    logging.getLogger("pgtrigger").setLevel(logging.WARNING)  # it tells of each trigger
    with transaction.atomic(using=connection.alias):
        with connection.cursor() as cursor:
            for name in EXTENSIONS:
                cursor.execute(f"CREATE EXTENSION IF NOT EXISTS {name}")
        with connection.schema_editor() as editor:
            for model in apps.get_models():
                if model._meta.can_migrate(connection):
                    editor.create_model(model)
        Context.install_pgh_attach_context_func(using=connection.alias)
        pgtrigger.install(database=connection.alias)
        _note_migrations(connection)


def _note_migrations(connection: BaseDatabaseWrapper) -> None:
    recorder = MigrationRecorder(connection)
    recorder.ensure_schema()
    for app, name in MigrationLoader(None).disk_migrations:
        recorder.record_applied(app, name)
