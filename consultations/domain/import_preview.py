"""What the preview of filled forms shows: rows, counts, files, and the rows still to correct."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from tempfile import TemporaryFile
from typing import IO, Any

from django.conf import settings
from django.db.models import Count, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from consultations.models import (
    Consultation,
    RemarkImport,
    RemarkImportFile,
    RemarkImportRow,
    RowStatus,
)
from documents.exports import Column, Report, Table, write_report

PROBLEMS = {
    "no_text": gettext_lazy("Brak treści uwagi."),
    "too_long": gettext_lazy("Tekst jest dłuższy niż 20 000 znaków."),
    "formula": gettext_lazy("W komórce jest formuła zamiast tekstu."),
    "no_submitter": gettext_lazy("Nie wiadomo, kto zgłasza uwagę."),
    "unknown_unit": gettext_lazy("Nie wiadomo, o którą jednostkę chodzi."),
    "guessed_unit": gettext_lazy("Jednostka jest domyślna, potwierdź ją."),
    "same_file": gettext_lazy("Ten wiersz tego pliku jest już zapisany."),
    "same_remark": gettext_lazy("Taka sama uwaga tej osoby jest już zapisana."),
}
FAILURES = {
    "no_table": gettext_lazy("Nie ma w nim tabeli z kolumnami „Jednostka redakcyjna” i „Uwaga”."),
    "damaged": gettext_lazy("Plik jest uszkodzony."),
    "too_many_rows": gettext_lazy("Tabela ma ponad 5000 wierszy. Podziel ją na części."),
    "other_consultation": gettext_lazy("To formularz innych konsultacji."),
}
_TO_CORRECT = (RowStatus.CHOOSE, RowStatus.WRONG)


@dataclass(frozen=True, slots=True)
class StatusCount:
    """How many rows there are of one status."""

    status: RowStatus
    count: int


def batches_of(consultation: Consultation) -> QuerySet[RemarkImport]:
    """Batches with their counts."""
    return (
        consultation.remark_imports.select_related("created_by", "consultation")
        .annotate(
            file_count=Count("files", distinct=True),
            written=Count("files__rows", filter=Q(files__rows__status=RowStatus.WRITTEN)),
            to_correct=Count("files__rows", filter=Q(files__rows__status__in=_TO_CORRECT)),
        )
        .order_by("-created_at", "-pk")
    )


def rows_of(batch: RemarkImport, status: str = "") -> QuerySet[RemarkImportRow]:
    """Rows in the order of the files; of one status when it names one."""
    rows = RemarkImportRow.objects.filter(source__batch=batch).select_related(
        "source__file", "source__organization", "organization", "provision", "remark"
    )
    if status in RowStatus.values:
        rows = rows.filter(status=status)
    return rows.order_by("source", "number")


def counts_of(batch: RemarkImport) -> list[StatusCount]:
    """Counts of the statuses that occur, those that ask for work first."""
    counted: Any = (
        RemarkImportRow.objects.filter(source__batch=batch)
        .values_list("status")
        .annotate(n=Count("pk"))
        .order_by()
    )
    found: dict[str, int] = dict(counted)
    order = [RowStatus.CHOOSE, RowStatus.WRONG, RowStatus.NEW, RowStatus.SAME]
    order += [RowStatus.SKIPPED, RowStatus.WRITTEN]
    return [StatusCount(status, found[status]) for status in order if status in found]


def files_of(batch: RemarkImport) -> QuerySet[RemarkImportFile]:
    """The forms of a batch with how many rows were filled in each."""
    return (
        batch.files.select_related("file", "organization")
        .annotate(row_count=Count("rows"))
        .order_by("pk")
    )


def citations(consultation: Consultation) -> QuerySet[Any]:
    """What can be written in the field of a unit."""
    return consultation.units().exclude(citation="").values_list("citation", flat=True)


def open_rows_as_sheet(batch: RemarkImport) -> IO[bytes]:
    """Rows that cannot be written yet, as CSV in which nothing can run."""
    columns = [
        Column("file", _("Plik")),
        Column("row", _("Wiersz"), kind="integer"),
        Column("problem", _("Co poprawić"), width=3),
        Column("submitter", _("Zgłaszający")),
        Column("unit", _("Jednostka redakcyjna")),
        Column("text", _("Uwaga"), width=4),
        Column("wording", _("Proponowane brzmienie"), width=4),
        Column("justification", _("Uzasadnienie"), width=4),
    ]
    title = _("Wiersze do poprawienia")
    stream = TemporaryFile()  # noqa: SIM115 - the response closes it
    report = Report(
        title=title,
        subtitle=str(batch.consultation),
        language="pl",
        created_at=timezone.now(),
        publisher=settings.SITE_NAME,
        blocks=[Table("rows", title, columns, lambda: _sheet_rows(batch))],
    )
    write_report(report, "csv", stream)
    stream.seek(0)
    return stream


def _sheet_rows(batch: RemarkImport) -> Iterator[tuple[Any, ...]]:
    for row in rows_of(batch).filter(status__in=_TO_CORRECT).iterator(chunk_size=500):
        yield (
            row.source.file.original_name,
            row.number,
            str(PROBLEMS.get(row.problem, "")),
            row.signature,
            row.citation,
            row.text,
            row.proposed_wording,
            row.justification,
        )
