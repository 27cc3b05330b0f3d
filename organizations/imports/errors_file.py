"""The rows that were not taken over, as a file with the reason beside each."""

from __future__ import annotations

import json
from collections.abc import Iterator
from tempfile import TemporaryFile
from typing import IO, Any

from django.conf import settings
from django.core.files import File
from django.utils import timezone
from django.utils.translation import gettext as _

from documents.exports import Column, Report, Table, write_report
from documents.models import StoredFile
from documents.storing import store_upload
from documents.uploads import check_upload
from organizations.imports.rows import ImportedRow


class ErrorsFile:
    """Collects wrong rows on disk, then makes a CSV of them (formulas neutralised)."""

    def __init__(self, headers: list[str], spool: IO[bytes]) -> None:
        self.headers = headers
        self.spool = spool

    def add(self, row: ImportedRow) -> None:
        """Keep a row with its mistakes."""
        line = [row.number, "; ".join(row.mistakes), *row.cells]
        self.spool.write(json.dumps(line, ensure_ascii=False).encode() + b"\n")

    def store(self, run: Any) -> StoredFile:
        """The file for download."""
        with TemporaryFile() as written:
            write_report(self._report(), "csv", written)
            size = written.tell()
            written.seek(0)
            name = f"bledy-{run.pk}.csv"
            checked = check_upload(File(written, name=name), {"csv"}, size + 1)
            return store_upload(checked, uploaded_by=run.created_by)

    def _report(self) -> Report:
        columns = [
            Column("row", _("Wiersz"), kind="integer"),
            Column("mistakes", _("Co poprawić"), width=3),
            *(Column(f"c{number}", title) for number, title in enumerate(self.headers)),
        ]
        table = Table(key="errors", caption=_("Błędne wiersze"), columns=columns, rows=self._rows)
        return Report(
            title=_("Błędne wiersze"),
            subtitle="",
            language=settings.LANGUAGE_CODE,
            created_at=timezone.now(),
            publisher=settings.SITE_NAME,
            blocks=[table],
        )

    def _rows(self) -> Iterator[list[Any]]:
        self.spool.seek(0)
        for line in self.spool:
            yield json.loads(line)
