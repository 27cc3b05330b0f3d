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
        for key, count in rebuild_all().items():
            self.stdout.write(f"{key}: {count}")
