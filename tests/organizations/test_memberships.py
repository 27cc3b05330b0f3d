"""Keepers invite colleagues, change roles, leave; a profile is never left alone."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from notifications.domain.sending import send_due_letters
from organizations.domain import memberships
from organizations.domain.errors import (
    AlreadyAsked,
    AlreadyMember,
    InvitationForAnother,
    InvitationGone,
    LastKeeper,
)
from organizations.domain.permissions import can_act_for_organization, can_manage_members
from organizations.models import OrganizationMembership, OrganizationRole
from tests.accounts.factories import UserFactory
from tests.organizations.factories import OrganizationMembershipFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def keeper() -> OrganizationMembership:
    """The only keeper of a profile."""
    membership: OrganizationMembership = OrganizationMembershipFactory(role=OrganizationRole.OWNER)
    return membership


def _invite(keeper: OrganizationMembership, email: str) -> Any:
    return memberships.invite_member(
        organization=keeper.organization,
        email=email,
        role=OrganizationRole.REPRESENTATIVE,
        invited_by=keeper.user,
    )


def test_the_invited_person_says_yes_by_the_letters_link(
    keeper: OrganizationMembership,
    as_user: Callable[..., Client],
) -> None:
    colleague = UserFactory(email="Kolezanka@laka.example")
    as_user(keeper.user).post(
        reverse("organizations:members", args=[keeper.organization.slug]),
        {"email": "kolezanka@laka.example", "role": "representative"},
    )
    send_due_letters()
    link = re.search(r"/organizacje/zaproszenia/\S+", mail.outbox[-1].body)
    assert link

    browser = as_user(colleague)
    assert keeper.organization.name in browser.get(link[0]).content.decode()
    assert not can_act_for_organization(colleague, keeper.organization)
    browser.post(link[0])

    assert can_act_for_organization(colleague, keeper.organization)
    assert not can_manage_members(colleague, keeper.organization)


def test_an_invitation_is_for_its_address_and_for_once(keeper: OrganizationMembership) -> None:
    invitation = _invite(keeper, "a@laka.example")

    with pytest.raises(InvitationForAnother):
        memberships.accept_invitation(invitation, UserFactory(email="b@laka.example"))
    memberships.accept_invitation(invitation, UserFactory(email="a@laka.example"))
    with pytest.raises(InvitationGone):
        memberships.accept_invitation(invitation, UserFactory(email="c@laka.example"))


def test_a_revoked_invitation_is_gone_and_may_be_sent_again(
    keeper: OrganizationMembership,
) -> None:
    invitation = _invite(keeper, "a@laka.example")
    with pytest.raises(AlreadyAsked):
        _invite(keeper, "A@laka.example")

    memberships.revoke_invitation(invitation)

    with pytest.raises(InvitationGone):
        memberships.accept_invitation(invitation, UserFactory(email="a@laka.example"))
    assert _invite(keeper, "a@laka.example").is_open


def test_members_are_not_invited_again(keeper: OrganizationMembership) -> None:
    with pytest.raises(AlreadyMember):
        _invite(keeper, keeper.user.email.upper())


def test_the_last_keeper_cannot_leave_or_step_down(keeper: OrganizationMembership) -> None:
    OrganizationMembershipFactory(organization=keeper.organization)
    OrganizationMembershipFactory(
        organization=keeper.organization, role=OrganizationRole.OWNER, is_active=False
    )

    with pytest.raises(LastKeeper):
        memberships.end_membership(keeper)
    with pytest.raises(LastKeeper):
        memberships.change_role(keeper, OrganizationRole.REPRESENTATIVE)

    keeper.refresh_from_db()
    assert keeper.is_active


def test_with_another_keeper_one_may_leave(keeper: OrganizationMembership) -> None:
    OrganizationMembershipFactory(organization=keeper.organization, role=OrganizationRole.OWNER)

    memberships.end_membership(keeper)

    assert not can_act_for_organization(keeper.user, keeper.organization)


def test_a_former_member_who_is_invited_again_comes_back(keeper: OrganizationMembership) -> None:
    former = OrganizationMembershipFactory(organization=keeper.organization, is_active=False).user

    memberships.accept_invitation(_invite(keeper, former.email), former)

    assert can_act_for_organization(former, keeper.organization)
    assert keeper.organization.memberships.filter(user=former).count() == 1


def test_representatives_do_not_manage_members_but_may_leave(
    keeper: OrganizationMembership, as_user: Callable[..., Client]
) -> None:
    own = OrganizationMembershipFactory(organization=keeper.organization)
    browser = as_user(own.user)
    slug = keeper.organization.slug

    assert browser.get(reverse("organizations:members", args=[slug])).status_code == 403
    address = reverse("organizations:change_member", args=[slug, keeper.pk])
    assert browser.post(address, {"end": "1"}).status_code == 403
    own_address = reverse("organizations:change_member", args=[slug, own.pk])
    assert browser.post(own_address, {"role": "owner"}).status_code == 403
    assert browser.post(own_address, {"end": "1"}).status_code == 302

    assert not can_act_for_organization(own.user, keeper.organization)
    assert can_act_for_organization(keeper.user, keeper.organization)
