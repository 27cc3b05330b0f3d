"""How a consultation was held: one answer for the public page and for the report."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.db.models import Count, QuerySet

from consultations.domain.meetings import meetings_of
from consultations.exports.report_course import Course, RoundFacts
from consultations.models import Consultation


def course_of(consultation: Consultation, rounds: Collection[int] | None = None) -> Course:
    """Rounds, meetings, opinions and decisions, all or of some ``rounds`` only."""
    meetings = meetings_of(consultation)
    opinions = consultation.council_opinions.select_related("file")
    if rounds is not None:
        meetings = meetings.filter(round_number__in=rounds)
        opinions = opinions.filter(round_number__in=rounds)
    return Course(
        rounds=_rounds(consultation, rounds),
        meetings=list(meetings),
        opinions=list(opinions),
        modes=list(consultation.mode_decisions.all()),
    )


def _rounds(consultation: Consultation, rounds: Collection[int] | None) -> list[RoundFacts]:
    """Three queries whatever the number of rounds."""
    rows = consultation.rounds.select_related("version")
    if rounds is not None:
        rows = rows.filter(number__in=rounds)
    remarks = _by_round(consultation.remarks.counted())
    invited = _by_round(consultation.invitations.all())
    return [RoundFacts(row, remarks.get(row.number, 0), invited.get(row.number, 0)) for row in rows]


def _by_round(rows: QuerySet[Any]) -> dict[int, int]:
    counted = rows.order_by().values_list("round_number").annotate(n=Count("pk"))
    return dict(counted)
