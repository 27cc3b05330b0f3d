"""Recording a partnership, confirming it, its steps, and its way to the map."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

import notifications
from accounts.models import User
from documents.storing import store_upload
from documents.uploads import CheckedUpload
from organizations.domain.errors import AlreadyDecided, ReasonMissing, StepRefused
from organizations.domain.initiatives import propose_initiative
from organizations.domain.slugs import slug_for, slug_stem
from organizations.models import (
    PARTNERSHIP_TRANSITIONS,
    Initiative,
    InterestState,
    Organization,
    PartnerRole,
    Partnership,
    PartnershipCall,
    PartnershipInterest,
    PartnershipMember,
    PartnershipStage,
    PartnershipStep,
    PublicBody,
)
from organizations.models.partnerships import PartnershipTransition

RESERVED = frozenset(["nowe"])
FEWEST_PARTNERS = 2


@transaction.atomic
def record_partnership(
    partnership: Partnership,
    *,
    call: PartnershipCall,
    interests: Iterable[PartnershipInterest],
    by: User,
) -> Partnership:
    """Write a partnership of the caller, who leads it, and accepted interested sides.

    The leader confirms by recording it; every partner confirms on its own.
    """
    partnership.slug = _free_slug(partnership.title)
    partnership.call = call
    partnership.save()
    leader = _member(partnership, call.side, PartnerRole.LEADER)
    leader.contribution = call.offered[:400]
    leader.confirmed_at, leader.confirmed_by = timezone.now(), by
    partners = [
        _member(partnership, interest.side, PartnerRole.PARTNER)
        for interest in interests
        if interest.state == InterestState.ACCEPTED
    ]
    PartnershipMember.objects.bulk_create([leader, *partners])
    notifications.publish(
        "organizations.partnership_recorded", partnership, by, {"title": partnership.title}
    )
    return partnership


@transaction.atomic
def confirm_membership(member: PartnershipMember, *, contribution: str, by: User) -> None:
    """A partner says yes and what it brings; once."""
    row = PartnershipMember.objects.select_for_update().get(pk=member.pk)
    if row.confirmed_at is not None:
        raise AlreadyDecided
    row.contribution = contribution
    row.confirmed_at, row.confirmed_by = timezone.now(), by
    row.save()
    notifications.publish(
        "organizations.partner_confirmed",
        row.partnership,
        by,
        {"title": row.partnership.title, "side": str(row.side)},
    )


@transaction.atomic
def refuse_membership(member: PartnershipMember, *, by: User) -> None:
    """A side that has not confirmed leaves; the leader hears of it."""
    row = PartnershipMember.objects.select_for_update().get(pk=member.pk)
    if row.confirmed_at is not None or row.role == PartnerRole.LEADER:
        raise AlreadyDecided
    side = str(row.side)
    row.delete()
    notifications.publish(
        "organizations.partner_refused",
        member.partnership,
        by,
        {"title": member.partnership.title, "side": side},
    )


@transaction.atomic
def write_agreement(
    partnership: Partnership,
    *,
    signed_on: date,
    number: str,
    upload: CheckedUpload | None,
    by: User,
) -> Partnership:
    """Keep the date, number and file of the partnership agreement."""
    partnership = _locked(partnership)
    partnership.agreement_on, partnership.agreement_number = signed_on, number
    if upload is not None:
        partnership.agreement_file = store_upload(upload, uploaded_by=by)
    partnership.save()
    return partnership


@transaction.atomic
def take_step(
    partnership: Partnership, target: PartnershipStage, *, by: User, note: str = ""
) -> Partnership:
    """Go on by one allowed step whose guards agree; the step is logged."""
    partnership = _locked(partnership)
    transition = _transition(partnership.stage, target)
    if transition.needs_note and not note.strip():
        raise ReasonMissing
    for guard in transition.guards:
        _GUARDS[guard](partnership)
    PartnershipStep.objects.create(
        partnership=partnership, source=partnership.stage, target=target, note=note, actor=by
    )
    partnership.stage = target
    partnership.save(update_fields=["stage", "updated_at"])
    notifications.publish(
        "organizations.partnership_step",
        partnership,
        by,
        {"title": partnership.title, "stage": target.value, "note": note},
    )
    return partnership


@transaction.atomic
def put_on_map(partnership: Partnership, initiative: Initiative, *, by: User) -> Initiative:
    """Propose the partnership's initiative for the map, with all partners as its makers."""
    partnership = _locked(partnership)
    if partnership.initiative_id is not None:
        raise AlreadyDecided
    proposed = propose_initiative(initiative, proposed_by=by)
    members = list(partnership.members.all())
    proposed.organizations.set([m.organization_id for m in members if m.organization_id])
    proposed.public_bodies.set([m.public_body_id for m in members if m.public_body_id])
    partnership.initiative = proposed
    partnership.save(update_fields=["initiative", "updated_at"])
    return proposed


def next_steps(partnership: Partnership) -> list[PartnershipTransition]:
    """Where the partnership may go from here, whether or not its guards agree yet."""
    return [step for step in PARTNERSHIP_TRANSITIONS if step.source == partnership.stage]


def _two_sides_confirmed(partnership: Partnership) -> None:
    members = list(partnership.members.all())
    if len(members) < FEWEST_PARTNERS:
        raise StepRefused(_("Partnerstwo to co najmniej dwie strony."))
    if any(member.confirmed_at is None for member in members):
        raise StepRefused(_("Nie wszyscy partnerzy potwierdzili udział."))


def _agreement_signed(partnership: Partnership) -> None:
    if partnership.agreement_on is None:
        raise StepRefused(_("Najpierw wpisz datę umowy partnerskiej."))


_GUARDS: dict[str, Callable[[Partnership], None]] = {
    "two_sides_confirmed": _two_sides_confirmed,
    "agreement_signed": _agreement_signed,
}


def _transition(source: str, target: str) -> PartnershipTransition:
    for step in PARTNERSHIP_TRANSITIONS:
        if (step.source, step.target) == (source, target):
            return step
    raise StepRefused(_("Z tego kroku nie można tam przejść."))


def _member(
    partnership: Partnership, side: Organization | PublicBody, role: PartnerRole
) -> PartnershipMember:
    return PartnershipMember(
        partnership=partnership,
        role=role,
        organization=side if isinstance(side, Organization) else None,
        public_body=side if isinstance(side, PublicBody) else None,
    )


def _locked(partnership: Partnership) -> Partnership:
    return Partnership.objects.select_for_update(of=["self"]).get(pk=partnership.pk)


def _free_slug(title: str) -> str:
    similar = Partnership.objects.filter(slug__startswith=slug_stem(title))
    return slug_for(title, {*similar.values_list("slug", flat=True), *RESERVED})
