"""Handing over the care of a profile; the last keeper leaves only by one of these ways."""

from __future__ import annotations

from django.db import IntegrityError, transaction
from django.utils import timezone

import notifications
from accounts.models import User
from organizations.domain.errors import (
    AlreadyDecided,
    NotAMember,
    ReasonMissing,
    ReleaseAsked,
    SuccessorExists,
)
from organizations.models import (
    HandoverStatus,
    KeeperHandover,
    Organization,
    OrganizationMembership,
    OrganizationRole,
    ProfileInvitation,
)


@transaction.atomic
def hand_over(*, organization: Organization, keeper: User, to: User, stays: bool) -> KeeperHandover:
    """Make a member the keeper; the former one stays as a representative or leaves."""
    members = lock_members(organization)
    own, successor = members.get(keeper.pk), members.get(to.pk)
    if own is None or own.role != OrganizationRole.OWNER or successor is None or own == successor:
        raise NotAMember
    return _pass_on(own, successor, stays=stays)


def take_over(invitation: ProfileInvitation, successor: OrganizationMembership) -> None:
    """The invited person said yes to be the keeper in place of the one who invited."""
    own = lock_members(invitation.organization).get(invitation.invited_by_id or 0)
    if own is not None and own.role == OrganizationRole.OWNER and own.pk != successor.pk:
        _pass_on(own, successor, stays=False)


@transaction.atomic
def ask_for_release(*, organization: Organization, keeper: User, reason: str) -> KeeperHandover:
    """The only keeper finds no successor: administrators decide."""
    if not reason.strip():
        raise ReasonMissing
    members = lock_members(organization)
    own = members.get(keeper.pk)
    if own is None or own.role != OrganizationRole.OWNER:
        raise NotAMember
    if _keepers(members) != [own]:
        raise SuccessorExists
    request = KeeperHandover(organization=organization, from_user=keeper, reason=reason.strip())
    try:
        with transaction.atomic():
            request.save()
    except IntegrityError as error:
        raise ReleaseAsked from error
    notifications.publish(
        "organizations.release_asked",
        request,
        keeper,
        {"person": str(keeper), "organization": organization.name, "reason": request.reason},
    )
    return request


@transaction.atomic
def decide_release(
    request: KeeperHandover, *, accept: bool, decided_by: User, answer: str = ""
) -> KeeperHandover:
    """Leave the profile without a keeper, or keep the person with a reason."""
    if not accept and not answer.strip():
        raise ReasonMissing
    request = KeeperHandover.objects.select_for_update(of=["self"]).get(pk=request.pk)
    if request.status != HandoverStatus.PENDING:
        raise AlreadyDecided
    if accept and (own := lock_members(request.organization).get(request.from_user_id or 0)):
        own.is_active = False
        own.save(update_fields=["is_active"])
    request.status = HandoverStatus.DONE if accept else HandoverStatus.REFUSED
    request.decided_by, request.decided_at = decided_by, timezone.now()
    request.answer = answer.strip()
    request.save(update_fields=["status", "decided_by", "decided_at", "answer"])
    notifications.publish(
        "organizations.release_decided",
        request,
        decided_by,
        {
            "organization": request.organization.name,
            "decision": str(request.get_status_display()),
            "reason": request.answer,
        },
    )
    return request


def lock_members(organization: Organization) -> dict[int, OrganizationMembership]:
    """Active members by person, locked: two who leave at once would leave nobody."""
    rows = OrganizationMembership.objects.select_for_update(of=["self"]).filter(
        organization=organization
    )
    return {
        row.user_id: row
        for row in rows.select_related("user", "organization").order_by("pk")
        if row.is_active
    }


def _pass_on(
    own: OrganizationMembership, successor: OrganizationMembership, *, stays: bool
) -> KeeperHandover:
    successor.role = OrganizationRole.OWNER
    successor.save(update_fields=["role"])
    own.role, own.is_active = OrganizationRole.REPRESENTATIVE, stays
    own.save(update_fields=["role", "is_active"])
    # A request to be released is answered by this.
    now = timezone.now()
    KeeperHandover.objects.filter(
        organization=own.organization_id, status=HandoverStatus.PENDING
    ).update(status=HandoverStatus.REFUSED, decided_at=now)
    handover = KeeperHandover.objects.create(
        organization=own.organization,
        from_user=own.user,
        to_user=successor.user,
        status=HandoverStatus.DONE,
        decided_at=now,
    )
    notifications.publish(
        "organizations.handed_over",
        handover,
        own.user,
        {"person": str(own.user), "organization": own.organization.name},
    )
    return handover


def _keepers(members: dict[int, OrganizationMembership]) -> list[OrganizationMembership]:
    return [row for row in members.values() if row.role == OrganizationRole.OWNER]
