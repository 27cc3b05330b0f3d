"""Answering with a report or with bytes."""

from __future__ import annotations

import tempfile
from typing import BinaryIO, cast

from django.http import FileResponse, Http404, HttpResponse

from documents.exports import FORMATS, Report, write_report

SPOOL_BYTES = 5 * 1024 * 1024


def report_response(report: Report, format: str, name: str) -> FileResponse:
    """The report in one of the formats; 404 for others."""
    if format not in FORMATS:
        raise Http404
    # Closed by the response when it has been sent.
    stream = tempfile.SpooledTemporaryFile(max_size=SPOOL_BYTES)  # noqa: SIM115
    write_report(report, format, cast(BinaryIO, stream))
    stream.seek(0)
    return FileResponse(
        stream,
        as_attachment=True,
        filename=f"{name[:60]}.{FORMATS[format].extension}",
        content_type=FORMATS[format].content_type,
    )


def bytes_response(data: bytes, content_type: str, name: str, inline: bool = False) -> HttpResponse:
    """A file made now."""
    response = HttpResponse(data, content_type=content_type)
    kind = "inline" if inline else "attachment"
    response["Content-Disposition"] = f'{kind}; filename="{name}"'
    response["X-Content-Type-Options"] = "nosniff"
    return response
