"""Who may do what; one function per question, asked by views, templates and tasks alike."""

from __future__ import annotations

from enum import Enum
from typing import Any

from events.models import Event, Proposal, Series, TeamRole
from organizations.domain import permissions as organization_permissions
from organizations.domain.queries import organizations_of, public_bodies_of
from organizations.models import Organization


class Right(Enum):
    """What may be done with one event."""

    MANAGE = "manage"
    PROGRAMME = "programme"
    PARTICIPANTS = "participants"
    DOOR = "door"
    BACKSTAGE = "backstage"


_ALL = frozenset(Right)
# What each role of the team brings; the office that organises has everything.
RIGHTS_OF_ROLES: dict[str, frozenset[Right]] = {
    TeamRole.MANAGER: _ALL,
    TeamRole.PROGRAMME: frozenset({Right.PROGRAMME, Right.BACKSTAGE}),
    TeamRole.PARTICIPANTS: frozenset({Right.PARTICIPANTS, Right.DOOR, Right.BACKSTAGE}),
    TeamRole.DOOR: frozenset({Right.DOOR, Right.BACKSTAGE}),
}


def rights(user: Any, event: Event) -> frozenset[Right]:
    """Everything that the person may do with the event."""
    if not user.is_authenticated or not user.is_active:
        return frozenset()
    if organization_permissions.is_administrator(user):
        return _ALL
    if user.publicbodymemberships.filter(public_body=event.public_body_id, is_active=True).exists():
        return _ALL
    role = user.event_roles.filter(event=event).values_list("role", flat=True).first()
    return RIGHTS_OF_ROLES.get(role or "", frozenset())


def can_create_event(user: Any) -> bool:
    """Officials of any public body, and administrators."""
    return organization_permissions.is_administrator(user) or public_bodies_of(user).exists()


def can_manage_event(user: Any, event: Event) -> bool:
    """Settings, stage, team, letters, report."""
    return Right.MANAGE in rights(user, event)


def can_edit_series(user: Any, series: Series) -> bool:
    """The office whose series it is."""
    return organization_permissions.is_administrator(
        user
    ) or organization_permissions.can_act_for_public_body(user, series.public_body)


def can_edit_programme(user: Any, event: Event) -> bool:
    """Rooms, tracks, sessions, speakers, proposals."""
    return Right.PROGRAMME in rights(user, event)


def can_see_participants(user: Any, event: Event) -> bool:
    """Names, contacts and needs of those who registered."""
    return Right.PARTICIPANTS in rights(user, event)


def can_check_in(user: Any, event: Event) -> bool:
    """Whoever stands at the door."""
    return Right.DOOR in rights(user, event)


def is_backstage(user: Any, event: Event) -> bool:
    """Whether the person helps to organise the event in any role."""
    return Right.BACKSTAGE in rights(user, event)


def can_apply_for(user: Any, organization: Organization) -> bool:
    """Exhibitors and proposals come from those who act for the organization."""
    return organization_permissions.can_act_for_organization(user, organization)


def can_apply(user: Any) -> bool:
    """Whether the person acts for any organization."""
    return user.is_authenticated and organizations_of(user).exists()


def can_withdraw_proposal(user: Any, proposal: Proposal) -> bool:
    """The organization that proposed it."""
    return user.is_authenticated and can_apply_for(user, proposal.organization)
