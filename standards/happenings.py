"""Meetings and elections in the portal's calendar."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext_lazy as _

from documents.exports.calendar_file import CalendarEntry, EntryStatus
from notifications.domain.letters import absolute, mail_domain
from open_data.public_api import EVERYBODY
from pages import calendar
from pages.calendar import Source
from standards.models import Election, Meeting, MeetingState, WorkingGroup


def register_happenings() -> None:
    """Make both kinds known to the calendar."""
    calendar.register(
        Source("spotkania-zespolow", _("Spotkania zespołów"), meetings_between, order=40)
    )
    calendar.register(Source("wybory-do-rad", _("Wybory do rad"), elections_between, order=45))


def meetings_between(first: date, last: date) -> Iterator[CalendarEntry]:
    """Meetings of listed bodies; without links that only members may have."""
    rows = Meeting.objects.filter(
        group__in=WorkingGroup.objects.visible_to(EVERYBODY),
        starts_at__date__lte=last,
        ends_at__date__gte=first,
    ).select_related("group")
    for row in rows.order_by("starts_at", "pk"):
        is_cancelled = row.state == MeetingState.CANCELLED
        yield CalendarEntry(
            uid=f"spotkanie-{row.pk}@{mail_domain()}",
            title=row.title,
            starts=row.starts_at,
            ends=row.ends_at,
            url=absolute(row.get_absolute_url()),
            text=row.agenda,
            place=row.place,
            categories=(row.group.name,),
            status=EntryStatus.CANCELLED if is_cancelled else EntryStatus.CONFIRMED,
            changed_at=row.updated_at,
            changes=row.changes,
        )


def elections_between(first: date, last: date) -> Iterator[CalendarEntry]:
    """Days of voting in announced elections."""
    rows = Election.objects.filter(
        state="announced",
        council__is_listed=True,
        voting_from__date__lte=last,
        voting_until__date__gte=first,
    )
    for row in rows.order_by("voting_from", "pk"):
        yield CalendarEntry(
            uid=f"wybory-{row.pk}@{mail_domain()}",
            title=row.title,
            starts=row.voting_from,
            ends=row.voting_until,
            url=absolute(row.get_absolute_url()),
            changed_at=row.updated_at,
        )
