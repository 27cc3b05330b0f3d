"""Elections in every phase, made the way the portal makes them."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.db import connection
from django.utils import timezone

from organizations.models import OrganizationMembership, OrganizationRole
from standards.domain import elections
from standards.models import Candidate, Complaint, Election, Mandate, Phase, WorkingGroup
from tests.accounts.factories import UserFactory
from tests.organizations.factories import OrganizationMembershipFactory
from tests.standards import factories as make

HOUR = timedelta(hours=1)
# How long ago (or from now) each phase began, by moments of the election in order.
MOMENTS = {
    Phase.CANDIDATES: (1, 2, 3, 4, 5),
    Phase.CHECKING: (-1, 2, 3, 4, 5),
    Phase.VOTING: (-2, -1, 3, 4, 5),
    Phase.COUNTING: (-4, -3, -1, 4, 5),
    Phase.RESULTS: (-5, -4, -3, -1, 5),
}
NAMES = ("candidates_until", "voting_from", "voting_until", "results_at", "complaints_until")


def moments(phase: Phase) -> dict[str, Any]:
    """The moments of an election that is in ``phase`` now."""
    now = timezone.now()
    return {name: now + hours * HOUR for name, hours in zip(NAMES, MOMENTS[phase], strict=True)}


def new_council(**fields: Any) -> WorkingGroup:
    """A council."""
    return make.new_group(name="Rada", kind="council", **fields)


def announced(seats: int = 1, council: WorkingGroup | None = None) -> Election:
    """An election that takes candidates now."""
    election = Election(
        council=council or new_council(),
        title="Wybory do rady",
        rules="Każda organizacja ma jeden głos.",
        seats=seats,
        **moments(Phase.CANDIDATES),
    )
    elections.create_election(election=election, actor=None)
    return elections.announce_election(election=election, actor=None)


def move_to(election: Election, phase: Phase) -> Election:
    """Let time pass: nothing but the clock may do that once voting has begun."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        Election.objects.filter(pk=election.pk).update(**moments(phase))
        cursor.execute("SET LOCAL session_replication_role = origin")
    election.refresh_from_db()
    return election


def keeper() -> OrganizationMembership:
    """Somebody who keeps the profile of an organization."""
    return OrganizationMembershipFactory(role=OrganizationRole.OWNER)


def candidate(election: Election, *, listed: bool = True, **fields: Any) -> Candidate:
    """Somebody with a signed consent, checked by the office."""
    row = Candidate(
        election=election,
        organization=keeper().organization,
        programme="Będę słuchać.",
        **({"name": f"Osoba {election.candidates.count()}"} | fields),
    )
    elections.propose(candidate=row, consent_file=make.paper("zgoda"), actor=None)
    if listed:
        elections.check_candidate(candidate=row, accept=True, reason="", actor=None)
    return row


def mandate(election: Election) -> Mandate:
    """An organization whose keeper will vote."""
    membership = keeper()
    return elections.give_mandate(
        election=election,
        organization=membership.organization,
        user=membership.user,
        actor=membership.user,
    )


def complain(election: Election) -> Complaint:
    """Somebody says that it was not fair."""
    return elections.complain(election=election, text="Nierówno", user=UserFactory())
