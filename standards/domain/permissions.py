"""Who may do what; one function per question, asked by views, templates and domain alike."""

from __future__ import annotations

from typing import Any

from organizations.domain.permissions import can_act_for_public_body, is_administrator
from organizations.domain.queries import public_bodies_of
from standards.models import Standard, Transition, Who, WorkingGroup


def can_create(user: Any) -> bool:
    """Officials of any office and administrators start standards and groups."""
    return is_administrator(user) or public_bodies_of(user).exists()


def can_manage_standard(user: Any, standard: Standard) -> bool:
    """Officials of the office that keeps it, and administrators."""
    return is_administrator(user) or can_act_for_public_body(user, standard.public_body)


def can_manage_group(user: Any, group: WorkingGroup) -> bool:
    """Officials of the office that serves the body, and administrators."""
    return is_administrator(user) or can_act_for_public_body(user, group.public_body)


def is_member(user: Any, group: WorkingGroup) -> bool:
    """Whether the person sits in the body today."""
    return user.is_authenticated and user.group_seats.current().filter(group=group).exists()


def can_lead_group(user: Any, group: WorkingGroup) -> bool:
    """The chair, deputy and secretary call meetings and keep minutes, as the office may."""
    return can_manage_group(user, group) or (
        user.is_authenticated and user.group_seats.current().leading().filter(group=group).exists()
    )


def can_use_workspace(user: Any, group: WorkingGroup) -> bool:
    """The body's people and those who serve it."""
    return can_manage_group(user, group) or is_member(user, group)


def can_pass(user: Any, standard: Standard, move: Transition) -> bool:
    """Whether the person may take this step; the table of moves says who."""
    if can_manage_standard(user, standard):
        return True
    return (
        move.who is Who.TEAM and standard.group is not None and can_lead_group(user, standard.group)
    )


def can_see_internal(user: Any, standard: Standard) -> bool:
    """Documents that are not public: for the office and the team."""
    return can_manage_standard(user, standard) or (
        standard.group is not None and is_member(user, standard.group)
    )
