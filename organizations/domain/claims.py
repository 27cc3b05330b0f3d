"""Asking to keep a profile, proving it, deciding, disputes."""

from __future__ import annotations

from django.db import IntegrityError, transaction
from django.utils import timezone

import notifications
from accounts.models import User
from documents.storing import store_upload
from documents.uploads import CheckedUpload
from organizations.domain.errors import (
    AlreadyAsked,
    AlreadyDecided,
    AlreadyMember,
    NoRegisterEmail,
    ProofMissing,
    ReasonMissing,
)
from organizations.domain.letters import claim_link
from organizations.domain.memberships import give_role
from organizations.models import (
    ClaimProof,
    ClaimStatus,
    Organization,
    OrganizationMembership,
    OrganizationRole,
    ProfileClaim,
)


@transaction.atomic
def submit_claim(
    *,
    organization: Organization,
    user: User,
    function: str,
    proof: str,
    message: str = "",
    document: CheckedUpload | None = None,
) -> ProfileClaim:
    """Ask to keep the profile; a letter goes out when the organization's mail is the proof."""
    members = organization.memberships.filter(is_active=True)
    if members.filter(user=user).exists():
        raise AlreadyMember
    if proof == ClaimProof.REGISTER_EMAIL and not organization.email:
        raise NoRegisterEmail
    if proof == ClaimProof.DOCUMENT and document is None:
        raise ProofMissing
    claim = ProfileClaim(
        organization=organization,
        user=user,
        function=function,
        proof=proof,
        message=message,
        is_dispute=members.filter(role=OrganizationRole.OWNER).exists(),
    )
    _save_once(claim)
    if document is not None:
        claim.document = store_upload(document, uploaded_by=user)
        claim.save(update_fields=["document"])
    if proof == ClaimProof.REGISTER_EMAIL:
        _write_to_organization(claim)
    notifications.publish("organizations.claim_submitted", claim, user, _context(claim))
    return claim


@transaction.atomic
def confirm_by_email(claim_id: int) -> ProfileClaim:
    """Whoever reads the organization's mail says yes: undisputed claims are accepted at once."""
    claim = _locked(claim_id)
    claim.email_confirmed_at = timezone.now()
    claim.save(update_fields=["email_confirmed_at"])
    if not claim.is_dispute:
        _accept(claim, decided_by=None)
    return claim


@transaction.atomic
def accept_claim(
    claim: ProfileClaim, *, decided_by: User, replace_keepers: bool = False
) -> ProfileClaim:
    """Give the profile; in a dispute the present keepers may lose it."""
    claim = _locked(claim.pk)
    if replace_keepers:
        OrganizationMembership.objects.filter(
            organization=claim.organization, role=OrganizationRole.OWNER
        ).update(is_active=False)
    return _accept(claim, decided_by=decided_by)


@transaction.atomic
def reject_claim(claim: ProfileClaim, *, decided_by: User, reason: str) -> ProfileClaim:
    """Refuse with a reason that the person reads."""
    if not reason.strip():
        raise ReasonMissing
    claim = _locked(claim.pk)
    claim.reason = reason
    return _decide(claim, ClaimStatus.REJECTED, decided_by, "organizations.claim_rejected")


@transaction.atomic
def withdraw_claim(claim: ProfileClaim) -> ProfileClaim:
    """The person changed their mind."""
    claim = _locked(claim.pk)
    claim.status = ClaimStatus.WITHDRAWN
    claim.save(update_fields=["status"])
    return claim


def _accept(claim: ProfileClaim, decided_by: User | None) -> ProfileClaim:
    give_role(claim.organization, claim.user, OrganizationRole.OWNER)
    return _decide(claim, ClaimStatus.ACCEPTED, decided_by, "organizations.claim_accepted")


def _decide(
    claim: ProfileClaim, status: ClaimStatus, decided_by: User | None, kind: str
) -> ProfileClaim:
    claim.status = status
    claim.decided_by = decided_by
    claim.decided_at = timezone.now()
    claim.save(update_fields=["status", "decided_by", "decided_at", "reason"])
    notifications.publish(kind, claim, decided_by, {**_context(claim), "reason": claim.reason})
    return claim


def _locked(claim_id: int) -> ProfileClaim:
    # Two moderators, or a moderator and the letter's link, may decide at the same moment.
    claim = (
        ProfileClaim.objects.select_for_update(of=["self"])
        .select_related("organization", "user")
        .get(pk=claim_id)
    )
    if claim.status != ClaimStatus.PENDING:
        raise AlreadyDecided
    return claim


def _save_once(claim: ProfileClaim) -> None:
    try:
        with transaction.atomic():
            claim.save()
    except IntegrityError as error:
        raise AlreadyAsked from error


def _write_to_organization(claim: ProfileClaim) -> None:
    notifications.publish_to_address(
        "organizations.claim_letter",
        claim,
        address=claim.organization.email,
        context={
            "person": str(claim.user),
            "function": claim.function,
            "organization": claim.organization.name,
            "link": claim_link(claim),
        },
    )


def _context(claim: ProfileClaim) -> dict[str, str]:
    return {
        "organization": claim.organization.name,
        "person": str(claim.user),
        "function": claim.function,
    }
