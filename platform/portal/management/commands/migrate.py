"""``migrate`` that makes the tables of an empty database at once; see decision 0018."""

from __future__ import annotations

from contextlib import nullcontext
from typing import Any

from django.core.management.base import CommandParser
from django.core.management.commands import migrate
from django.db import connections

from portal.first_tables import make_tables
from portal.walking import changed_models_alone

ASKED_FOR_LESS = ("app_label", "plan", "check_unapplied", "fake", "prune", "walk")


class Command(migrate.Command):
    """The stock command, after making what an empty database needs."""

    def add_arguments(self, parser: CommandParser) -> None:
        """One option more."""
        super().add_arguments(parser)
        parser.add_argument(
            "--walk",
            action="store_true",
            help="Walk all migrations one by one, also in an empty database.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Make all tables if there is none, then do what the stock command does."""
        connection = connections[options["database"]]
        wants_all = not any(options.get(name) for name in ASKED_FOR_LESS)
        if wants_all and not connection.introspection.table_names():
            make_tables(connection)
        with changed_models_alone() if options["walk"] else nullcontext():
            super().handle(*args, **options)
