"""What of partnerships concerns a person: "Moje sprawy" and their data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Count, Q
from django.utils.translation import gettext, gettext_lazy, ngettext

from accounts import dashboard, privacy
from accounts.models import User
from organizations.models import (
    CallState,
    InterestState,
    PartnershipCall,
    PartnershipInterest,
    PartnershipMember,
)
from organizations.models.partnership_calls import acting_for


def register_own_partnerships() -> None:
    """Join "Moje sprawy" and the privacy pages."""
    dashboard.register(partnerships_section)
    privacy.register(
        privacy.PersonalData(
            key="partnerships",
            label=gettext_lazy("Rozmowy o partnerstwach"),
            export=_export,
        )
    )


def partnerships_section(user: User) -> dashboard.Section | None:
    """Open calls with answers that wait, sent interests, partnerships to confirm."""
    items = [*_to_confirm(user), *_own_calls(user), *_own_interests(user)]
    if not items:
        return None
    return dashboard.Section(key="partnerships", title=gettext("Partnerstwa"), items=items, rank=30)


def _to_confirm(user: User) -> list[dashboard.Item]:
    waiting = PartnershipMember.objects.filter(acting_for(user), confirmed_at__isnull=True)
    return [
        dashboard.Item(
            title=member.partnership.title,
            url=member.partnership.get_absolute_url(),
            badge=gettext("do potwierdzenia"),
            tone="warning",
        )
        for member in waiting.select_related("partnership")
    ]


def _own_calls(user: User) -> list[dashboard.Item]:
    waiting = Count("interests", filter=Q(interests__state=InterestState.WAITING))
    calls = PartnershipCall.objects.filter(acting_for(user), state=CallState.OPEN)
    return [
        dashboard.Item(
            title=call.title,
            url=call.get_absolute_url(),
            badge=_answers(call.waiting) if call.waiting else "",
            tone="warning" if call.waiting else "",
        )
        for call in calls.annotate(waiting=waiting).order_by("closes_at")
    ]


def _answers(count: int) -> str:
    return ngettext("%(count)s odpowiedź czeka", "%(count)s odpowiedzi czeka", count) % {
        "count": count
    }


def _own_interests(user: User) -> list[dashboard.Item]:
    sent = PartnershipInterest.objects.filter(
        acting_for(user), state__in=[InterestState.WAITING, InterestState.ACCEPTED]
    ).exclude(call__state=CallState.CLOSED)
    return [
        dashboard.Item(
            title=interest.call.title,
            url=interest.get_absolute_url(),
            badge=interest.get_state_display(),
            tone="info",
        )
        for interest in sent.select_related("call").order_by("-created_at")
    ]


def _export(user: User) -> Iterable[Mapping[str, Any]]:
    for interest in user.partnership_interests.select_related("call"):
        yield {"call": interest.call.title, "message": interest.message, "state": interest.state}
    for message in user.partnership_messages.select_related("interest__call"):
        yield {
            "call": message.interest.call.title,
            "text": message.text,
            "sent_at": message.created_at.isoformat(),
        }
