"""Reports of this part as files."""

from __future__ import annotations

import tempfile
from typing import BinaryIO, cast

from django.http import FileResponse, Http404
from django.utils import translation

from documents.exports import FORMATS, Report, write_report

SPOOL_BYTES = 5 * 1024 * 1024


def report_response(report: Report, format: str, name: str) -> FileResponse:
    """``report`` as a download named ``name``; 404 for a format that nobody writes."""
    if format not in FORMATS:
        raise Http404
    # Closed by the response when it has been sent.
    stream = tempfile.SpooledTemporaryFile(max_size=SPOOL_BYTES)  # noqa: SIM115
    with translation.override(report.language):
        write_report(report, format, cast(BinaryIO, stream))
    stream.seek(0)
    return FileResponse(
        stream,
        as_attachment=True,
        filename=f"{name[:60]}.{FORMATS[format].extension}",
        content_type=FORMATS[format].content_type,
    )
