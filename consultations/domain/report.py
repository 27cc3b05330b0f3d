"""Gathering the facts of the report and writing it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from django.db.models import Count, Q
from django.utils import timezone, translation

from consultations.domain import queries
from consultations.domain.identity import public_author
from consultations.domain.surveys import report_blocks
from consultations.exports.report import ReportFacts, describe_report
from consultations.models import Consultation, Remark, RemarkState, Stage
from documents.exports import write_report

FETCH_ROWS = 500

EU_NOTICE = (
    "Projekt współfinansowany ze środków Unii Europejskiej w ramach Europejskiego Funduszu "
    "Społecznego"
)


def write_consultation_report(consultation: Consultation, format: str, stream: BinaryIO) -> None:
    """Write the report in ``format`` (a key of ``documents.exports.FORMATS``).

    The report is an official document, so it is always in Polish.
    """
    with translation.override("pl"):
        report = describe_report(consultation, gather_facts(consultation))
        write_report(report, format, stream)


def gather_facts(consultation: Consultation) -> ReportFacts:
    """Numbers now, remarks later: they are read in batches as the writer asks for them."""
    remarks = consultation.remarks.counted()
    numbers = remarks.aggregate(
        total=Count("pk"),
        organizations=Count("organization", distinct=True),
        people=Count("submitter_name", distinct=True, filter=Q(organization__isnull=True)),
    )

    def read() -> Iterator[Remark]:
        return queries.remarks_for_report(consultation).iterator(chunk_size=FETCH_ROWS)

    return ReportFacts(
        remarks=read,
        remark_count=numbers["total"],
        participant_count=numbers["people"] + numbers["organizations"],
        organization_count=numbers["organizations"],
        by_verdict=queries.verdict_counts(consultation),
        by_channel=queries.remark_counts_by_channel(consultation),
        stage_changes=list(consultation.stage_changes.all()),
        is_final=consultation.stage in (Stage.PUBLISHED, Stage.ARCHIVED),
        created_at=timezone.now(),
        # Published by the portal, so signed as its pages sign.
        author_of=lambda remark: public_author(remark, consultation),
        hidden_count=consultation.remarks.filter(state=RemarkState.HIDDEN).count(),
        survey_blocks=report_blocks(consultation),
        notice=EU_NOTICE,
    )
