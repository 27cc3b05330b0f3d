"""Gathering the facts of the report and writing it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import BinaryIO

from django.db.models import Count, Q
from django.utils import timezone, translation

from consultations.domain import queries
from consultations.domain.course import course_of
from consultations.domain.identity import public_author
from consultations.domain.rounds import results_out
from consultations.exports.report import ReportFacts, describe_report
from consultations.models import Consultation, Remark, RemarkState, Stage
from documents.exports import write_report

FETCH_ROWS = 500

EU_NOTICE = (
    "Projekt współfinansowany ze środków Unii Europejskiej w ramach Europejskiego Funduszu "
    "Społecznego"
)


def write_consultation_report(
    consultation: Consultation,
    format: str,
    stream: BinaryIO,
    rounds: Collection[int] | None = None,
) -> None:
    """Write the report in ``format`` (a key of ``documents.exports.FORMATS``).

    It tells of the remarks of ``rounds``, or of all when that is None. The report is an official
    document, so it is always in Polish.
    """
    with translation.override("pl"):
        report = describe_report(consultation, gather_facts(consultation, rounds))
        write_report(report, format, stream)


def gather_facts(consultation: Consultation, rounds: Collection[int] | None = None) -> ReportFacts:
    """Numbers now, remarks later: they are read in batches as the writer asks for them."""
    remarks = queries.counted_in(consultation, rounds)
    numbers = remarks.aggregate(
        total=Count("pk"),
        organizations=Count("organization", distinct=True),
        people=Count("submitter_name", distinct=True, filter=Q(organization__isnull=True)),
    )

    def read() -> Iterator[Remark]:
        return queries.remarks_for_report(consultation, rounds).iterator(chunk_size=FETCH_ROWS)

    return ReportFacts(
        remarks=read,
        remark_count=numbers["total"],
        participant_count=numbers["people"] + numbers["organizations"],
        organization_count=numbers["organizations"],
        by_verdict=queries.verdict_counts(consultation, rounds),
        by_channel=queries.remark_counts_by_channel(consultation, rounds),
        stage_changes=list(consultation.stage_changes.all()),
        is_final=consultation.stage in (Stage.PUBLISHED, Stage.ARCHIVED)
        or (rounds is not None and results_out(consultation) >= set(rounds)),
        created_at=timezone.now(),
        # Published by the portal, so signed as its pages sign.
        author_of=lambda remark: public_author(remark, consultation),
        hidden_count=consultation.remarks.filter(state=RemarkState.HIDDEN).count(),
        notice=EU_NOTICE,
        course=course_of(consultation, rounds),
    )
