"""Time as the database sees it: the only clock that decides about deadlines."""

from __future__ import annotations

from django.db.models import DateTimeField, Func


class ClockTimestamp(Func):
    """PostgreSQL's ``clock_timestamp()``: the present moment, also inside a transaction.

    ``now()`` would be the moment the transaction began, before any wait for a lock.
    """

    function = "clock_timestamp"
    template = "%(function)s()"
    output_field = DateTimeField()
