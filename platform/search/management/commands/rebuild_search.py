"""``manage.py rebuild_search``: fill the index, after an import or a change of the analyser."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from search.domain.indexing import rebuild_all


class Command(BaseCommand):
    """Indexes everything that everybody may see."""

    help = "Index everything public anew."

    def handle(self, *args: Any, **options: Any) -> None:
        """Say how much of each kind was written."""
        counts = rebuild_all(self._tell if options["verbosity"] else _say_nothing)
        for key, count in counts.items():
            self.stdout.write(f"{key}: {count}")

    def _tell(self, key: str, done: int, total: int) -> None:
        share = round(100 * done / total) if total else 100
        self.stderr.write(f"{key}: {done} / {total} ({share}%)")


def _say_nothing(key: str, done: int, total: int) -> None:
    return
