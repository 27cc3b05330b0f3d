"""Asking workers for what a transaction has left them."""

from __future__ import annotations

from collections.abc import Callable

from django.db import transaction


def once_after_commit(ask: Callable[[], None]) -> None:
    """Call ``ask`` after the commit, once however often the transaction wanted it."""
    waiting = transaction.get_connection().run_on_commit
    if not any(function is ask for _, function, _ in waiting):
        transaction.on_commit(ask, robust=True)
