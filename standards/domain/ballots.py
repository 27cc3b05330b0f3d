"""Casting and counting secret votes; docs/decisions/0014-secret-ballot.md says why so."""

from __future__ import annotations

import hashlib
import secrets
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.db import IntegrityError, transaction

from consultations.domain.clock import ClockTimestamp
from organizations.models import Organization
from standards.domain.errors import (
    AlreadyVoted,
    NoMandate,
    ResultsNotYet,
    TooLate,
    TooManyChosen,
)
from standards.models import (
    Candidate,
    CandidateState,
    Election,
    ElectionState,
    Mandate,
    Phase,
    RollEntry,
    Urn,
)

_RECEIPT_GROUPS, _GROUP_LENGTH = 5, 4
# Without letters and digits that people confuse.
_ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"


@dataclass(frozen=True)
class Standing:
    """A candidate with the votes counted."""

    candidate: Candidate
    votes: int
    is_elected: bool
    is_tied: bool


@dataclass(frozen=True)
class Results:
    """What the urn held."""

    standings: list[Standing]
    cast: int
    blank: int
    receipts: list[str]

    @property
    def tied(self) -> list[int]:
        """Keys of candidates among whom lots must decide."""
        return [row.candidate.pk for row in self.standings if row.is_tied]


def cast_vote(
    *, election: Election, organization: Organization, user: Any, chosen: Collection[int]
) -> str:
    """Cast the organization's vote for the chosen candidates; returns the voter's receipt.

    Nobody chosen is a blank vote. The receipt exists nowhere else: it is shown once, and the
    urn holds its digest. The lock on the urn makes voters take turns, so that no vote is lost;
    the roll's unique key lets an organization vote once, whoever is quicker; triggers keep both
    equal and in time. Raises NoMandate, AlreadyVoted, TooManyChosen, TooLate.
    """
    if election.phase != Phase.VOTING:
        raise TooLate
    listed = set(_listed(election).values_list("pk", flat=True))
    ballot = sorted(set(chosen))
    if len(ballot) > election.seats or not listed.issuperset(ballot):
        raise TooManyChosen
    receipt = new_receipt()
    try:
        with transaction.atomic():
            _require_mandate(election, organization, user)
            _put_into_urn(election, ballot, digest_of(election, receipt))
            RollEntry.objects.create(election=election, organization=organization)
    except IntegrityError as error:
        if "one_vote_of_organization" in str(error):
            raise AlreadyVoted from error
        if "voting is closed" in str(error):
            raise TooLate from error
        raise
    return receipt


def new_receipt() -> str:
    """A control number such as ``7KQF-…``: 100 bits of chance."""
    groups = (
        "".join(secrets.choice(_ALPHABET) for _ in range(_GROUP_LENGTH))
        for _ in range(_RECEIPT_GROUPS)
    )
    return "-".join(groups)


def digest_of(election: Election, receipt: str) -> str:
    """What the urn keeps of a receipt; people may type it without dashes or in lower case."""
    plain = "".join(letter for letter in receipt.upper() if letter in _ALPHABET)
    return hashlib.sha256(f"{election.pk}:{plain}".encode()).hexdigest()


def is_counted(election: Election, receipt: str) -> bool:
    """Whether the vote with this receipt lies in the urn; says nothing of what it says."""
    return Urn.objects.filter(
        election=election, receipts__contains=[digest_of(election, receipt)]
    ).exists()


def turnout(election: Election) -> int:
    """How many organizations have voted."""
    return RollEntry.objects.filter(election=election).count()


def has_voted(election: Election, organization: Organization) -> bool:
    """Whether the organization has voted."""
    return RollEntry.objects.filter(election=election, organization=organization).exists()


def results_of(election: Election) -> Results:
    """The results, once their moment has come by the database's clock; else ResultsNotYet."""
    urn = opened_urn(election)
    if urn is None:
        raise ResultsNotYet
    counts = Counter(key for ballot in urn.ballots for key in ballot)
    candidates = sorted(
        _listed(election).select_related("organization"),
        key=lambda row: (-counts[row.pk], row.lot or 0, row.name, row.pk),
    )
    return Results(
        standings=_standings(candidates, counts, election.seats),
        cast=urn.count,
        blank=sum(not ballot for ballot in urn.ballots),
        receipts=list(urn.receipts),
    )


def opened_urn(election: Election) -> Urn | None:
    """The urn, if results may be shown by now."""
    return Urn.objects.filter(
        election=election,
        election__state=ElectionState.ANNOUNCED,
        election__results_at__lte=ClockTimestamp(),
    ).first()


def _listed(election: Election) -> Any:
    return election.candidates.filter(state=CandidateState.ACCEPTED)


def _require_mandate(election: Election, organization: Organization, user: Any) -> None:
    """The lock lets no other person be authorized while this one votes."""
    mandate = Mandate.objects.select_for_update(of=("self",)).filter(
        election=election, organization=organization, user=user
    )
    is_member = organization.memberships.filter(user=user, is_active=True).exists()
    if not mandate.exists() or not is_member:
        raise NoMandate


def _put_into_urn(election: Election, ballot: list[int], digest: str) -> None:
    urn = Urn.objects.select_for_update(of=("self",)).get(election=election)
    urn.count += 1
    # Sorted each on its own: the place of neither tells when it came or which belong together.
    urn.ballots = sorted([*urn.ballots, ballot])
    urn.receipts = sorted([*urn.receipts, digest])
    urn.save()


def _standings(candidates: list[Candidate], counts: Counter[int], seats: int) -> list[Standing]:
    """Who is elected; equal counts at the last seat wait for lots."""
    last_in = counts[candidates[seats - 1].pk] if len(candidates) > seats else -1
    first_out = counts[candidates[seats].pk] if len(candidates) > seats else -2
    is_open = last_in == first_out and not any(row.lot for row in candidates)
    standings = []
    for position, row in enumerate(candidates):
        is_tied = is_open and counts[row.pk] == last_in
        standings.append(Standing(row, counts[row.pk], position < seats and not is_tied, is_tied))
    return standings
