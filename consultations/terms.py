"""The terms of consultations, for calendars."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from consultations.models import Consultation, Stage
from documents.exports.calendar_file import CalendarEntry, EntryStatus
from notifications.domain.letters import absolute, mail_domain
from open_data.public_api import EVERYBODY
from pages import calendar
from pages.calendar import Source


def register_terms() -> None:
    """Let the portal's calendar show the last days of consultations."""
    calendar.register(Source("konsultacje", gettext_lazy("Konsultacje"), _between, order=10))


def term_entry(consultation: Consultation) -> CalendarEntry:
    """The last day of one consultation."""
    is_cancelled = consultation.stage == Stage.CANCELLED
    return CalendarEntry(
        uid=f"konsultacja-{consultation.pk}@{mail_domain()}",
        title=_("Koniec konsultacji: %(title)s") % {"title": consultation.title},
        starts=consultation.closes_on,
        url=absolute(consultation.get_absolute_url()),
        text=_("Uwagi można składać do 23:59:59 tego dnia."),
        categories=(str(_("Konsultacje")),),
        status=EntryStatus.CANCELLED if is_cancelled else EntryStatus.CONFIRMED,
        changed_at=consultation.updated_at,
        # Seconds grow with each change, as RFC 5545 asks of a sequence.
        changes=int((consultation.updated_at - consultation.created_at).total_seconds()),
    )


def _between(first: date, last: date) -> Iterator[CalendarEntry]:
    visible = Consultation.objects.visible_to(EVERYBODY)
    rows = visible.filter(closes_on__range=(first, last)).order_by("closes_on", "pk")
    return (term_entry(row) for row in rows)
