"""What the official's desk shows: choices of its filters, groups, colleagues, templates."""

from __future__ import annotations

import uuid
from collections.abc import Iterable

from django.db.models import Count, Q, QuerySet

from accounts.models import User
from consultations.models import (
    Consultation,
    PositionState,
    Remark,
    RemarkGroup,
    ReplyTemplate,
)


def units(consultation: Consultation) -> Iterable[tuple[uuid.UUID, str]]:
    """Lineage and newest citation of each unit that has remarks, in the order of the draft.

    By lineage and not by address: a later version may have given the address to another unit.
    """
    found: dict[uuid.UUID, str] = {}
    rows = (
        consultation.remarks.filter(provision__isnull=False)
        .order_by("-provision__version__number", "provision__position")
        .values_list("provision__lineage", "provision__citation", "provision__eid")
        .distinct()
    )
    for unit, citation, eid in rows:
        found.setdefault(unit, citation or eid)
    return found.items()


def organizations(consultation: Consultation) -> Iterable[tuple[int, str]]:
    """Organizations that sent remarks."""
    return (
        consultation.remarks.filter(organization__isnull=False)
        .order_by("organization__name")
        .values_list("organization", "organization__name")
        .distinct()
    )


def groups(consultation: Consultation) -> Iterable[tuple[int, str]]:
    """Key and title of each group."""
    return consultation.remark_groups.values_list("pk", "title")


def groups_with_counts(consultation: Consultation) -> QuerySet[RemarkGroup]:
    """Groups with how many remarks they join and how many of those wait for approval."""
    approved = Q(remarks__position__state=PositionState.APPROVED)
    return consultation.remark_groups.annotate(
        size=Count("remarks"), waiting=Count("remarks", filter=~approved)
    ).order_by("-waiting", "title")


def members(group: RemarkGroup) -> QuerySet[Remark]:
    """Remarks of a group with all that their cards and positions show."""
    return group.remarks.select_related(
        "provision", "organization", "author", "position__prepared_by"
    ).order_by("number")


def officials_of(consultation: Consultation) -> QuerySet[User]:
    """People who work for the office on the portal."""
    return (
        User.objects.filter(
            publicbodymemberships__is_active=True,
            publicbodymemberships__public_body=consultation.public_body_id,
        )
        .order_by("display_name", "pk")
        .distinct()
    )


def colleagues(consultation: Consultation) -> Iterable[tuple[int, str]]:
    """Key and name of everybody to whom remarks can be assigned."""
    return officials_of(consultation).values_list("pk", "display_name")


def reply_templates(consultation: Consultation) -> QuerySet[ReplyTemplate]:
    """The office's ready reasons."""
    return ReplyTemplate.objects.filter(public_body=consultation.public_body_id)
