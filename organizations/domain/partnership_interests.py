"""Answering calls for partners, and the private talk of both sides."""

from __future__ import annotations

from django.db import IntegrityError, transaction
from django.utils import timezone

import notifications
from accounts.models import User
from organizations.domain.errors import (
    AlreadyAnswered,
    AlreadyInterested,
    AlreadyInvited,
    CallOver,
    OwnCall,
    ReasonMissing,
)
from organizations.models import (
    InterestState,
    Organization,
    PartnershipCall,
    PartnershipInterest,
    PartnershipMessage,
    PartnershipSuggestion,
    PublicBody,
)


@transaction.atomic
def express_interest(
    call: PartnershipCall, *, side: Organization | PublicBody, message: str, by: User
) -> PartnershipInterest:
    """Answer a call for an organization or office, before its deadline by the database's clock."""
    # The lock keeps the caller from closing between the look and the insertion.
    open_call = PartnershipCall.objects.select_for_update(of=["self"]).taking_answers()
    if not open_call.filter(pk=call.pk).exists():
        raise CallOver
    if side == call.side:
        raise OwnCall
    interest = PartnershipInterest(
        call=call,
        organization=side if isinstance(side, Organization) else None,
        public_body=side if isinstance(side, PublicBody) else None,
        message=message,
        author=by,
    )
    try:
        with transaction.atomic():
            interest.save()
    except IntegrityError as error:
        raise AlreadyInterested from error
    _publish("organizations.interest_expressed", interest, by, {"message": message})
    return interest


@transaction.atomic
def accept_interest(interest: PartnershipInterest, *, by: User) -> PartnershipInterest:
    """The caller wants this partner."""
    return _answer(interest, InterestState.ACCEPTED, by, "")


@transaction.atomic
def decline_interest(
    interest: PartnershipInterest, *, by: User, reason: str
) -> PartnershipInterest:
    """The caller says no, with a reason that the other side reads."""
    if not reason.strip():
        raise ReasonMissing
    return _answer(interest, InterestState.DECLINED, by, reason)


@transaction.atomic
def withdraw_interest(interest: PartnershipInterest, *, by: User) -> PartnershipInterest:
    """The interested side changed its mind."""
    interest = _waiting(interest)
    interest.state = InterestState.WITHDRAWN
    interest.save(update_fields=["state"])
    _publish("organizations.interest_withdrawn", interest, by)
    return interest


@transaction.atomic
def say(
    interest: PartnershipInterest, *, text: str, by: User, from_caller: bool
) -> PartnershipMessage:
    """Write to the other side; only the two sides read it."""
    message = PartnershipMessage.objects.create(
        interest=interest, author=by, text=text, is_from_caller=from_caller
    )
    _publish(
        "organizations.partnership_message",
        interest,
        by,
        {"text": text[:300], "to_caller": not from_caller},
    )
    return message


@transaction.atomic
def invite_to_call(
    call: PartnershipCall, organization: Organization, *, by: User
) -> PartnershipSuggestion:
    """Ask a suggested organization to look at the call; once, whoever asks."""
    if not PartnershipCall.objects.taking_answers().filter(pk=call.pk).exists():
        raise CallOver
    suggestion = PartnershipSuggestion(call=call, organization=organization, sent_by=by)
    try:
        with transaction.atomic():
            suggestion.save()
    except IntegrityError as error:
        raise AlreadyInvited from error
    notifications.publish(
        "organizations.invited_to_call",
        suggestion,
        by,
        {"title": call.title, "side": str(call.side), "organization": organization.name},
    )
    return suggestion


def _answer(
    interest: PartnershipInterest, state: InterestState, by: User, reason: str
) -> PartnershipInterest:
    interest = _waiting(interest)
    interest.state, interest.reason, interest.answered_at = state, reason, timezone.now()
    interest.save(update_fields=["state", "reason", "answered_at"])
    _publish(
        "organizations.interest_answered", interest, by, {"state": state.value, "reason": reason}
    )
    return interest


def _waiting(interest: PartnershipInterest) -> PartnershipInterest:
    row = (
        PartnershipInterest.objects.select_for_update(of=["self"])
        .select_related("call", "organization", "public_body")
        .get(pk=interest.pk)
    )
    if row.state != InterestState.WAITING:
        raise AlreadyAnswered
    return row


def _publish(
    kind: str, interest: PartnershipInterest, by: User, more: dict[str, object] | None = None
) -> None:
    context = {"title": interest.call.title, "side": str(interest.side), **(more or {})}
    notifications.publish(kind, interest, by, context)
