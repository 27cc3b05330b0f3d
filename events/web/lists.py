"""The list of events and their calendar."""

from __future__ import annotations

from datetime import date

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from events.calendar_terms import EVENTS
from events.domain import permissions, queries
from events.models import Series
from events.web.feeds import entry_of
from events.web.filters import EventFilter
from events.web.freshness import of_all_events
from pages.calendar import YEARS, Happening, month_of, shown_with
from pages.freshness import fresh_for_anonymous

PAGE_SIZE = 20


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
    if year not in YEARS or month not in range(1, 13):
        raise Http404
    data = request.GET.copy()
    data["when"] = "all"
    rows = queries.events_for_list(request.user)
    filters = EventFilter(data, queryset=rows, request=request)
    first = date(year, month, 1)
    events = queries.between(filters.qs, *shown_with(first))
    found = month_of(first, [Happening(EVENTS, entry_of(event)) for event in events])
    return render(
        request,
        "events/calendar.html",
        {
            "filter": filters,
            "month": found,
            "before_url": _address(request, found.before),
            "after_url": _address(request, found.after),
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


def _address(request: HttpRequest, first: date | None) -> str:
    """The calendar of another month with the same filters, if there is one."""
    if first is None:
        return ""
    filters = request.GET.urlencode()
    address = reverse("events:month", args=[first.year, first.month])
    return f"{address}?{filters}" if filters else address
