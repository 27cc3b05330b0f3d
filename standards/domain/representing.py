"""Who speaks for whom in bodies: an organization, its federation or network, its members."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.db.models import Case, Q, QuerySet, When

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
    """Seats held today in bodies that the person may see; one query."""
    seats = _seats(user)
    if isinstance(subject, PublicBody):
        return Seats(own=list(seats.filter(public_body=subject)[:MOST]))
    of = Affiliation.objects
    umbrellas = Q(
        organization__in=of.filter(organization=subject, umbrella__isnull=False).values("umbrella")
    )
    members = Q(organization__in=of.filter(umbrella=subject).values("organization"))
    own, public = Q(organization=subject), Organization.objects.visible_to(user)
    found = seats.filter(own | ((umbrellas | members) & Q(organization__in=public))).annotate(
        whose=Case(When(own, then=0), When(umbrellas, then=1), default=2)
    )
    sides: tuple[list[Member], ...] = ([], [], [])
    for seat in found.order_by("whose", "group__name", "name", "pk")[: len(sides) * MOST]:
        sides[seat.whose].append(seat)
    return Seats(*(side[:MOST] for side in sides))


def _seats(user: Any) -> QuerySet[Member]:
    return (
        Member.objects.current()
        .filter(group__in=WorkingGroup.objects.visible_to(user))
        .select_related("group", "organization", "public_body")
        .order_by("group__name", "name", "pk")
    )
