"""What a body did, in numbers."""

from __future__ import annotations

from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import override
from django.views.decorators.http import require_safe

from documents.exports import FORMATS
from standards.domain import statistics
from standards.web.access import find_group
from standards.web.files import report_response
from standards.web.groups import frame


@require_safe
def page(request: HttpRequest, slug: str) -> HttpResponse:
    """Years of the body."""
    group = find_group(request, slug)
    return render(
        request,
        "standards/statistics.html",
        frame(request, group, "statistics")
        | {"years": statistics.years_of([group]), "formats": list(FORMATS)},
    )


@require_safe
def download(request: HttpRequest, slug: str, format: str) -> FileResponse:
    """The same with every meeting, in one of the formats."""
    group = find_group(request, slug)
    with override("pl"):
        report = statistics.describe_statistics(group)
    return report_response(report, format, f"statystyka-{group.slug}")
