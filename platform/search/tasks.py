"""Work of the index in the background."""

from __future__ import annotations

from time import monotonic

from celery import shared_task

from search.domain.indexing import index_pending as index_batch
from search.domain.indexing import rebuild_all
from search.domain.kept_searches import tell_of_new_results

LONGEST_RUN_SECONDS = 20.0


@shared_task
def index_pending() -> int:
    """Work off what waits, for a bounded time; beat asks again."""
    deadline, count = monotonic() + LONGEST_RUN_SECONDS, 0
    while done := index_batch():
        count += done
        if monotonic() > deadline:
            break
    return count


@shared_task
def rebuild_index() -> int:
    """Every night: index all anew, for what changed by the mere passing of time."""
    return sum(rebuild_all().values())


@shared_task
def tell_of_kept_searches() -> int:
    """Once a day: what followers of searches can find since yesterday."""
    return tell_of_new_results()
