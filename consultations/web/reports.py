"""The report: its page with numbers and drawings, and its files."""

from __future__ import annotations

import tempfile
from typing import Any, BinaryIO, cast

from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from accounts.typed_numbers import typed_number
from consultations.domain import permissions, report_files
from consultations.domain.report import write_consultation_report
from consultations.domain.report_numbers import report_numbers
from consultations.domain.rounds import results_out
from consultations.exports.report_numbers import charts
from consultations.models import Consultation, ReportFile, ReportState
from consultations.web.access import find_consultation, require
from consultations.web.frame import frame
from documents.exports import FORMATS
from documents.serving import file_response

# Reports up to this size stay in memory while they are written.
SPOOL_BYTES = 5 * 1024 * 1024


@require_safe
def overview(request: HttpRequest, slug: str) -> HttpResponse:
    """Who took part, what the office answered, and the files."""
    return _overview(request, _find(request, slug))


@require_safe
def files(request: HttpRequest, slug: str) -> HttpResponse:
    """The list of files alone; asked for again while a worker is busy."""
    consultation = _find(request, slug)
    context = {"consultation": consultation, **_files(request, consultation)}
    return render(request, "consultations/_report_files.html", context)


@require_safe
def download(request: HttpRequest, slug: str, format: str) -> HttpResponseBase:
    """The report in one of the formats; a long one is made first, with progress shown."""
    consultation = _find(request, slug)
    if format not in FORMATS:
        raise Http404
    rounds = _rounds(request, consultation)
    if not report_files.is_long(consultation, rounds):
        return _written_now(consultation, format, rounds)
    report = report_files.ask_for_report(consultation, format, rounds)
    if report.state == ReportState.READY and report.file:
        return file_response(report.file, as_attachment=True, request=request)
    return _overview(request, consultation, status=202)


@require_POST
def retry(request: HttpRequest, slug: str, key: int) -> HttpResponse:
    """Try again to make a file that failed."""
    consultation = _find(request, slug)
    report_files.ask_again(get_object_or_404(ReportFile, consultation=consultation, pk=key))
    return redirect("consultations:report_page", consultation.slug)


def _find(request: HttpRequest, slug: str) -> Consultation:
    consultation = find_consultation(request, slug)
    require(permissions.can_download_report(request.user, consultation))
    return consultation


def _overview(request: HttpRequest, consultation: Consultation, status: int = 200) -> HttpResponse:
    numbers = report_numbers(consultation, _rounds(request, consultation))
    drawings = [(f"wykres-{place}", chart) for place, chart in enumerate(charts(numbers), 1)]
    context = frame(request, consultation, "report") | {
        "numbers": numbers,
        "drawings": drawings,
        **_files(request, consultation),
    }
    return render(request, "consultations/report.html", context, status=status)


def _files(request: HttpRequest, consultation: Consultation) -> dict[str, Any]:
    """Formats with the state of their files; short reports have none, they are written at once."""
    rounds = _rounds(request, consultation)
    is_long = report_files.is_long(consultation, rounds)
    made = report_files.files_to_show(consultation, rounds) if is_long else {}
    return {
        "files": [(format, FORMATS[format].label, made.get(format)) for format in FORMATS],
        "is_long": is_long,
        "asked_round": request.GET.get("tura", ""),
        "is_at_work": any(report.is_at_work for report in made.values()),
    }


def _written_now(consultation: Consultation, format: str, rounds: set[int] | None) -> FileResponse:
    # Closed by the response when it has been sent.
    stream = tempfile.SpooledTemporaryFile(max_size=SPOOL_BYTES)  # noqa: SIM115
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
    number = typed_number(asked) or 0
    if not 1 <= number <= consultation.round_number or (
        allowed is not None and number not in allowed
    ):
        raise Http404
    return {number}
