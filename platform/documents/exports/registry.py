"""The formats that a report can be asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO

from django.utils import translation

from documents.exports import csv, docx, json, ods, pdf, xlsx
from documents.exports.description import Report

Write = Callable[[Report, BinaryIO], None]


class UnknownFormat(LookupError):
    """Nobody writes this format."""


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name for people, file extension, MIME type and writer."""

    label: str
    extension: str
    content_type: str
    write: Write


_OFFICE = "application/vnd.openxmlformats-officedocument"
FORMATS: dict[str, Format] = {
    "pdf": Format("PDF", "pdf", "application/pdf", pdf.write),
    "docx": Format("DOCX", "docx", f"{_OFFICE}.wordprocessingml.document", docx.write),
    "xlsx": Format("XLSX", "xlsx", f"{_OFFICE}.spreadsheetml.sheet", xlsx.write),
    "ods": Format("ODS", "ods", "application/vnd.oasis.opendocument.spreadsheet", ods.write),
    "csv": Format("CSV", "csv", "text/csv; charset=utf-8", csv.write),
    "json": Format("JSON", "json", "application/json", json.write),
}


def write_report(
    report: Report, format: str, stream: BinaryIO, *, told: pdf.Told | None = None
) -> None:
    """Write ``report`` as ``format`` (a key of ``FORMATS``) to a binary ``stream``.

    Typesetting is long after the last row was read; ``told`` hears how far it has come.

    The stream needs no more than ``write``; labels that writers add (page numbers, column
    titles of charts) speak the report's language whatever the reader's own.
    """
    try:
        chosen = FORMATS[format]
    except KeyError:
        raise UnknownFormat(format) from None
    with translation.override(report.language):
        if chosen.write is pdf.write and told is not None:
            pdf.write(report, stream, told=told)
        else:
            chosen.write(report, stream)
