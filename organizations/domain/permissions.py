"""Permission questions of the directory: one function each, asked by views, templates and API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from organizations.domain.deputies import deputises_with_role
from organizations.models import (
    NeedsEdition,
    Organization,
    OrganizationRole,
    PartnerRole,
    Partnership,
    PartnershipCall,
    PartnershipInterest,
    PublicBody,
    PublicBodyRole,
)

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from accounts.models import User


def can_act_for_organization(user: User | AnonymousUser, organization: Organization) -> bool:
    """Whether the person may speak for the organization."""
    return _membership_exists(user, organization)


def can_act_for_public_body(user: User | AnonymousUser, body: PublicBody) -> bool:
    """Whether the person works for the office on the portal."""
    return _employment_exists(user, body)


def can_edit_organization(user: User | AnonymousUser, organization: Organization) -> bool:
    """Members keep the profile; administrators may correct it."""
    return is_administrator(user) or can_act_for_organization(user, organization)


def can_manage_members(user: User | AnonymousUser, organization: Organization) -> bool:
    """Whether the person may invite and remove members: the profile's keepers only."""
    return is_administrator(user) or _membership_exists(
        user, organization, role=OrganizationRole.OWNER
    )


def can_hand_over(user: User | AnonymousUser, organization: Organization) -> bool:
    """Whether the care of the profile is the person's to give."""
    return _membership_exists(user, organization, role=OrganizationRole.OWNER)


def can_moderate(user: User | AnonymousUser) -> bool:
    """Whether the person decides on proposals, claims and doubles."""
    return is_administrator(user)


def can_import_registers(user: User | AnonymousUser) -> bool:
    """Whether the person brings registers into the directory."""
    return is_administrator(user)


def can_edit_public_body(user: User | AnonymousUser, body: PublicBody) -> bool:
    """Whether the person may change the office's contacts and plenipotentiaries.

    Whoever stands in for a coordinator may as well, for these days.
    """
    return (
        is_administrator(user)
        or _employment_exists(user, body, role=PublicBodyRole.COORDINATOR)
        or deputises_with_role(user, body, PublicBodyRole.COORDINATOR)
    )


def can_see_deputies(user: User | AnonymousUser, body: PublicBody) -> bool:
    """Whether the person reads who stands in for whom: those of the office only."""
    return is_administrator(user) or _employment_exists(user, body)


def can_name_deputy(user: User | AnonymousUser, body: PublicBody) -> bool:
    """Whether the person names a deputy at least for themselves."""
    return can_name_all_deputies(user, body) or _employment_exists(user, body)


def can_name_all_deputies(user: User | AnonymousUser, body: PublicBody) -> bool:
    """Whether the person names deputies of colleagues: coordinators, but not their deputies."""
    return is_administrator(user) or _employment_exists(user, body, role=PublicBodyRole.COORDINATOR)


def can_take_addresses(user: User | AnonymousUser) -> bool:
    """Whether the person may take addresses of many organizations out; each taking is recorded."""
    return is_administrator(user) or is_official(user)


def is_official(user: User | AnonymousUser) -> bool:
    """Whether the person works for any office on the portal."""
    return user.is_authenticated and user.publicbodymemberships.filter(is_active=True).exists()


def is_administrator(user: User | AnonymousUser) -> bool:
    """Whether the person runs the portal."""
    return user.is_authenticated and user.is_active and user.is_staff


def _membership_exists(
    user: User | AnonymousUser, organization: Organization, **conditions: str
) -> bool:
    return (
        user.is_authenticated
        and user.organizationmemberships.filter(
            organization=organization, is_active=True, **conditions
        ).exists()
    )


def _employment_exists(user: User | AnonymousUser, body: PublicBody, **conditions: str) -> bool:
    return (
        user.is_authenticated
        and user.publicbodymemberships.filter(
            public_body=body, is_active=True, **conditions
        ).exists()
    )


def can_act_for_side(user: User | AnonymousUser, side: Organization | PublicBody) -> bool:
    """Whether the person may act for the organization or office."""
    if isinstance(side, Organization):
        return can_act_for_organization(user, side)
    return can_act_for_public_body(user, side)


def can_run_call(user: User | AnonymousUser, call: PartnershipCall) -> bool:
    """Whether the person answers for a call for partners."""
    return can_act_for_side(user, call.side)


def can_answer_calls(user: User | AnonymousUser) -> bool:
    """Whether the person acts for anybody who could be a partner."""
    return (
        user.is_authenticated
        and user.is_active
        and (is_official(user) or user.organizationmemberships.filter(is_active=True).exists())
    )


def can_read_interest(user: User | AnonymousUser, interest: PartnershipInterest) -> bool:
    """The talk of two sides is read by the two sides only."""
    return can_run_call(user, interest.call) or can_act_for_side(user, interest.side)


def can_lead_partnership(user: User | AnonymousUser, partnership: Partnership) -> bool:
    """Whether the person acts for the leader."""
    return any(
        member.role == PartnerRole.LEADER and can_act_for_side(user, member.side)
        for member in partnership.members.all()
    )


def can_open_needs_edition(user: User | AnonymousUser) -> bool:
    """Officials ask NGOs about their needs in the name of their office; administrators help."""
    return is_administrator(user) or is_official(user)


def can_run_needs_edition(user: User | AnonymousUser, edition: NeedsEdition) -> bool:
    """Officials of the office that runs it, and administrators."""
    return is_administrator(user) or _employment_exists(user, edition.public_body)
