"""What the portal's search finds of events."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from events.models import Event
from open_data.public_api import EVERYBODY
from search import registry
from search.registry import Entry, Indexed


def register_found() -> None:
    """Make events findable, by the words of their programmes too."""
    registry.register(
        Indexed(
            key="wydarzenia",
            label=_("Wydarzenia"),
            model=Event,
            public_rows=_public_rows,
            entry=_event,
            order=15,
            note=_when_and_where,
        )
    )


def _public_rows() -> QuerySet[Event]:
    return Event.objects.visible_to(EVERYBODY).select_related("public_body", "programme", "series")


def _event(row: Event) -> Entry:
    return Entry(
        title=row.title,
        url=row.get_absolute_url(),
        summary=row.summary,
        owner=row.public_body.name,
        texts=(row.description, row.venue, row.town, *_words_of_programme(row)),
        county_id=row.county_id,
        happens_on=timezone.localdate(row.starts_at),
        ended_on=timezone.localdate(row.ends_at),
    )


def _words_of_programme(row: Event) -> list[str]:
    sessions = row.programme.content["sessions"] if row.programme else []
    return [
        part
        for session in sessions
        for part in (
            session["title"],
            session["abstract"],
            *(person["name"] for person in session["people"]),
        )
        if part
    ]


def _when_and_where(row: Event) -> str:
    day = date_format(timezone.localdate(row.starts_at), "DATE_FORMAT")
    return ", ".join(part for part in (day, row.venue, row.town) if part)
