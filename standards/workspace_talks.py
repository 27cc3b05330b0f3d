"""The team's own discussion."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from discussions import places
from discussions.places import Place
from standards.domain import permissions
from standards.models import WorkingGroup

PLACE = "standards.workspace"


def register_talks() -> None:
    """Let teams talk in their workspaces."""
    places.register(
        Place(
            key=PLACE,
            model=WorkingGroup,
            label=_("Rozmowa zespołu"),
            visible=_rooms_of,
            may_write=permissions.can_use_workspace,
            may_moderate=permissions.can_lead_group,
            people=_members,
            url=lambda group: reverse("standards:workspace", args=[group.slug]),
        )
    )


def _rooms_of(user: Any) -> QuerySet[WorkingGroup]:
    """Bodies whose workspace the person may enter."""
    rows = WorkingGroup.objects.all()
    if not user.is_authenticated:
        return rows.none()
    if user.is_staff:
        return rows
    offices = user.publicbodymemberships.filter(is_active=True).values("public_body")
    seats = user.group_seats.current().values("group")
    return rows.filter(Q(public_body__in=offices) | Q(pk__in=seats))


def _members(group: WorkingGroup) -> list[int]:
    seats = group.members.current().filter(user__isnull=False)
    return list(seats.values_list("user", flat=True))
