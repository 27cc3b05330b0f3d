"""Proposing organizations and changes, and what moderators decide."""

from __future__ import annotations

from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

import notifications
from accounts.models import User
from organizations.domain.errors import AlreadyAsked, AlreadyDecided, ReasonMissing
from organizations.domain.slugs import free_slug
from organizations.models import (
    ChangeSuggestion,
    Decision,
    Organization,
    OrganizationProposal,
    Publication,
    ValueSource,
)

# What readers may suggest and imports may change: values of one row, told in words.
SUGGESTIBLE_FIELDS = [
    "name",
    "short_name",
    "street_address",
    "postal_code",
    "town",
    "email",
    "phone",
    "website",
    "opening_hours",
    "mission",
]


@transaction.atomic
def propose_organization(
    organization: Organization, *, proposed_by: User, note: str = ""
) -> OrganizationProposal:
    """Put an unsaved organization before the moderators."""
    organization.publication = Publication.PROPOSED
    organization.slug = free_slug(organization.name)
    organization.source = str(proposed_by)
    organization.save()
    proposal = OrganizationProposal.objects.create(
        organization=organization, proposed_by=proposed_by, note=note
    )
    notifications.publish(
        "organizations.proposed", proposal, proposed_by, {"organization": organization.name}
    )
    return proposal


@transaction.atomic
def publish_proposal(proposal: OrganizationProposal, *, decided_by: User) -> Organization:
    """Show the organization to everybody."""
    proposal = _locked_proposal(proposal)
    organization = proposal.organization
    organization.publication = Publication.PUBLISHED
    organization.save(update_fields=["publication"])
    _decide(proposal, Decision.ACCEPTED, decided_by, "")
    _tell(proposal, "organizations.proposal_published", decided_by)
    return organization


@transaction.atomic
def refuse_proposal(proposal: OrganizationProposal, *, decided_by: User, reason: str) -> None:
    """Keep the organization out, with a reason that the proposer reads."""
    if not reason.strip():
        raise ReasonMissing
    proposal = _locked_proposal(proposal)
    proposal.organization.publication = Publication.HIDDEN
    proposal.organization.save(update_fields=["publication"])
    _decide(proposal, Decision.REJECTED, decided_by, reason)
    _tell(proposal, "organizations.proposal_refused", decided_by)


@transaction.atomic
def suggest_change(
    *,
    organization: Organization,
    field: str,
    value: str,
    source: str,
    suggested_by: User | None = None,
) -> ChangeSuggestion:
    """Queue another value for moderators and the profile's keepers."""
    if field not in SUGGESTIBLE_FIELDS:
        raise ValueError(f"Values of {field!r} are not suggested.")
    suggestion = ChangeSuggestion(
        organization=organization,
        field=field,
        present_value=str(getattr(organization, field)),
        suggested_value=value,
        source=source,
        suggested_by=suggested_by,
    )
    try:
        with transaction.atomic():
            suggestion.save()
    except IntegrityError as error:
        raise AlreadyAsked from error
    notifications.publish(
        "organizations.change_suggested",
        suggestion,
        suggested_by,
        {"organization": organization.name, "field": suggestion.field_label},
    )
    return suggestion


@transaction.atomic
def accept_suggestion(suggestion: ChangeSuggestion, *, decided_by: User) -> Organization:
    """Take the suggested value over, with its source."""
    suggestion = _locked_suggestion(suggestion)
    organization = Organization.objects.select_for_update().get(pk=suggestion.organization_id)
    field: Any = Organization._meta.get_field(suggestion.field)
    setattr(organization, suggestion.field, field.clean(suggestion.suggested_value, organization))
    organization.save()
    ValueSource.objects.update_or_create(
        organization=organization,
        field=suggestion.field,
        defaults={"source": suggestion.source[:120], "checked_on": timezone.localdate()},
    )
    _decide(suggestion, Decision.ACCEPTED, decided_by, "")
    return organization


@transaction.atomic
def reject_suggestion(suggestion: ChangeSuggestion, *, decided_by: User) -> None:
    """Keep the present value."""
    _decide(_locked_suggestion(suggestion), Decision.REJECTED, decided_by, "")


def _locked_proposal(proposal: OrganizationProposal) -> OrganizationProposal:
    row = (
        OrganizationProposal.objects.select_for_update(of=["self"])
        .select_related("organization")
        .get(pk=proposal.pk)
    )
    if row.decision != Decision.PENDING:
        raise AlreadyDecided
    return row


def _locked_suggestion(suggestion: ChangeSuggestion) -> ChangeSuggestion:
    row = ChangeSuggestion.objects.select_for_update().get(pk=suggestion.pk)
    if row.decision != Decision.PENDING:
        raise AlreadyDecided
    return row


def _decide(row: Any, decision: Decision, decided_by: User, reason: str) -> None:
    row.decision = decision
    row.decided_by = decided_by
    row.decided_at = timezone.now()
    row.reason = reason
    row.save(update_fields=["decision", "decided_by", "decided_at", "reason"])


def _tell(proposal: OrganizationProposal, kind: str, decided_by: User) -> None:
    notifications.publish(
        kind,
        proposal,
        decided_by,
        {"organization": proposal.organization.name, "reason": proposal.reason},
    )
