"""Trainings and information meetings told to the standards' statistics for funders."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import Count
from django.utils import timezone

from events.domain import reporting
from events.domain.clock import database_now
from events.models import Event, EventKind, EventStage, Sector
from standards.domain.trainings import Attended, record_training
from standards.models import Side, Training, TrainingKind

SOURCE = "events"
KINDS = {
    EventKind.TRAINING: TrainingKind.TRAINING,
    EventKind.INFORMATION_MEETING: TrainingKind.MEETING,
}
# Attendance is still corrected for some weeks after an event; records follow it.
FOLLOWED = timedelta(days=60)
# Whoever comes for nobody's office sits on the social side of the table.
_SIDES = {
    Sector.NGO: Side.NGO,
    Sector.CITIZEN: Side.NGO,
    Sector.ADMINISTRATION: Side.ADMINISTRATION,
}


def tell_of_trainings() -> int:
    """Record what has ended lately; told again it is brought up to date. Returns how many."""
    now = database_now()
    ended = Event.objects.filter(
        stage=EventStage.PUBLISHED,
        kind__in=list(KINDS),
        ends_at__lte=now,
        ends_at__gt=now - FOLLOWED,
        hours__gt=0,
    )
    return sum(1 for event in ended.select_related("county") if record(event))


def record(event: Event) -> Training | None:
    """One event in the statistics; nothing while nobody came."""
    counts = reporting.attended(event).order_by().values_list("sector")
    people = list(counts.annotate(n=Count("pk", distinct=True)))
    if not people:
        return None
    return record_training(
        title=event.title,
        held_on=timezone.localdate(event.starts_at),
        hours=event.hours,
        kind=KINDS[EventKind(event.kind)],
        county=event.county,
        place=event.place[:200],
        source=SOURCE,
        source_key=str(event.pk),
        attended=[Attended(_SIDES[Sector(sector)], number) for sector, number in people],
    )
