"""Gathering the facts of the report and writing it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterator
from typing import BinaryIO

from django.utils import timezone, translation

from consultations.domain import queries
from consultations.domain.course import course_of
from consultations.domain.identity import public_author
from consultations.domain.report_numbers import report_numbers
from consultations.domain.rounds import results_out
from consultations.domain.surveys import report_blocks
from consultations.exports.report import ReportFacts, describe_report
from consultations.models import Consultation, Remark, Stage
from documents.exports import Table, Told, write_report

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
    *,
    told: Told | None = None,
    row_read: Callable[[int], None] | None = None,
) -> None:
    """Write the report in ``format`` (a key of ``documents.exports.FORMATS``).

    It tells of the remarks of ``rounds``, or of all when that is None. The report is an official
    document, so it is always in Polish. ``row_read`` hears the number of each remark that a
    writer takes in, ``told`` the steps of typesetting.
    """
    with translation.override("pl"):
        report = describe_report(consultation, gather_facts(consultation, rounds, row_read))
        write_report(report, format, stream, told=told)


def content_key(consultation: Consultation, rounds: Collection[int] | None = None) -> str:
    """What names everything that the report says: it changes when anything in it does.

    All blocks are taken as they are, whatever they tell; the remarks, too many to read, by the
    last entries that the database's triggers made in their histories.
    """
    with translation.override("pl"):
        report = describe_report(consultation, gather_facts(consultation, rounds))
    said = [
        (block.key, block.columns) if isinstance(block, Table) and callable(block.rows) else block
        for block in report.blocks
    ]
    traces = queries.traces_of_remarks(consultation)
    head = (report.title, report.subtitle, report.publisher, report.notice)
    whole = (head, said, traces, sorted(rounds) if rounds is not None else None)
    return hashlib.sha256(repr(whole).encode()).hexdigest()


def gather_facts(
    consultation: Consultation,
    rounds: Collection[int] | None = None,
    row_read: Callable[[int], None] | None = None,
) -> ReportFacts:
    """Numbers now, remarks later: they are read in batches as the writer asks for them."""

    def read() -> Iterator[Remark]:
        remarks = queries.remarks_for_report(consultation, rounds).iterator(chunk_size=FETCH_ROWS)
        for number, remark in enumerate(remarks, 1):
            if row_read:
                row_read(number)
            yield remark

    return ReportFacts(
        remarks=read,
        numbers=report_numbers(consultation, rounds),
        stage_changes=list(consultation.stage_changes.all()),
        is_final=consultation.stage in (Stage.PUBLISHED, Stage.ARCHIVED)
        or (rounds is not None and results_out(consultation) >= set(rounds)),
        created_at=timezone.now(),
        # Published by the portal, so signed as its pages sign.
        author_of=lambda remark: public_author(remark, consultation),
        survey_blocks=report_blocks(consultation),
        notice=EU_NOTICE,
        course=course_of(consultation, rounds),
    )
