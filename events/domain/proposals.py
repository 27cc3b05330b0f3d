"""Proposals for the programme: handed in, judged, taken in or not."""

from __future__ import annotations

from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Avg, Count, QuerySet

from events.domain import notices
from events.domain.clock import database_now
from events.domain.errors import CallClosed, NotPossibleNow, ReasonRequired
from events.models import (
    APPLICATION_TRANSITIONS,
    ApplicationState,
    Event,
    EventStage,
    Proposal,
    ProposalReview,
    Session,
    SessionPerson,
    Speaker,
)


@transaction.atomic
def propose(*, proposal: Proposal, actor: Any) -> Proposal:
    """An organization proposes a part of the programme, in time."""
    event = proposal.event
    if (
        event.stage != EventStage.PUBLISHED
        or event.proposals_until is None
        or event.proposals_until <= database_now()
    ):
        raise CallClosed
    proposal.submitted_by = actor
    proposal.save(force_insert=True)
    notices.applied(event, "proposal", proposal.title, actor)
    return proposal


@transaction.atomic
def review(*, proposal: Proposal, reviewer: Any, score: int, comment: str) -> ProposalReview:
    """One judgement of each reviewer; a second replaces the first."""
    found, _created = ProposalReview.objects.update_or_create(
        proposal=proposal, reviewer=reviewer, defaults={"score": score, "comment": comment}
    )
    return found


@transaction.atomic
def decide(*, proposal: Proposal, target: str, note: str, actor: Any) -> Proposal:
    """Take in, refuse or withdraw; what is taken in becomes a session without a place yet."""
    locked = Proposal.objects.select_for_update(of=("self",)).get(pk=proposal.pk)
    moves = [m for m in APPLICATION_TRANSITIONS if m.source == locked.state]
    move = next((m for m in moves if m.target == target), None)
    if move is None:
        raise NotPossibleNow
    if move.needs_reason and not note.strip():
        raise ReasonRequired
    locked.state = ApplicationState(target)
    locked.decision_note = note.strip()
    if target == ApplicationState.ACCEPTED and locked.session_id is None:
        locked.session = _session_of(locked)
    locked.save()
    notices.application_decided(locked, "proposal", actor)
    return locked


def for_team(event: Event) -> QuerySet[Proposal]:
    """All proposals with their scores, the best first."""
    return (
        event.proposals.select_related("organization")
        .annotate(average=Avg("reviews__score"), count=Count("reviews"))
        .order_by("state", "-average", "submitted_at")
    )


def reviews_for(proposal: Proposal, reviewer: Any) -> list[ProposalReview]:
    """What others said, once one has said one's own."""
    reviews = list(proposal.reviews.select_related("reviewer"))
    own = [row for row in reviews if row.reviewer_id == reviewer.pk]
    is_decided = proposal.state != ApplicationState.SUBMITTED
    return reviews if own or is_decided else []


def _session_of(proposal: Proposal) -> Session:
    session = Session.objects.create(
        event=proposal.event,
        title=proposal.title,
        kind=proposal.kind,
        language=proposal.language,
        abstract=proposal.abstract,
    )
    values = {
        "affiliation": proposal.organization.name[:200],
        "bio": proposal.speaker_bio,
        "organization": proposal.organization,
    }
    try:
        with transaction.atomic():
            speaker, _created = Speaker.objects.get_or_create(
                event=proposal.event, name=proposal.speaker_name, defaults=values
            )
    except IntegrityError:
        speaker = Speaker.objects.get(event=proposal.event, name=proposal.speaker_name)
    SessionPerson.objects.create(session=session, speaker=speaker)
    return session
