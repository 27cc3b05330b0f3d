"""What told of people and has served its purpose; seats, results and protocols stay."""

from __future__ import annotations

from datetime import datetime

from django.apps import apps
from django.db import transaction
from django.db.models import Exists, OuterRef

from documents.unheld import let_go
from standards.models import (
    ApplicationState,
    Candidate,
    CandidateState,
    Complaint,
    Election,
    ElectionState,
    Mandate,
    MemberApplication,
)

BATCH = 500


def forget_applications(before: datetime) -> int:
    """Applications to calls that closed before the moment; accepted ones lose their words only.

    The seat to which an accepted one led stays, and with it who was chosen.
    """
    old = MemberApplication.objects.filter(call__closes_at__lt=before)
    count = 0
    others = old.exclude(state=ApplicationState.ACCEPTED)
    while keys := list(others.values_list("pk", flat=True)[:BATCH]):
        count += MemberApplication.objects.filter(pk__in=keys).delete()[0]
    worded = old.filter(state=ApplicationState.ACCEPTED).exclude(motivation="–", experience="")
    return count + worded.update(motivation="–", experience="", reason="")


def forget_elections(before: datetime) -> int:
    """Who was authorized to vote, was not let onto the list, or complained; how many rows.

    An election with a complaint that nobody has answered waits.
    """
    unanswered = Complaint.objects.filter(election=OuterRef("pk"), decided_at__isnull=True)
    over = Election.objects.filter(~Exists(unanswered), complaints_until__lt=before).exclude(
        state=ElectionState.DRAFT
    )
    return sum(_forget_election(election) for election in over)


@transaction.atomic
def _forget_election(election: Election) -> int:
    count = Mandate.objects.filter(election=election).delete()[0]
    unlisted = Candidate.objects.filter(election=election).exclude(state=CandidateState.ACCEPTED)
    keys = list(unlisted.values_list("pk", flat=True))
    files = [row.consent_file for row in unlisted.select_related("consent_file")]
    unlisted.delete()
    # The history of a row that goes would keep the name.
    apps.get_model("standards", "CandidateEvent").objects.filter(pgh_obj__in=keys).delete()
    let_go([file for file in files if file is not None])
    complained = Complaint.objects.filter(election=election, author__isnull=False)
    return count + len(keys) + complained.update(author=None)
