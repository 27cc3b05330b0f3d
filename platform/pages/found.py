"""What the portal's search finds of news and calls."""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from pages.models import Call, News
from search import registry
from search.registry import Entry, Indexed

EVERYBODY = AnonymousUser()


def register_found() -> None:
    """Make news and calls findable from the moment on which they are visible."""
    registry.register(
        Indexed(
            key="nabory",
            label=_("Nabory"),
            model=Call,
            public_rows=lambda: Call.objects.visible_to(EVERYBODY).prefetch_related("counties"),
            entry=_call,
            order=15,
            note=_term,
        )
    )
    registry.register(
        Indexed(
            key="aktualnosci",
            label=_("Aktualności"),
            model=News,
            public_rows=lambda: News.objects.visible_to(EVERYBODY),
            entry=_news,
            order=70,
            note=lambda row: date_format(timezone.localdate(row.publish_at), "DATE_FORMAT"),
        )
    )


def _call(row: Call) -> Entry:
    counties = [county.pk for county in row.counties.all()]
    return Entry(
        title=row.title,
        url=row.get_absolute_url(),
        summary=row.summary,
        owner=row.publisher_name,
        texts=(row.text, row.contact),
        county_id=counties[0] if len(counties) == 1 else None,
        topics=tuple(row.topics),
        happens_on=row.closes_on,
        ended_on=row.closes_on,
    )


def _news(row: News) -> Entry:
    return Entry(
        title=row.title,
        url=row.get_absolute_url(),
        summary=row.summary,
        owner=row.publisher_name,
        texts=(row.text,),
        county_id=row.county_id,
        happens_on=timezone.localdate(row.publish_at),
    )


def _term(row: Call) -> str:
    return _("Termin: %(day)s") % {"day": date_format(row.closes_on, "DATE_FORMAT")}
