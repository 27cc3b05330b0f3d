"""Terms of editions in the portal's calendar."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy

from awards.models import Edition
from awards.web.files import entries_of
from documents.exports.calendar_file import CalendarEntry
from open_data.public_api import EVERYBODY
from pages import calendar
from pages.calendar import Source


def register_terms() -> None:
    """Let the calendar show when nominations are taken and results come."""
    calendar.register(Source("nagrody", gettext_lazy("Nagrody"), _between, order=40))


def _between(first: date, last: date) -> Iterator[CalendarEntry]:
    touching = Q(opens_on__lte=last, closes_on__gte=first) | Q(
        results_at__date__range=(first, last)
    )
    for edition in Edition.objects.visible_to(EVERYBODY).filter(touching).order_by("pk"):
        for entry in entries_of(edition):
            if _day(entry.starts) <= last and _day(entry.ends or entry.starts) >= first:
                yield entry


def _day(when: date | datetime) -> date:
    return timezone.localtime(when).date() if isinstance(when, datetime) else when
