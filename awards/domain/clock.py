"""Time as the database sees it, and its refusals as sentences for people."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from django.db import DatabaseError, IntegrityError, connection, transaction
from django.db.models import DateTimeField, Func

from accounts.refusals import Refusal
from awards.domain import errors

P = ParamSpec("P")
R = TypeVar("R")

# Names under which constraints and triggers of ``models`` refuse.
REFUSALS: dict[str, type[Refusal]] = {
    "nomination_in_time": errors.NominationsClosed,
    "awards_one_nominator_once": errors.AlreadyNominator,
    "juror_may_score": errors.NotAssigned,
    "score_in_scale": errors.ScoresMissing,
    "juror_may_vote": errors.NotPresent,
    "award_in_deliberation": errors.VerdictNotAllowed,
    "awards_one_distinction": errors.VerdictNotAllowed,
    "vote_in_time": errors.VotingClosed,
    "awards_one_vote": errors.AlreadyVoted,
}


class ClockTimestamp(Func):
    """PostgreSQL's ``clock_timestamp()``: the present moment, also inside a transaction."""

    function = "clock_timestamp"
    template = "%(function)s()"
    output_field = DateTimeField()


def as_the_database_says(function: Callable[P, R]) -> Callable[P, R]:
    """Run in one transaction; what a trigger or constraint refuses becomes its named error."""

    @wraps(function)
    def told(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            with transaction.atomic():
                return function(*args, **kwargs)
        except IntegrityError as error:
            refusal = REFUSALS.get(constraint_of(error))
            if refusal is None:
                raise
            raise refusal from error

    return told


def constraint_of(error: DatabaseError) -> str:
    """The name of the constraint that refused, or an empty string."""
    diagnosis = getattr(error.__cause__, "diag", None)
    return getattr(diagnosis, "constraint_name", None) or ""


def database_now() -> object:
    """The present moment by the database's clock."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        return cursor.fetchone()[0]
