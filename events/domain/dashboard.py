"""The organiser's live picture of an event."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q
from django.utils import timezone

from events.domain.conflicts import Conflict, conflicts_of
from events.domain.participants import counts_by_state
from events.models import (
    HOLDING_STATES,
    ApplicationState,
    Event,
    Needs,
    Pool,
    RegistrationState,
    Task,
)


@dataclass(frozen=True, slots=True)
class PoolLine:
    """A pool with what is taken."""

    pool: Pool
    taken: int


@dataclass(frozen=True, slots=True)
class Board:
    """What the start page of the organiser shows."""

    counts: dict[str, int]
    present: int
    pools: list[PoolLine]
    tasks: list[Task]
    overdue: int
    conflicts: list[Conflict]
    sessions: int
    unpublished: bool
    proposals_waiting: int
    exhibitors_waiting: int
    needs: dict[str, int]

    @property
    def confirmed(self) -> int:
        """People who come."""
        return self.counts[RegistrationState.CONFIRMED]

    @property
    def waiting(self) -> int:
        """People on the waiting list, with those who have an offer."""
        return self.counts[RegistrationState.WAITING] + self.counts[RegistrationState.OFFERED]

    @property
    def pending(self) -> int:
        """People who wait for the organiser's word."""
        return self.counts[RegistrationState.PENDING]


def board_of(event: Event) -> Board:
    """Counts of the moment; a fixed number of queries."""
    held = Count("registrations", filter=Q(registrations__state__in=HOLDING_STATES))
    tasks = list(event.tasks.filter(done_at__isnull=True).select_related("assignee")[:10])
    today = timezone.localdate()
    newest_row = event.sessions.order_by("-updated_at").values_list("updated_at", flat=True).first()
    version = event.programme
    return Board(
        counts=counts_by_state(event),
        present=present_count(event),
        pools=[PoolLine(pool, pool.held) for pool in event.pools.annotate(held=held)],
        tasks=tasks,
        overdue=sum(1 for task in tasks if task.due_on and task.due_on < today),
        conflicts=conflicts_of(event),
        sessions=event.sessions.count(),
        unpublished=bool(newest_row and (version is None or newest_row > version.published_at)),
        proposals_waiting=event.proposals.filter(state=ApplicationState.SUBMITTED).count(),
        exhibitors_waiting=event.exhibitors.filter(state=ApplicationState.SUBMITTED).count(),
        needs=needs_counts(event),
    )


def present_count(event: Event) -> int:
    """People who came through the main door."""
    return (
        event.registrations.filter(check_ins__isnull=False, check_ins__session__isnull=True)
        .distinct()
        .count()
    )


def needs_counts(event: Event) -> dict[str, int]:
    """How many need what, in words; no names."""
    rows = Needs.objects.filter(
        registration__event=event, registration__state=RegistrationState.CONFIRMED
    )
    flags = ("ramp", "induction_loop", "sign_language", "assistant")
    counts: dict[str, Any] = rows.aggregate(
        **{name: Count("pk", filter=Q(**{name: True})) for name in flags}
    )
    labels = {name: str(Needs._meta.get_field(name).verbose_name) for name in flags}  # type: ignore[union-attr]
    found = {labels[name]: number for name, number in counts.items() if number}
    diets = rows.exclude(diet="").values_list("diet").annotate(n=Count("pk")).order_by("diet")
    for diet, number in diets:
        found[str(dict(Needs._meta.get_field("diet").choices or ())[diet])] = number
    return found
