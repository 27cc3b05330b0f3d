"""The last days of calls in the portal's calendar."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.contrib.auth.models import AnonymousUser
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from documents.exports.calendar_file import CalendarEntry
from notifications.domain.letters import absolute, mail_domain
from pages import calendar
from pages.calendar import Source
from pages.models import Call


def register_terms() -> None:
    """Let the calendar show when calls end."""
    calendar.register(Source("nabory", gettext_lazy("Nabory"), _between, order=15))


def _between(first: date, last: date) -> Iterator[CalendarEntry]:
    rows = Call.objects.visible_to(AnonymousUser()).filter(closes_on__range=(first, last))
    return (_term(row) for row in rows.order_by("closes_on", "pk"))


def _term(call: Call) -> CalendarEntry:
    return CalendarEntry(
        uid=f"nabor-{call.pk}@{mail_domain()}",
        title=_("Koniec naboru: %(title)s") % {"title": call.title},
        starts=call.closes_on,
        url=absolute(call.get_absolute_url()),
        text=call.summary,
        categories=(str(_("Nabory")),),
        changed_at=call.updated_at,
        changes=int((call.updated_at - call.created_at).total_seconds()),
    )
