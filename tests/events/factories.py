"""Events in every state, made the way the portal makes them."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import count
from typing import Any

from django.utils import timezone

from accounts.models import User
from events.domain import organising, programme, registering, rows
from events.domain.registering import Newcomer
from events.models import (
    Event,
    EventKind,
    EventStage,
    Pool,
    Registration,
    Room,
    Sector,
    Session,
    Speaker,
    TeamMember,
    Track,
)
from organizations.models import (
    Organization,
    OrganizationMembership,
    OrganizationRole,
    PublicBody,
)
from territory.models import Area
from tests.accounts.factories import UserFactory
from tests.consultations.factories import marshal_office, official
from tests.organizations.factories import OrganizationFactory

__all__ = ["marshal_office", "official"]
_numbers = count(1)


def in_days(days: float) -> datetime:
    """A whole hour so many days from now."""
    moment = timezone.now() + timedelta(days=days)
    return moment.replace(minute=0, second=0, microsecond=0)


def new_event(**fields: Any) -> Event:
    """An event in preparation, three weeks ahead."""
    starts = fields.pop("starts_at", None) or in_days(21)
    values: dict[str, Any] = {
        "title": "Forum Inicjatyw Pozarządowych",
        "kind": EventKind.FORUM,
        "public_body": marshal_office(),
        "summary": "Spotkanie organizacji i administracji z całego regionu.",
        "starts_at": starts,
        "ends_at": starts + timedelta(hours=8),
        "venue": "Urząd Marszałkowski",
        "town": "Opole",
        "county": Area.objects.counties().get(name="Opole"),
        "contact_name": "Jolanta Testowa",
        "contact_email": "kontakt@example.org",
        "hours": 8,
    }
    return organising.create_event(event=Event(**(values | fields)), actor=None)


def announced(**fields: Any) -> Event:
    """An event that everybody sees and for which people register."""
    event = new_event(**fields)
    organising.change_stage(event=event, target=EventStage.PUBLISHED, actor=None)
    return event


def going_on(**fields: Any) -> Event:
    """An event that began an hour ago; people registered before."""
    event = announced(**fields)
    return moved(event, timezone.now() - timedelta(hours=1))


def over(event: Event) -> Event:
    """Let the event end yesterday."""
    return moved(event, timezone.now() - timedelta(days=1, hours=8))


def moved(event: Event, starts: datetime) -> Event:
    """The same event at another time, with its sessions."""
    shift = starts - event.starts_at
    event.starts_at, event.ends_at = starts, event.ends_at + shift
    Event.objects.filter(pk=event.pk).update(starts_at=event.starts_at, ends_at=event.ends_at)
    for session in event.sessions.filter(starts_at__isnull=False):
        session.starts_at += shift
        session.ends_at += shift
        session.save()
    return event


def pool(event: Event, sector: str, places: int, releases_at: Any = None) -> Pool:
    """Places kept for one side."""
    return rows.save_pool(
        pool=Pool(
            event=event, name=sector, sectors=[sector], places=places, releases_at=releases_at
        )
    )


def newcomer(**fields: Any) -> Newcomer:
    """Somebody who wants to come."""
    number = next(_numbers)
    values: dict[str, Any] = {
        "full_name": f"Osoba {number}",
        "email": f"osoba{number}@example.org",
        "sector": Sector.NGO,
        "organization_name": "Stowarzyszenie Testowe",
    }
    return Newcomer(**(values | fields))


def registered(event: Event, user: Any = None, **fields: Any) -> Registration:
    """Somebody who registered."""
    (made,) = registering.register(event=event, people=[newcomer(**fields)], user=user)
    return made


def session(event: Event, **fields: Any) -> Session:
    """A session of an hour, from the event's beginning, in the first room."""
    room = fields.pop("room", None) or Room.objects.get_or_create(event=event, name="Sala Orła")[0]
    track = Track.objects.get_or_create(event=event, name="Dialog")[0]
    starts = fields.pop("starts_at", None) or event.starts_at
    values: dict[str, Any] = {
        "title": "O dialogu",
        "abstract": "Jak rozmawiać.",
        "room": room,
        "track": track,
        "starts_at": starts,
        "ends_at": starts + timedelta(hours=1),
    }
    speakers = fields.pop("speakers", [])
    made = Session(event=event, **(values | fields))
    return rows.save_session(session=made, speakers=speakers, moderators=[])


def speaker(event: Event, name: str = "Anna Mówczyni", **fields: Any) -> Speaker:
    """A person of the programme."""
    return Speaker.objects.create(event=event, name=name, **fields)


def published_programme(event: Event) -> Event:
    """Let everybody read the programme."""
    programme.publish(event=event, actor=None)
    event.refresh_from_db()
    return event


def helper(event: Event, role: str) -> User:
    """Somebody of the team."""
    user = UserFactory()
    TeamMember.objects.create(event=event, user=user, role=role)
    return user


def representative(
    organization: Organization | None = None, user: User | None = None
) -> tuple[User, Organization]:
    """Somebody who acts for an organization."""
    user = user or UserFactory()
    organization = organization or OrganizationFactory()
    OrganizationMembership.objects.create(
        user=user, organization=organization, role=OrganizationRole.OWNER
    )
    return user, organization


def other_office() -> PublicBody:
    """An office that organises nothing here."""
    return PublicBody.objects.filter(kind="county").first()
