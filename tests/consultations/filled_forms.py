"""Remark forms filled in the way people do it: in Word and in a spreadsheet."""

from __future__ import annotations

import io
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from docx import Document
from openpyxl import load_workbook

from consultations.models import Consultation, RemarkImport

UNIT, TEXT, WORDING, WHY = 1, 3, 4, 5
WHO = "Stowarzyszenie Nasza Gmina"


def blank(consultation: Consultation, format: str) -> bytes:
    """The form as the consultation's page offers it."""
    response: Any = Client().get(
        reverse("consultations:remark_form", args=[consultation.slug, format])
    )
    assert response.status_code == 200
    return b"".join(response.streaming_content)


def filled_docx(
    consultation: Consultation,
    remarks: dict[str, str],
    *,
    who: str = WHO,
    added: list[tuple[str, str]] | None = None,
    reverse_rows: bool = False,
) -> bytes:
    """The form with ``remarks`` by citation and rows ``added`` by hand."""
    document = Document(io.BytesIO(blank(consultation, "docx")))
    questions, table = document.tables
    questions.rows[0].cells[1].text = who
    rows = list(table.rows)
    free = [row for row in rows[1:] if not row.cells[UNIT].text]
    for row in rows[1:]:
        citation = row.cells[UNIT].text.split("⟦")[0].replace("\xa0", " ")
        if citation in remarks:
            row.cells[TEXT].text = remarks[citation]
    for (unit, text), row in zip(added or [], free, strict=False):
        row.cells[UNIT].text, row.cells[TEXT].text = unit, text
    if reverse_rows:
        for row in rows[1:]:
            table._tbl.insert(table._tbl.index(rows[0]._tr) + 1, row._tr)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def filled_xlsx(
    consultation: Consultation,
    remarks: dict[str, Any],
    *,
    who: str = WHO,
    added: list[tuple[str, str]] | None = None,
) -> bytes:
    """The same in a spreadsheet."""
    book = load_workbook(io.BytesIO(blank(consultation, "xlsx")))
    sheet = book.worksheets[0]
    free = []
    for row in sheet.iter_rows():
        if str(row[0].value).startswith("Zgłaszający"):
            row[2].value = who
        citation = row[UNIT].value
        if citation in remarks:
            row[TEXT].value = remarks[citation]
        if isinstance(row[0].value, int) and not citation:
            free.append(row)
    for (unit, text), row in zip(added or [], free, strict=False):
        row[UNIT].value, row[TEXT].value = unit, text
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def table_docx(head: list[str], rows: list[list[str]]) -> bytes:
    """A table that somebody made without the form."""
    document = Document()
    table = document.add_table(rows=1, cols=len(head))
    for cell, text in zip(table.rows[0].cells, head, strict=True):
        cell.text = text
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def upload(content: bytes, name: str = "formularz.docx") -> SimpleUploadedFile:
    """As the browser sends it."""
    return SimpleUploadedFile(name, content)


def bring(
    client: Client, consultation: Consultation, *files: SimpleUploadedFile, **more: Any
) -> Any:
    """Send filled forms and follow to the preview."""
    fields = {"channel": "letter", "received_on": "2026-11-03", "filled": list(files)}
    return client.post(
        reverse("consultations:remark_imports", args=[consultation.slug]),
        fields | more,
        follow=True,
    )


def confirm(client: Client, batch: RemarkImport) -> Any:
    """The official agrees to the preview."""
    return client.post(
        reverse("consultations:confirm_import", args=[batch.consultation.slug, batch.pk]),
        follow=True,
    )
