"""Kinds of notifications about events for people with accounts; registered in ``apps.py``."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from events.letter_kinds import GROUP, register_letter_kinds, session_sentence, when_and_where
from events.models import ApplicationState, Event, TeamMember, TeamRole
from notifications import kinds
from notifications.kinds import Context, Kind
from notifications.models import OutboxEvent

YOU_ORGANISE = _("Dostajesz tę wiadomość, bo organizujesz to wydarzenie.")
YOU_APPLIED = _("Dostajesz tę wiadomość, bo zgłaszałeś(-aś) udział swojej organizacji.")


def register_kinds() -> None:
    """Make all kinds known to the platform."""
    for kind in (*_for_followers(), *_for_organisers(), *_for_applicants()):
        kinds.register(kind)
    register_letter_kinds()


def _for_followers() -> list[Kind]:
    return [
        Kind(
            key="events.announced",
            group=GROUP,
            label=_("Nowe wydarzenie"),
            title=_("Nowe wydarzenie: %(title)s"),
            body=when_and_where,
            followed=_event_and_office,
        ),
        Kind(
            key="events.programme",
            group=GROUP,
            label=_("Ogłoszono program"),
            title=_("Jest już program: %(title)s"),
            body=when_and_where,
        ),
        Kind(
            key="events.cancelled",
            group=GROUP,
            label=_("Odwołano wydarzenie"),
            title=_("Odwołano: %(title)s"),
            body=_("%(reason)s"),
        ),
        Kind(
            key="events.session_changed",
            group=GROUP,
            label=_("Zmiana w Twoim programie"),
            title=_("Zmiana w programie: %(session)s"),
            body=session_sentence,
            recipients=_users_named,
            followed=_nobody,
            audience=_as_named,
        ),
    ]


def _for_organisers() -> list[Kind]:
    return [
        Kind(
            key="events.team_joined",
            group=GROUP,
            label=_("Dołączenie do zespołu wydarzenia"),
            title=_("Jesteś w zespole: %(title)s"),
            body=_role,
            recipients=_user_named,
            followed=_nobody,
            audience=_as_named,
            url=_backstage_of_member,
            reason=YOU_ORGANISE,
        ),
        Kind(
            key="events.proposal_received",
            group=GROUP,
            label=_("Nowa propozycja do programu"),
            title=_("Propozycja do programu: %(name)s"),
            body=_("%(title)s"),
            recipients=_organisers,
            followed=_nobody,
            audience=_as_named,
            url=lambda event: reverse("events:proposals", args=[_slug(event)]),
            default_channels=frozenset({kinds.Channel.INBOX}),
            reason=YOU_ORGANISE,
        ),
        Kind(
            key="events.exhibitor_received",
            group=GROUP,
            label=_("Nowe zgłoszenie wystawcy"),
            title=_("Zgłoszenie wystawcy: %(name)s"),
            body=_("%(title)s"),
            recipients=_organisers,
            followed=_nobody,
            audience=_as_named,
            url=lambda event: reverse("events:exhibitors", args=[_slug(event)]),
            default_channels=frozenset({kinds.Channel.INBOX}),
            reason=YOU_ORGANISE,
        ),
    ]


def _for_applicants() -> list[Kind]:
    return [
        Kind(
            key="events.proposal_decided",
            group=GROUP,
            label=_("Decyzja o propozycji do programu"),
            title=_("Decyzja o propozycji „%(name)s”"),
            body=_decision,
            recipients=_user_named,
            followed=_nobody,
            audience=_as_named,
            reason=YOU_APPLIED,
        ),
        Kind(
            key="events.exhibitor_decided",
            group=GROUP,
            label=_("Decyzja o stoisku"),
            title=_("Stoisko organizacji %(name)s: decyzja"),
            body=_decision,
            recipients=_user_named,
            followed=_nobody,
            audience=_as_named,
            reason=YOU_APPLIED,
        ),
    ]


def _decision(context: Context) -> str:
    sentence = _now("%(title)s. Decyzja: %(state)s.") % {
        "title": context["title"],
        "state": ApplicationState(context["state"]).label,
    }
    return f"{sentence}\n\n{context['note']}".strip()


def _role(context: Context) -> str:
    return _now("Twoja rola: %(role)s.") % {"role": TeamRole(context["role"]).label}


def _event_and_office(event: OutboxEvent) -> list[models.Model]:
    subject = event.subject
    if not isinstance(subject, Event):
        return []
    return [thing for thing in (subject, subject.public_body) if thing is not None]


def _slug(event: OutboxEvent) -> str:
    return cast(Event, event.subject).slug


def _backstage_of_member(event: OutboxEvent) -> str:
    member = cast(TeamMember, event.subject)
    return reverse("events:backstage", args=[member.event.slug])


def _organisers(event: OutboxEvent) -> models.QuerySet[User]:
    subject = event.subject
    if not isinstance(subject, Event):
        return User.objects.none()
    office = models.Q(
        publicbodymemberships__is_active=True,
        publicbodymemberships__public_body=subject.public_body_id,
    )
    team = models.Q(
        event_roles__event=subject,
        event_roles__role__in=[TeamRole.MANAGER, TeamRole.PROGRAMME],
    )
    return User.objects.filter(office | team).distinct()


def _user_named(event: OutboxEvent) -> list[int]:
    return [event.context["user"]]


def _users_named(event: OutboxEvent) -> list[int]:
    return list(event.context["users"])


def _nobody(event: OutboxEvent) -> list[models.Model]:
    return []


def _as_named(event: OutboxEvent, people: models.QuerySet[User]) -> Iterable[User]:
    return people
