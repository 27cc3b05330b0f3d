"""Who speaks for whom in bodies: an organization, its federation or network, its members."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.db.models import QuerySet

from organizations.models import Affiliation, Organization, PublicBody
from standards.models import Member, WorkingGroup

MOST = 30


@dataclass(frozen=True, slots=True)
class Seats:
    """Seats that concern one profile: its own, its umbrellas', its members'."""

    own: list[Member] = field(default_factory=list)
    of_umbrellas: list[Member] = field(default_factory=list)
    of_members: list[Member] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.own or self.of_umbrellas or self.of_members)


def seats_concerning(subject: Organization | PublicBody, user: Any) -> Seats:
    """Seats held today in bodies that the person may see; at most three queries."""
    seats = _seats(user)
    if isinstance(subject, PublicBody):
        return Seats(own=list(seats.filter(public_body=subject)[:MOST]))
    umbrellas = Affiliation.objects.filter(organization=subject, umbrella__isnull=False)
    members = Affiliation.objects.filter(umbrella=subject)
    public = Organization.objects.visible_to(user)
    return Seats(
        own=list(seats.filter(organization=subject)[:MOST]),
        of_umbrellas=list(
            seats.filter(organization__in=umbrellas.values("umbrella"))
            .filter(organization__in=public)
            .exclude(organization=subject)[:MOST]
        ),
        of_members=list(
            seats.filter(organization__in=members.values("organization"))
            .filter(organization__in=public)
            .exclude(organization=subject)[:MOST]
        ),
    )


def _seats(user: Any) -> QuerySet[Member]:
    return (
        Member.objects.current()
        .filter(group__in=WorkingGroup.objects.visible_to(user))
        .select_related("group", "organization", "public_body")
        .order_by("group__name", "name", "pk")
    )
