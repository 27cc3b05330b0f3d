"""``manage.py rebuild_search``: fill the index, after an import or a change of the analyser."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from search import registry
from search.domain.indexing import rebuild
from search.domain.suggestions import collect_words


class Command(BaseCommand):
    """Indexes everything that everybody may see."""

    help = "Index everything public anew."

    def handle(self, *args: Any, **options: Any) -> None:
        """Say how much of each kind was written."""
        for kind in registry.kinds():
            self.stdout.write(f"{kind.key}: {rebuild(kind)}")
        self.stdout.write(f"words: {collect_words()}")
