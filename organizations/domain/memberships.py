"""Who acts for an organization: roles, invitations, leaving."""

from __future__ import annotations

from datetime import timedelta

from django.db import IntegrityError, models, transaction
from django.utils import timezone

import notifications
from accounts.models import User
from organizations.domain.errors import (
    AlreadyAsked,
    AlreadyMember,
    InvitationForAnother,
    InvitationGone,
    LastKeeper,
    SentAMomentAgo,
)
from organizations.domain.handovers import take_over
from organizations.domain.letters import invitation_link
from organizations.models import (
    INVITATION_LASTS,
    Organization,
    OrganizationMembership,
    OrganizationRole,
    ProfileInvitation,
)

RESEND_AFTER = timedelta(minutes=15)


def give_role(organization: Organization, user: User, role: str) -> OrganizationMembership:
    """Make the person a member with ``role``, or bring a former member back."""
    membership, _created = OrganizationMembership.objects.update_or_create(
        organization=organization, user=user, defaults={"role": role, "is_active": True}
    )
    notifications.follow(user, organization)
    return membership


@transaction.atomic
def change_role(membership: OrganizationMembership, role: str) -> OrganizationMembership:
    """Change what a member may do; the last keeper stays keeper."""
    membership = _locked(membership)
    if role != OrganizationRole.OWNER:
        _require_another_keeper(membership)
    membership.role = role
    membership.save(update_fields=["role"])
    return membership


@transaction.atomic
def end_membership(membership: OrganizationMembership) -> None:
    """A member leaves or is removed; the row stays, signatures keep their meaning."""
    membership = _locked(membership)
    _require_another_keeper(membership)
    membership.is_active = False
    membership.save(update_fields=["is_active"])


@transaction.atomic
def invite_member(
    *,
    organization: Organization,
    email: str,
    role: str,
    invited_by: User,
    hands_over: bool = False,
) -> ProfileInvitation:
    """Send a letter with a link to a colleague, who need not have an account.

    With ``hands_over`` the colleague becomes keeper in the place of the one who invites.
    """
    members = organization.memberships.filter(is_active=True)
    if members.filter(user__email__iexact=email).exists():
        raise AlreadyMember
    invitation = ProfileInvitation(
        organization=organization,
        email=email,
        role=OrganizationRole.OWNER if hands_over else role,
        invited_by=invited_by,
        hands_over=hands_over,
    )
    try:
        with transaction.atomic():
            invitation.save()
    except IntegrityError as error:
        raise AlreadyAsked from error
    _send(invitation, invited_by)
    return invitation


@transaction.atomic
def resend_invitation(invitation: ProfileInvitation, *, by: User) -> ProfileInvitation:
    """Send the letter again, with a new term; an expired invitation lives again."""
    invitation = ProfileInvitation.objects.select_for_update(of=["self"]).get(pk=invitation.pk)
    if invitation.accepted_at or invitation.revoked_at:
        raise InvitationGone
    if timezone.now() - invitation.sent_at < RESEND_AFTER:
        raise SentAMomentAgo
    invitation.sent_at = timezone.now()
    invitation.save(update_fields=["sent_at"])
    _send(invitation, by)
    return invitation


@transaction.atomic
def accept_invitation(invitation: ProfileInvitation, user: User) -> OrganizationMembership:
    """Say yes; only the person to whom the letter went."""
    invitation = ProfileInvitation.objects.select_for_update().get(pk=invitation.pk)
    if not invitation.is_open:
        raise InvitationGone
    if invitation.email.lower() != user.email.lower():
        raise InvitationForAnother
    invitation.accepted_at = timezone.now()
    invitation.save(update_fields=["accepted_at"])
    membership = give_role(invitation.organization, user, invitation.role)
    if invitation.hands_over:
        take_over(invitation, membership)
    notifications.publish(
        "organizations.member_joined",
        membership,
        user,
        {"person": str(user), "organization": invitation.organization.name},
    )
    return membership


def invitations_for(user: User) -> models.QuerySet[ProfileInvitation]:
    """Invitations to the person's address that wait for their answer."""
    return ProfileInvitation.objects.filter(
        email__iexact=user.email,
        accepted_at__isnull=True,
        revoked_at__isnull=True,
        sent_at__gt=timezone.now() - INVITATION_LASTS,
    ).select_related("organization", "invited_by")


def revoke_invitation(invitation: ProfileInvitation) -> None:
    """Take an unanswered invitation back."""
    ProfileInvitation.objects.filter(
        pk=invitation.pk, accepted_at__isnull=True, revoked_at__isnull=True
    ).update(revoked_at=timezone.now())


def _send(invitation: ProfileInvitation, by: User) -> None:
    notifications.publish_to_address(
        "organizations.invitation_letter",
        invitation,
        address=invitation.email,
        actor=by,
        context={
            "person": str(by),
            "organization": invitation.organization.name,
            "role": str(invitation.get_role_display()),
            "link": invitation_link(invitation),
        },
    )


def _locked(membership: OrganizationMembership) -> OrganizationMembership:
    # All keepers of the profile are locked: two who leave at once would leave nobody.
    rows = OrganizationMembership.objects.select_for_update().filter(
        organization=membership.organization_id
    )
    return next(row for row in rows.order_by("pk") if row.pk == membership.pk)


def _require_another_keeper(membership: OrganizationMembership) -> None:
    if membership.role != OrganizationRole.OWNER or not membership.is_active:
        return
    others = OrganizationMembership.objects.filter(
        organization=membership.organization_id, role=OrganizationRole.OWNER, is_active=True
    ).exclude(pk=membership.pk)
    if not others.exists():
        raise LastKeeper
