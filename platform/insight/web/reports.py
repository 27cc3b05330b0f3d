"""Reports of use: for officials and administrators."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from documents.exports import FORMATS
from insight.domain.reporting import report_of_use
from insight.domain.usage import charts, participation_chart, taken_part, usage
from insight.participation import Side
from insight.permissions import can_see_reports
from insight.web.files import report_file
from insight.web.forms import PeriodForm, default_period


@login_required
@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """Visits and participation of a period."""
    _require(request)
    form = _form(request)
    period = form.period()
    found = usage(period)
    context = {
        "form": form,
        "period": period,
        "usage": found,
        "charts": charts(found),
        "sides": list(Side),
        "taken": [(row, participation_chart(row)) for row in taken_part(period)],
        "formats": FORMATS.items(),
    }
    return render(request, "insight/reports.html", context)


@login_required
@require_safe
def export(request: HttpRequest, format: str) -> FileResponse:
    """The same as a file."""
    _require(request)
    return report_file(report_of_use(_form(request).period()), format, _("korzystanie-z-portalu"))


def _form(request: HttpRequest) -> PeriodForm:
    if {"od", "do"} & set(request.GET):
        return PeriodForm(request.GET)
    period = default_period()
    return PeriodForm({"od": period.since, "do": period.until})


def _require(request: HttpRequest) -> None:
    if not can_see_reports(request.user):
        raise PermissionDenied
