"""Downloading the report."""

from __future__ import annotations

import tempfile
from typing import BinaryIO, cast

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from consultations.domain import permissions
from consultations.domain.report import write_consultation_report
from consultations.domain.rounds import results_out
from consultations.models import Consultation
from consultations.web.access import find_consultation, require
from documents.exports import FORMATS

# Reports up to this size stay in memory while they are written.
SPOOL_BYTES = 5 * 1024 * 1024


@require_safe
def download(request: HttpRequest, slug: str, format: str) -> HttpResponse | FileResponse:
    """The report in one of the formats."""
    consultation = find_consultation(request, slug)
    require(permissions.can_download_report(request.user, consultation))
    if format not in FORMATS:
        raise Http404
    # Closed by the response when it has been sent.
    stream = tempfile.SpooledTemporaryFile(max_size=SPOOL_BYTES)  # noqa: SIM115
    rounds = _rounds(request, consultation)
    write_consultation_report(consultation, format, cast(BinaryIO, stream), rounds)
    stream.seek(0)
    return FileResponse(
        stream,
        as_attachment=True,
        filename=f"raport-{consultation.slug[:60]}.{FORMATS[format].extension}",
        content_type=FORMATS[format].content_type,
    )


def _rounds(request: HttpRequest, consultation: Consultation) -> set[int] | None:
    """The round that was asked for (``?tura=2``), or all; readers get what is published."""
    allowed = None
    if not permissions.can_see_positions(request.user, consultation):
        allowed = results_out(consultation)
    asked = request.GET.get("tura", "")
    if not asked:
        return allowed
    number = int(asked) if asked.isdecimal() and len(asked) < 5 else 0
    if not 1 <= number <= consultation.round_number or (
        allowed is not None and number not in allowed
    ):
        raise Http404
    return {number}
