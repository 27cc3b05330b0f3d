"""Running an election: announcing, candidates, mandates, complaints, lots."""

from __future__ import annotations

import secrets
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

import notifications
from documents.models import StoredFile
from organizations.models import Organization, OrganizationRole
from standards.domain.addresses import save_with_address
from standards.domain.errors import StandardsError, TooLate
from standards.models import (
    Candidate,
    CandidateState,
    Complaint,
    Election,
    ElectionState,
    Mandate,
    Phase,
    RollEntry,
    Urn,
)


@transaction.atomic
def create_election(*, election: Election, actor: Any) -> Election:
    """Save a new election in preparation."""
    save_with_address(election, election.title)
    return election


@transaction.atomic
def announce_election(*, election: Election, actor: Any) -> Election:
    """Announce, with an empty urn; those who follow the council or its office hear of it."""
    locked = _locked(election)
    if locked.state != ElectionState.DRAFT:
        raise StandardsError
    if locked.candidates_until <= timezone.now():
        raise TooLate(_("Termin zgłaszania kandydatów już minął. Zmień go, zanim ogłosisz."))
    locked.state = ElectionState.ANNOUNCED
    locked.save(update_fields=["state", "updated_at"])
    Urn.objects.create(election=locked)
    notifications.publish(
        "standards.election_announced",
        locked,
        actor=actor,
        context={
            "title": locked.title,
            "candidates_until": locked.candidates_until.isoformat(),
            "voting_from": locked.voting_from.isoformat(),
            "voting_until": locked.voting_until.isoformat(),
        },
    )
    return locked


@transaction.atomic
def cancel_election(*, election: Election, actor: Any) -> Election:
    """Call the election off; what was cast stays in the urn and is never opened."""
    locked = _locked(election)
    if locked.phase in (Phase.CANCELLED, Phase.RESULTS, Phase.DRAFT):
        raise StandardsError
    locked.state = ElectionState.CANCELLED
    locked.save(update_fields=["state", "updated_at"])
    notifications.publish(
        "standards.election_cancelled", locked, actor=actor, context={"title": locked.title}
    )
    return locked


@transaction.atomic
def propose(*, candidate: Candidate, consent_file: StoredFile | None, actor: Any) -> Candidate:
    """Put a candidate forward for an organization; one each. Raises TooLate.

    A candidate with an account is asked for consent, unless it is whoever proposes.
    """
    election = _locked(candidate.election)
    if election.phase != Phase.CANDIDATES:
        raise TooLate
    candidate.consent_file = consent_file
    if candidate.user is not None and candidate.user == actor:
        candidate.consented_at = timezone.now()
    try:
        with transaction.atomic():
            candidate.save()
    except IntegrityError as error:
        raise StandardsError(_("Ta organizacja zgłosiła już kandydata.")) from error
    if candidate.user is not None and not candidate.has_consented:
        notifications.publish(
            "standards.consent_asked",
            candidate,
            actor=actor,
            context={
                "title": election.title,
                "organization": candidate.organization.name,
            },
        )
    return candidate


@transaction.atomic
def consent(*, candidate: Candidate, user: Any) -> None:
    """The candidate agrees on the portal, until the list is closed."""
    election = _locked(candidate.election)
    if candidate.user_id != user.pk or election.phase not in (Phase.CANDIDATES, Phase.CHECKING):
        raise StandardsError
    Candidate.objects.filter(pk=candidate.pk, consented_at__isnull=True).update(
        consented_at=timezone.now()
    )


@transaction.atomic
def check_candidate(*, candidate: Candidate, accept: bool, reason: str, actor: Any) -> Candidate:
    """Put on the list or reject with a reason, until voting begins."""
    election = _locked(candidate.election)
    if election.phase not in (Phase.CANDIDATES, Phase.CHECKING):
        raise TooLate(_("Lista kandydatów jest zamknięta: głosowanie już się zaczęło."))
    locked = Candidate.objects.select_for_update(of=("self",)).get(pk=candidate.pk)
    if accept and not locked.has_consented:
        raise StandardsError(_("Bez zgody kandydata nie można wpisać go na listę."))
    if not accept and not reason.strip():
        raise StandardsError(_("Podaj powód odrzucenia."))
    locked.state = CandidateState.ACCEPTED if accept else CandidateState.REJECTED
    locked.reason = "" if accept else reason.strip()
    locked.save(update_fields=["state", "reason"])
    notifications.publish(
        "standards.candidate_checked",
        locked,
        actor=actor,
        context={
            "name": locked.name,
            "title": election.title,
            "state": locked.state,
            "reason": locked.reason,
        },
    )
    return locked


@transaction.atomic
def give_mandate(
    *, election: Election, organization: Organization, user: Any, actor: Any
) -> Mandate:
    """Say who casts the organization's vote; may change until the vote has been cast.

    The lock on the mandate makes a change and a vote take turns.
    """
    locked = _locked(election)
    if locked.phase not in (Phase.CANDIDATES, Phase.CHECKING, Phase.VOTING):
        raise TooLate
    if not organization.memberships.filter(user=user, is_active=True).exists():
        raise StandardsError(_("Ta osoba nie reprezentuje organizacji na portalu."))
    mandate, _created = Mandate.objects.get_or_create(
        election=locked, organization=organization, defaults={"user": user, "given_by": actor}
    )
    mandate = Mandate.objects.select_for_update(of=("self",)).get(pk=mandate.pk)
    if RollEntry.objects.filter(election=locked, organization=organization).exists():
        raise StandardsError(_("Organizacja już zagłosowała."))
    mandate.user, mandate.given_by = user, actor
    mandate.save(update_fields=["user", "given_by"])
    notifications.publish(
        "standards.mandate_given",
        mandate,
        actor=actor,
        context={"title": locked.title, "organization": organization.name},
    )
    return mandate


def complain(*, election: Election, text: str, user: Any) -> Complaint:
    """Complain about the election; raises TooLate."""
    try:
        with transaction.atomic():
            complaint = Complaint.objects.create(election=election, author=user, text=text)
            notifications.publish(
                "standards.complaint_received",
                complaint,
                actor=user,
                context={"title": election.title},
            )
    except IntegrityError as error:
        if "too late for complaints" in str(error):
            raise TooLate from error
        raise
    return complaint


@transaction.atomic
def decide_complaint(
    *, complaint: Complaint, is_upheld: bool, decision: str, actor: Any
) -> Complaint:
    """Answer a complaint, once; its author hears of it."""
    locked = Complaint.objects.select_for_update(of=("self",)).get(pk=complaint.pk)
    if locked.decided_at is not None:
        raise StandardsError(_("Ta skarga jest już rozstrzygnięta."))
    locked.is_upheld, locked.decision = is_upheld, decision.strip()
    locked.decided_by, locked.decided_at = actor, timezone.now()
    locked.save()
    notifications.publish(
        "standards.complaint_decided",
        locked,
        actor=actor,
        context={"title": locked.election.title, "decision": locked.decision},
    )
    return locked


@transaction.atomic
def draw_lots(*, election: Election, tied: list[int]) -> None:
    """Let chance order candidates with equal counts at the last seat; once."""
    locked = _locked(election)
    if locked.candidates.filter(lot__isnull=False).exists() or not tied:
        raise StandardsError(_("Losowanie już się odbyło albo nie jest potrzebne."))
    order = list(tied)
    secrets.SystemRandom().shuffle(order)
    for position, key in enumerate(order, 1):
        locked.candidates.filter(pk=key).update(lot=position)


def keepers_of(organization: Organization) -> list[int]:
    """People who may give a mandate: keepers of the organization's profile."""
    keepers = organization.memberships.filter(is_active=True, role=OrganizationRole.OWNER)
    return list(keepers.values_list("user", flat=True))


def _locked(election: Election) -> Election:
    return Election.objects.select_for_update(no_key=True, of=("self",)).get(pk=election.pk)
