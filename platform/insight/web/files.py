"""Reports as downloads."""

from __future__ import annotations

import tempfile
from typing import BinaryIO, cast

from django.http import FileResponse, Http404

from documents.exports import FORMATS, Report, write_report

SPOOL_BYTES = 5 * 1024 * 1024


def report_file(report: Report, format: str, name: str) -> FileResponse:
    """``report`` in one of the formats; 404 for others."""
    if format not in FORMATS:
        raise Http404
    chosen = FORMATS[format]
    # Closed by the response when it has been sent.
    stream = tempfile.SpooledTemporaryFile(max_size=SPOOL_BYTES)  # noqa: SIM115
    write_report(report, format, cast(BinaryIO, stream))
    stream.seek(0)
    return FileResponse(
        stream,
        as_attachment=True,
        filename=f"{name}.{chosen.extension}",
        content_type=chosen.content_type,
    )
