"""How far the reading of filled forms has come.

Reading is one transaction, so that a killed worker leaves nothing half-read; what it tells on
the way is therefore kept beside the database, and losing it loses nothing.
"""

from __future__ import annotations

from pages.forgiving_cache import recall, remember

_SECONDS = 600


def tell(batch_id: int, done: int, total: int) -> None:
    """Note that ``done`` of ``total`` rows of the present file were read."""
    remember({_key(batch_id): (done, total)}, _SECONDS)


def progress_of(batch_id: int) -> tuple[int, int] | None:
    """Rows read so far and in all; None while nothing is known."""
    found: tuple[int, int] | None = recall(_key(batch_id))
    return found


def _key(batch_id: int) -> str:
    return f"remark-import:{batch_id}"
