"""The terms and meetings of consultations, for calendars."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from consultations.models import Consultation, ConsultationMeeting, Stage
from consultations.models.consultation import start_of_day
from documents.exports.calendar_file import CalendarEntry, EntryStatus
from notifications.domain.letters import absolute, mail_domain
from open_data.public_api import EVERYBODY
from pages import calendar
from pages.calendar import Source


def register_terms() -> None:
    """Let the portal's calendar show the last days of consultations, and their meetings."""
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


def meeting_entry(meeting: ConsultationMeeting) -> CalendarEntry:
    """A meeting as calendars know it; one that was called off says so."""
    return CalendarEntry(
        uid=f"spotkanie-konsultacyjne-{meeting.pk}@{mail_domain()}",
        title=meeting.title,
        starts=meeting.starts_at,
        ends=meeting.ends_at,
        url=absolute(meeting.get_absolute_url()),
        text=meeting.consultation.title,
        place=meeting.place or meeting.online_url,
        categories=(str(_("Konsultacje")),),
        status=EntryStatus.CANCELLED if meeting.cancelled_at else EntryStatus.CONFIRMED,
        changed_at=meeting.updated_at,
        changes=int((meeting.updated_at - meeting.created_at).total_seconds()),
    )


def _between(first: date, last: date) -> Iterator[CalendarEntry]:
    visible = Consultation.objects.visible_to(EVERYBODY)
    rows = visible.filter(closes_on__range=(first, last)).order_by("closes_on", "pk")
    yield from (term_entry(row) for row in rows)
    meetings = ConsultationMeeting.objects.filter(
        consultation__in=visible.values("pk"),
        starts_at__lt=start_of_day(last + timedelta(days=1)),
        ends_at__gte=start_of_day(first),
    )
    for meeting in meetings.select_related("consultation").order_by("starts_at", "pk"):
        yield meeting_entry(meeting)
