"""Two sides that may become partners, for tests of what they and others may do."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.utils import timezone

from organizations.domain import partnership_calls, partnership_interests, partnerships
from organizations.models import Partnership, PartnershipCall, PartnershipInterest, PublicBody
from tests.organizations.factories import (
    OrganizationMembershipFactory,
    PublicBodyMembershipFactory,
)


class World:
    """A caller with its person, an NGO that answers with its person, and an office."""

    def __init__(self) -> None:
        membership = OrganizationMembershipFactory(organization__name="Fundacja Ogłaszająca")
        self.caller, self.side = membership.user, membership.organization
        other = OrganizationMembershipFactory(organization__name="Stowarzyszenie Chętne")
        self.partner, self.other = other.user, other.organization
        self.body = PublicBody.objects.get(slug="nysa")
        self.official = PublicBodyMembershipFactory(public_body=self.body).user
        self.call = self.announce()

    def announce(self, **values: Any) -> PartnershipCall:
        call = PartnershipCall(
            **{
                "title": "Letnia szkoła",
                "idea": "Zajęcia dla dzieci.",
                "offered": "Program.",
                "sought": "Kogoś z kuchnią i animatorami.",
                "organization": self.side,
                "closes_at": timezone.now() + timedelta(days=10),
                **values,
            }
        )
        partnership_calls.announce_call(call, by=self.caller)
        call.benefit_fields.set(["14"])
        return call

    def interest(self) -> PartnershipInterest:
        return partnership_interests.express_interest(
            self.call, side=self.other, message="Chcemy.", by=self.partner
        )

    def partnership(self) -> Partnership:
        accepted = partnership_interests.accept_interest(self.interest(), by=self.caller)
        return partnerships.record_partnership(
            Partnership(title="Razem", purpose="Dla dzieci."),
            call=self.call,
            interests=[accepted],
            by=self.caller,
        )
