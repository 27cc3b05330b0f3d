"""Events in the portal's calendar."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext_lazy

from documents.exports.calendar_file import CalendarEntry
from events.domain import queries
from events.models import Event
from events.web.feeds import entry_of
from open_data.public_api import EVERYBODY
from pages import calendar
from pages.calendar import Source


def register_terms() -> None:
    """Let the calendar show what happens when."""
    calendar.register(EVENTS)


def _between(first: date, last: date) -> Iterator[CalendarEntry]:
    rows = queries.between(Event.objects.visible_to(EVERYBODY), first, last)
    return (entry_of(row) for row in rows)


EVENTS = Source("wydarzenia", gettext_lazy("Wydarzenia"), _between, order=20)
