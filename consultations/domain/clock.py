"""Time as the database sees it: the only clock that decides about deadlines."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from django.db import IntegrityError, transaction
from django.db.models import DateTimeField, Func

from consultations.domain.errors import ConsultationClosed

P = ParamSpec("P")
R = TypeVar("R")

# The name under which the trigger of ``Remark`` refuses.
IN_TIME = "remark_in_time"


class ClockTimestamp(Func):
    """PostgreSQL's ``clock_timestamp()``: the present moment, also inside a transaction.

    ``now()`` would be the moment the transaction began, before any wait for a lock.
    """

    function = "clock_timestamp"
    template = "%(function)s()"
    output_field = DateTimeField()


def refusing_late(function: Callable[P, R]) -> Callable[P, R]:
    """Run in one transaction; the database's word that it is too late is ConsultationClosed.

    A first look by the function itself gives the usual refusal; the trigger catches the
    moment that passes between that look and the write.
    """

    @wraps(function)
    def in_time(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            with transaction.atomic():
                return function(*args, **kwargs)
        except IntegrityError as error:
            diagnosis = getattr(error.__cause__, "diag", None)
            if diagnosis is not None and diagnosis.constraint_name == IN_TIME:
                raise ConsultationClosed from error
            raise

    return in_time
