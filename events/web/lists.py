"""The list of events and their calendar."""

from __future__ import annotations

from datetime import date

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from events.domain import permissions, queries
from events.models import Series
from events.web.filters import EventFilter
from events.web.freshness import of_all_events
from pages.freshness import fresh_for_anonymous

PAGE_SIZE = 20
YEARS = range(2000, 2101)


@require_safe
@fresh_for_anonymous(shared=of_all_events)
def event_list(request: HttpRequest) -> HttpResponse:
    """Coming events first; filters show the others."""
    data = request.GET.copy()
    data.setdefault("when", "coming")
    rows = queries.events_for_list(request.user).order_by("starts_at", "pk")
    filters = EventFilter(data, queryset=rows, request=request)
    page = Paginator(filters.qs, PAGE_SIZE).get_page(request.GET.get("page"))
    return render(
        request,
        "events/list.html",
        {
            "filter": filters,
            "page": page,
            "today": timezone.localdate(),
            "can_create": permissions.can_create_event(request.user),
        },
    )


@require_safe
@fresh_for_anonymous(shared=of_all_events)
def calendar(request: HttpRequest, year: int, month: int) -> HttpResponse:
    """One month as a calendar, with the filters of the list."""
    if year not in YEARS or not 1 <= month <= 12:
        raise Http404
    data = request.GET.copy()
    data["when"] = "all"
    rows = queries.events_for_list(request.user)
    filters = EventFilter(data, queryset=rows, request=request)
    first = date(year, month, 1)
    weeks = queries.month(filters.qs, year, month)
    has_events = any(day.is_of_month and day.events for week in weeks for day in week)
    return render(
        request,
        "events/calendar.html",
        {
            "filter": filters,
            "first": first,
            "weeks": weeks,
            "has_events": has_events,
            "before": _month_before(first),
            "after": _month_after(first),
            "today": timezone.localdate(),
            "can_create": permissions.can_create_event(request.user),
        },
    )


@require_safe
@fresh_for_anonymous(of_all_events)
def series(request: HttpRequest, slug: str) -> HttpResponse:
    """A series with all its dates."""
    found = get_object_or_404(Series.objects.select_related("public_body"), slug=slug)
    events = queries.events_for_list(request.user).filter(series=found)
    return render(
        request,
        "events/series.html",
        {
            "series": found,
            "events": list(events.order_by("starts_at")),
            "can_edit": permissions.can_edit_series(request.user, found),
        },
    )


def _month_before(first: date) -> date:
    return date(first.year - 1, 12, 1) if first.month == 1 else first.replace(month=first.month - 1)


def _month_after(first: date) -> date:
    return date(first.year + 1, 1, 1) if first.month == 12 else first.replace(month=first.month + 1)
