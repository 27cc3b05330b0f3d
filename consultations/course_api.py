"""How a consultation was held, as the public API tells it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.conf import settings
from ninja import Schema

from consultations.exports.report_course import Course, RoundFacts
from consultations.models import (
    ConsultationMeeting,
    CouncilOpinion,
    CouncilState,
    CouncilVerdict,
    MeetingKind,
    Sector,
)


class RoundOut(Schema):
    """A round; `version` is the version with which it opened."""

    number: int
    opens_on: date
    closes_on: date
    version: int | None
    remark_count: int
    invited_count: int
    withdrawn_at: datetime | None
    results_at: datetime | None


class MeetingOut(Schema):
    """A meeting; `attendance` holds numbers of people by sector."""

    url: str
    round_number: int
    kind: MeetingKind
    title: str
    starts_at: datetime
    ends_at: datetime
    place: str
    online_url: str
    cancelled_at: datetime | None
    protocol: str
    attendance: dict[Sector, int]
    remark_count: int


class CouncilOpinionOut(Schema):
    """What the council was asked and what it answered."""

    round_number: int
    council: str
    state: CouncilState
    delivered_on: date
    due_on: date
    verdict: CouncilVerdict | None
    given_on: date | None
    resolution_number: str
    content: str


class CourseOut(Schema):
    """Rounds, meetings and opinions in order of time."""

    rounds: list[RoundOut]
    meetings: list[MeetingOut]
    council_opinions: list[CouncilOpinionOut]


def describe_course(course: Course) -> dict[str, Any]:
    """The course as plain values."""
    return {
        "rounds": [_round(row) for row in course.rounds],
        "meetings": [_meeting(row) for row in course.meetings],
        "council_opinions": [_opinion(row) for row in course.opinions],
    }


def _round(row: RoundFacts) -> dict[str, Any]:
    found = row.round
    return {
        "number": found.number,
        "opens_on": found.opens_on,
        "closes_on": found.closes_on,
        "version": found.version.number if found.version else None,
        "remark_count": row.remark_count,
        "invited_count": row.invited_count,
        "withdrawn_at": found.withdrawn_at,
        "results_at": found.results_at,
    }


def _meeting(row: Any) -> dict[str, Any]:
    meeting: ConsultationMeeting = row
    names = set(MeetingOut.model_fields) - {"url", "protocol", "attendance", "remark_count"}
    return {name: getattr(meeting, name) for name in names} | {
        "url": f"{settings.BASE_URL}{meeting.get_absolute_url()}",
        "protocol": meeting.protocol_text,
        "attendance": {count.sector: count.people for count in meeting.headcounts.all()},
        "remark_count": row.remark_count,
    }


def _opinion(opinion: CouncilOpinion) -> dict[str, Any]:
    return {
        "round_number": opinion.round_number,
        "council": opinion.council_name,
        "state": opinion.state,
        "delivered_on": opinion.delivered_on,
        "due_on": opinion.due_on,
        "verdict": opinion.verdict or None,
        "given_on": opinion.given_on,
        "resolution_number": opinion.resolution_number,
        "content": opinion.content,
    }
