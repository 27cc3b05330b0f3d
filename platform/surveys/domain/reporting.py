"""Writing results and raw answers in the formats that people take away."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any, BinaryIO

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from documents.exports import Column, Report, Table, csv, write_report
from surveys.domain.comparing import compare
from surveys.domain.crossing import Crossing, crossed_questions, facts_for
from surveys.domain.microdata import codebook_rows, coded_columns, coded_rows
from surveys.domain.results import hidden_note
from surveys.domain.results_report import ReportParts, describe_results
from surveys.models import QuestionKind, Survey


def write_results(survey: Survey, format: str, stream: BinaryIO) -> None:
    """Write the public results in ``format`` (a key of ``documents.exports.FORMATS``).

    Of the cross tables only those in which most numbers may be shown; the page has any.
    """
    crossing = Crossing.of(survey)
    results = crossing.results
    crosses = [
        (
            f"{question.said('text')} – {fact.label}",
            [t for t in crossing.tables(question.key, fact.key) if t.is_telling],
        )
        for fact in facts_for(survey)
        for question in crossed_questions(results)
        if question.kind != QuestionKind.MATRIX
    ]
    parts = ReportParts(
        created_at=timezone.now(),
        publisher=str(survey.owner or ""),
        hidden_note=hidden_note(),
        crosses=crosses,
        editions=compare(survey),
    )
    write_report(describe_results(results, parts), format, stream)


def write_microdata(survey: Survey, stream: BinaryIO) -> None:
    """Write single answers for analysis: a ZIP of ``dane.csv`` and its ``slownik.csv``.

    For those who run the survey only: nobody is named, but single answers may be recognised.
    """
    with translation.override("pl"), zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        columns = coded_columns(survey)

        def rows() -> Iterator[list[Any]]:
            return coded_rows(survey)

        archive.writestr("dane.csv", _csv(Table("data", survey.title, columns, rows)))
        book = Table(
            "codebook",
            _("Słownik"),
            [
                Column("column", _("Kolumna")),
                Column("question", _("Pytanie")),
                Column("value", _("Wartość")),
                Column("label", _("Znaczenie")),
            ],
            codebook_rows(survey),
        )
        archive.writestr("slownik.csv", _csv(book))


def _csv(table: Table) -> bytes:
    report = Report(
        title=table.caption,
        subtitle="",
        language="pl",
        created_at=timezone.now(),
        publisher="",
        blocks=[table],
    )
    buffer = BytesIO()
    csv.write(report, buffer, csv.MACHINE)
    return buffer.getvalue()
