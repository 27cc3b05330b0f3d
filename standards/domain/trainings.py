"""Records of trainings and information meetings.

Events tell of theirs by ``record_training`` with a ``source``; offices enter others by hand.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction

from documents.models import StoredFile
from organizations.models import PublicBody
from standards.models import Side, Standard, Training, TrainingAttendance, TrainingKind
from territory.models import Area


@dataclass(frozen=True)
class Attended:
    """How many people of a side, or of one office, took part."""

    side: Side
    people: int
    public_body: PublicBody | None = None


@transaction.atomic
def record_training(
    *,
    title: str,
    held_on: date,
    hours: Decimal,
    attended: Iterable[Attended],
    kind: TrainingKind = TrainingKind.TRAINING,
    standard: Standard | None = None,
    county: Area | None = None,
    place: str = "",
    source: str = "",
    source_key: str = "",
    file: StoredFile | None = None,
    actor: Any = None,
) -> Training:
    """Keep that a training took place; told again with the same source it is brought up to date.

    ``hours`` are training hours, more than zero. Numbers of one office or side are summed.
    """
    facts = {
        "title": title, "held_on": held_on, "hours": hours, "kind": kind, "standard": standard,
        "county": county, "place": place, "recorded_by": actor,
    }  # fmt: skip
    if source:
        training, _created = Training.objects.update_or_create(
            source=source, source_key=source_key, defaults=facts
        )
        training.attendance.all().delete()
    else:
        training = Training.objects.create(**facts, file=file)
    TrainingAttendance.objects.bulk_create(_rows(training, attended))
    return training


def _rows(training: Training, attended: Iterable[Attended]) -> list[TrainingAttendance]:
    totals: dict[tuple[Side, int | None], int] = {}
    for part in attended:
        key = (part.side, part.public_body.pk if part.public_body else None)
        totals[key] = totals.get(key, 0) + part.people
    return [
        TrainingAttendance(training=training, side=side, public_body_id=body, people=people)
        for (side, body), people in totals.items()
        if people > 0
    ]
