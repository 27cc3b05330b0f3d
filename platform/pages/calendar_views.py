"""Pages of the calendar: month, list, and the file to subscribe to."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from documents.exports.calendar_file import CONTENT_TYPE, calendar_bytes
from pages import calendar

LISTED_DAYS = 92
# What a subscribed calendar keeps: a little of the past, a year ahead.
PAST, AHEAD = timedelta(days=31), timedelta(days=366)


@require_safe
def month(request: HttpRequest) -> HttpResponse:
    """One month as a table; on a phone the same days as a list."""
    first = _month(request)
    kind = _kind(request)
    rows = calendar.happenings(*calendar.shown_with(first), key=kind)
    found = calendar.month_of(first, rows)
    return render(
        request,
        "pages/calendar_month.html",
        _frame(request)
        | {
            "month": found,
            "before_url": _address(found.before, kind),
            "after_url": _address(found.after, kind),
        },
    )


@require_safe
def listed(request: HttpRequest) -> HttpResponse:
    """What happens in the next three months, day by day."""
    today = timezone.localdate()
    rows = calendar.happenings(today, today + timedelta(days=LISTED_DAYS), key=_kind(request))
    return render(request, "pages/calendar_list.html", _frame(request) | {"rows": rows})


@require_safe
def subscribed(request: HttpRequest) -> HttpResponse:
    """The calendar for any calendar program."""
    today = timezone.localdate()
    rows = calendar.happenings(today - PAST, today + AHEAD, key=_kind(request))
    name = _("Kalendarz – %(site)s") % {"site": settings.SITE_NAME}
    response = HttpResponse(
        calendar_bytes([row.entry for row in rows], name), content_type=CONTENT_TYPE
    )
    response["Content-Disposition"] = 'attachment; filename="kalendarz.ics"'
    return response


def _frame(request: HttpRequest) -> dict[str, Any]:
    kind = _kind(request)
    return {
        "sources": calendar.sources(),
        "kind": kind,
        "query": f"?rodzaj={kind}" if kind else "",
    }


def _kind(request: HttpRequest) -> str:
    """The kind asked for; an unknown one narrows nothing."""
    wanted = request.GET.get("rodzaj", "")
    return wanted if wanted in {source.key for source in calendar.sources()} else ""


def _address(first: date | None, kind: str) -> str:
    """The page of another month, if there is one."""
    if first is None:
        return ""
    wanted = {"miesiac": f"{first:%Y-%m}"}
    if kind:
        wanted["rodzaj"] = kind
    return f"?{urlencode(wanted)}"


def _month(request: HttpRequest) -> date:
    """The first day of the month asked for as 2026-11; of this month otherwise."""
    today = timezone.localdate()
    try:
        year, number = (int(part) for part in request.GET.get("miesiac", "").split("-"))
        if year in calendar.YEARS:
            return date(year, number, 1)
    except ValueError:
        pass
    return today.replace(day=1)
