"""Announcing calls for partners, changing, closing and hiding them."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

import notifications
from accounts.models import User
from organizations.domain.errors import AlreadyDecided, ReasonMissing
from organizations.domain.slugs import slug_for, slug_stem
from organizations.models import CallOutcome, CallState, PartnershipCall

# First words of addresses under /organizacje/partnerstwa/ that belong to other pages.
RESERVED = frozenset(["nowe", "zawarte", "moje"])


@transaction.atomic
def announce_call(call: PartnershipCall, *, by: User) -> PartnershipCall:
    """Publish an unsaved call; followers of the caller hear of it."""
    call.slug = _free_slug(call.title)
    call.created_by = by
    call.save()
    notifications.follow(by, call)
    notifications.publish(
        "organizations.partners_sought", call, by, {"title": call.title, "side": str(call.side)}
    )
    return call


@transaction.atomic
def close_call(
    call: PartnershipCall, *, outcome: CallOutcome, outcome_text: str, by: User
) -> PartnershipCall:
    """End a call and say what came of it; everybody interested hears of it."""
    call = _locked(call)
    if call.state == CallState.CLOSED:
        raise AlreadyDecided
    call.state = CallState.CLOSED
    call.outcome = outcome
    call.outcome_text = outcome_text
    call.closed_at = timezone.now()
    call.save()
    notifications.publish(
        "organizations.call_closed",
        call,
        by,
        {"title": call.title, "outcome": outcome.value, "text": outcome_text},
    )
    return call


@transaction.atomic
def hide_call(call: PartnershipCall, *, by: User, reason: str) -> PartnershipCall:
    """A moderator takes a call away; its caller reads why."""
    if not reason.strip():
        raise ReasonMissing
    call = _locked(call)
    if call.is_hidden:
        raise AlreadyDecided
    call.is_hidden, call.hidden_reason = True, reason
    call.save()
    notifications.publish(
        "organizations.call_hidden", call, by, {"title": call.title, "reason": reason}
    )
    return call


@transaction.atomic
def show_call(call: PartnershipCall) -> PartnershipCall:
    """A moderator brings a hidden call back."""
    call = _locked(call)
    call.is_hidden, call.hidden_reason = False, ""
    call.save()
    return call


@transaction.atomic
def remind_of_ended_calls() -> int:
    """Ask callers, once, what came of calls whose deadline has passed; how many were asked."""
    now = timezone.now()
    ended = PartnershipCall.objects.select_for_update(skip_locked=True, of=["self"]).filter(
        state=CallState.OPEN, closes_at__lte=now, reminded_at__isnull=True
    )
    calls = list(ended.order_by("closes_at", "pk")[:500])
    PartnershipCall.objects.filter(pk__in=[call.pk for call in calls]).update(reminded_at=now)
    return notifications.publish_many(
        "organizations.call_ended", ((call, {"title": call.title}) for call in calls)
    )


def _locked(call: PartnershipCall) -> PartnershipCall:
    return PartnershipCall.objects.select_for_update(of=["self"]).get(pk=call.pk)


def _free_slug(title: str) -> str:
    similar = PartnershipCall.objects.filter(slug__startswith=slug_stem(title))
    return slug_for(title, {*similar.values_list("slug", flat=True), *RESERVED})
