"""Keepers invite colleagues, change roles, leave; a profile is never left alone."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import quote, urlsplit

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.domain.erasure import CannotEraseYet, erase_user, obstacles_to_erasure
from accounts.models import User
from notifications.domain.sending import send_due_letters
from organizations.domain import handovers, memberships
from organizations.domain.errors import (
    AlreadyAsked,
    AlreadyDecided,
    AlreadyMember,
    InvitationForAnother,
    InvitationGone,
    LastKeeper,
    NotAMember,
    ReasonMissing,
    ReleaseAsked,
    SentAMomentAgo,
    SuccessorExists,
)
from organizations.domain.letters import invitation_link
from organizations.domain.permissions import can_act_for_organization, can_manage_members
from organizations.models import (
    INVITATION_LASTS,
    KeeperHandover,
    OrganizationMembership,
    OrganizationRole,
    ProfileInvitation,
)
from tests.accounts.factories import PASSWORD, AdministratorFactory, UserFactory
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


def _path(keeper: OrganizationMembership, name: str, *args: Any) -> str:
    return reverse(f"organizations:{name}", args=[keeper.organization.slug, *args])


def test_a_keeper_hands_over_to_a_colleague_and_stays(
    keeper: OrganizationMembership, as_user: Callable[..., Client]
) -> None:
    colleague = OrganizationMembershipFactory(organization=keeper.organization).user
    stranger = UserFactory()
    browser = as_user(keeper.user)
    address = _path(keeper, "hand_over")

    assert browser.post(address, {"to": stranger.pk}).context["form"].errors
    browser.post(address, {"to": colleague.pk, "stays": "on"})

    assert can_manage_members(colleague, keeper.organization)
    assert not can_manage_members(keeper.user, keeper.organization)
    assert can_act_for_organization(keeper.user, keeper.organization)
    row = KeeperHandover.objects.get()
    assert (row.from_user, row.to_user, row.status) == (keeper.user, colleague, "done")
    assert browser.get(address).status_code == 403


def test_only_keepers_hand_over(
    keeper: OrganizationMembership, as_user: Callable[..., Client]
) -> None:
    colleague = OrganizationMembershipFactory(organization=keeper.organization)

    for person in (colleague.user, UserFactory(), AdministratorFactory()):
        assert as_user(person).get(_path(keeper, "hand_over")).status_code == 403
    with pytest.raises(NotAMember):
        handovers.hand_over(
            organization=keeper.organization, keeper=colleague.user, to=keeper.user, stays=True
        )


def test_the_care_goes_to_somebody_new_when_they_say_yes(keeper: OrganizationMembership) -> None:
    invitation = memberships.invite_member(
        organization=keeper.organization,
        email="nowa@laka.example",
        role=OrganizationRole.REPRESENTATIVE,
        invited_by=keeper.user,
        hands_over=True,
    )
    newcomer = UserFactory(email="nowa@laka.example")
    assert can_manage_members(keeper.user, keeper.organization)

    memberships.accept_invitation(invitation, newcomer)

    assert can_manage_members(newcomer, keeper.organization)
    assert not can_act_for_organization(keeper.user, keeper.organization)


def test_the_last_keeper_is_erased_only_after_handing_over(
    keeper: OrganizationMembership,
) -> None:
    (obstacle,) = obstacles_to_erasure(keeper.user)
    assert keeper.organization.name in obstacle
    with pytest.raises(CannotEraseYet):
        erase_user(keeper.user)

    colleague = OrganizationMembershipFactory(organization=keeper.organization).user
    handovers.hand_over(
        organization=keeper.organization, keeper=keeper.user, to=colleague, stays=False
    )

    assert erase_user(keeper.user).erased_at


def test_an_administrator_releases_a_keeper_without_successor(
    keeper: OrganizationMembership, as_user: Callable[..., Client]
) -> None:
    browser, administrator = as_user(keeper.user), AdministratorFactory()
    browser.post(_path(keeper, "hand_over"), {"release": "1", "reason": "Organizacja wygasa."})
    asked = KeeperHandover.objects.get()
    assert can_manage_members(keeper.user, keeper.organization)
    desk = as_user(administrator).get(reverse("organizations:moderation")).content.decode()
    assert "Organizacja wygasa." in desk
    decide = reverse("organizations:decide_release", args=[asked.pk])
    assert browser.post(decide, {"accept": "1"}).status_code == 403

    as_user(administrator).post(decide, {"accept": "1"})

    asked.refresh_from_db()
    assert (asked.status, asked.decided_by) == ("done", administrator)
    assert not keeper.organization.memberships.filter(is_active=True).exists()
    assert obstacles_to_erasure(keeper.user) == []


def test_a_refusal_has_a_reason_and_keeps_the_keeper(keeper: OrganizationMembership) -> None:
    asked = handovers.ask_for_release(
        organization=keeper.organization, keeper=keeper.user, reason="Nie mam czasu."
    )
    with pytest.raises(ReleaseAsked):
        handovers.ask_for_release(
            organization=keeper.organization, keeper=keeper.user, reason="Nie mam czasu."
        )
    administrator = AdministratorFactory()

    with pytest.raises(ReasonMissing):
        handovers.decide_release(asked, accept=False, decided_by=administrator)
    handovers.decide_release(asked, accept=False, decided_by=administrator, answer="Jest zarząd.")

    assert can_manage_members(keeper.user, keeper.organization)
    with pytest.raises(AlreadyDecided):
        handovers.decide_release(asked, accept=True, decided_by=administrator)


def test_who_is_not_the_only_keeper_needs_no_release(keeper: OrganizationMembership) -> None:
    OrganizationMembershipFactory(organization=keeper.organization, role=OrganizationRole.OWNER)

    with pytest.raises(SuccessorExists):
        handovers.ask_for_release(
            organization=keeper.organization, keeper=keeper.user, reason="Odchodzę."
        )


def test_an_expired_invitation_is_gone_until_it_is_sent_again(
    keeper: OrganizationMembership, as_user: Callable[..., Client]
) -> None:
    guest = UserFactory(email="a@laka.example")
    invitation = _invite(keeper, guest.email)
    resend = _path(keeper, "resend_invitation", invitation.pk)
    with pytest.raises(SentAMomentAgo):
        memberships.resend_invitation(invitation, by=keeper.user)
    ProfileInvitation.objects.update(sent_at=timezone.now() - INVITATION_LASTS)
    browser = as_user(keeper.user)
    page = browser.get(_path(keeper, "members")).content.decode()
    assert "wygasło" in page
    assert f"Zaprasza: {keeper.user}" in page
    with pytest.raises(InvitationGone):
        memberships.accept_invitation(invitation, guest)

    assert as_user(guest).post(resend).status_code == 403
    browser.post(resend)

    send_due_letters()
    assert len(mail.outbox) == 2
    assert memberships.accept_invitation(invitation, guest).is_active


def test_an_invitation_waits_in_my_matters(
    keeper: OrganizationMembership, as_user: Callable[..., Client]
) -> None:
    guest = UserFactory(email="a@laka.example")
    _invite(keeper, guest.email)

    page = as_user(guest).get(reverse("accounts:dashboard")).content.decode()
    other = as_user(UserFactory()).get(reverse("accounts:dashboard")).content.decode()

    assert keeper.organization.name in page
    assert keeper.organization.name not in other


def test_a_person_without_an_account_makes_one_and_comes_back(
    keeper: OrganizationMembership, client: Client
) -> None:
    link = urlsplit(invitation_link(_invite(keeper, "nowa@laka.example"))).path
    page = client.get(link).content.decode()
    assert keeper.organization.name in page
    assert f"{reverse('account_signup')}?next={quote(link, safe='')}" in page

    client.post(
        reverse("account_signup"),
        {
            "email": "nowa@laka.example",
            "display_name": "Zofia Nowa",
            "password1": PASSWORD,
            "accept_terms": "on",
            "next": link,
        },
    )
    (letter,) = (row for row in mail.outbox if row.to == ["nowa@laka.example"])
    code = re.search(r"^([A-Z0-9]{3,}-?[A-Z0-9]{3,})$", str(letter.body), re.MULTILINE)
    assert code
    back = client.post(reverse("account_email_verification_sent"), {"code": code[1]})

    assert back.url == link
    client.post(link)
    assert can_act_for_organization(
        User.objects.get(email="nowa@laka.example"), keeper.organization
    )


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
