"""Every non-trivial read; pages show what these return and ask the database no more."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Case, Q, QuerySet, When
from django.utils import timezone

from events.models import Event, EventStage, Material, SessionSignup, SessionStar
from open_data.public_api import EVERYBODY
from organizations.models import Organization
from surveys.models import Questionnaire, Version, VersionState
from surveys.owners import kept_by

# How the keys of questionnaires begin that come with the portal's own data.
DELIVERED = "events-"


def events_for_list(user: Any) -> QuerySet[Event]:
    """What a list of events shows, without a query per row."""
    return (
        Event.objects.visible_to(user)
        .filter(is_template=False)
        .select_related("public_body", "county", "series")
        .defer("description", "accessibility")
    )


def search(events: QuerySet[Event], words: str) -> QuerySet[Event]:
    """Those whose title, summary or town holds each word; diacritics may be missing."""
    for word in words.split():
        events = events.filter(
            Q(title__unaccent__icontains=word)
            | Q(summary__unaccent__icontains=word)
            | Q(town__unaccent__icontains=word)
        )
    return events


def with_free_places(events: QuerySet[Event]) -> QuerySet[Event]:
    """Those on which somebody may still count: free places, and nobody waits for them."""
    return events.filter(
        Q(free_places__isnull=True) | Q(free_places__gt=0), ends_at__gt=timezone.now()
    ).filter(stage=EventStage.PUBLISHED)


def next_events(user: Any, limit: int = 6) -> QuerySet[Event]:
    """What comes next or goes on now."""
    return (
        events_for_list(user)
        .filter(stage=EventStage.PUBLISHED, ends_at__gt=timezone.now())
        .order_by("starts_at", "pk")[:limit]
    )


def nearest_to(event: Event, limit: int = 3) -> QuerySet[Event]:
    """Other coming events: of the same series first, then of the same county, then by date."""
    same_series = When(series__isnull=False, series=event.series_id, then=0)
    same_county = When(county__isnull=False, county=event.county_id, then=1)
    return (
        events_for_list(EVERYBODY)
        .filter(stage=EventStage.PUBLISHED, ends_at__gt=timezone.now())
        .exclude(pk=event.pk)
        .order_by(Case(same_series, same_county, default=2), "starts_at")[:limit]
    )


def between(events: QuerySet[Event], first: date, last: date) -> QuerySet[Event]:
    """Those that go on during the days, both included, in order of time."""
    return events.filter(
        starts_at__lt=_midnight(last + timedelta(days=1)), ends_at__gt=_midnight(first)
    ).order_by("starts_at", "pk")


def days_of(event: Event) -> list[date]:
    """Every local day on which the event goes on."""
    first = timezone.localdate(event.starts_at)
    last = timezone.localdate(event.ends_at - timedelta(microseconds=1))
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]


def materials_of(event: Event) -> QuerySet[Material]:
    """Files and links of the event and its sessions."""
    return event.materials.select_related("file", "session")


def my_session_ids(user: Any, event: Event) -> set[int]:
    """Sessions that the person starred or signed up for."""
    if not user.is_authenticated:
        return set()
    stars = SessionStar.objects.filter(user=user, session__event=event)
    signups = SessionSignup.objects.filter(
        registration__user=user, session__event=event, is_waiting=False
    )
    return {*stars.values_list("session", flat=True), *signups.values_list("session", flat=True)}


def taken_places(event: Event) -> dict[int, int]:
    """How many signed up, by session."""
    return dict(event.sessions.filter(capacity__isnull=False).values_list("pk", "taken"))


def organised_by(user: Any) -> QuerySet[Event]:
    """Events of the person's offices and teams, the next first."""
    return (
        Event.objects.organised_by(user)
        .filter(is_template=False)
        .select_related("public_body")
        .order_by("-starts_at")
    )


def organizations_by_name(name: str) -> Organization | None:
    """The published organization that is called exactly so."""
    return Organization.objects.published().filter(name__iexact=name.strip()).first()


def usable_questionnaires(user: Any) -> QuerySet[Version]:
    """Published questionnaires that the person keeps, and those delivered with the portal."""
    theirs = Questionnaire.objects.filter(kept_by(user) | Q(key__startswith=DELIVERED))
    return Version.objects.filter(
        state=VersionState.PUBLISHED, questionnaire__in=theirs
    ).select_related("questionnaire")


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
