"""Votes by circulation and polls for a date."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from math import ceil
from typing import Any

from django.db import IntegrityError, transaction

import notifications
from standards.domain import meetings
from standards.domain.errors import NotAMember, TooLate
from standards.models import (
    Choice,
    CircularBallot,
    CircularVote,
    DateAnswer,
    DateOption,
    DatePoll,
    Fits,
    Meeting,
    Member,
    WorkingGroup,
)


@dataclass(frozen=True)
class Tally:
    """Counts of a vote by circulation."""

    counts: Mapping[str, int]
    needed: int

    @property
    def cast(self) -> int:
        """How many voted."""
        return sum(self.counts.values())

    @property
    def is_passed(self) -> bool:
        """Whether enough voted and more were for than against."""
        return self.cast >= self.needed and self.counts["for"] > self.counts["against"]


@transaction.atomic
def open_vote(*, vote: CircularVote, actor: Any) -> CircularVote:
    """Ask all members with an account."""
    vote.opened_by = actor
    vote.save()
    notifications.publish(
        "standards.vote_opened",
        vote,
        actor=actor,
        context={
            "question": vote.question,
            "group": vote.group.name,
            "closes_at": vote.closes_at.isoformat(),
        },
    )
    return vote


def cast_circular(*, vote: CircularVote, user: Any, choice: str) -> CircularBallot:
    """Vote, or change one's vote, until the moment set; raises NotAMember, TooLate."""
    member = voting_member(vote.group, user)
    if member is None:
        raise NotAMember
    try:
        with transaction.atomic():
            ballot, _created = CircularBallot.objects.update_or_create(
                vote=vote, member=member, defaults={"choice": choice}
            )
    except IntegrityError as error:
        if "the vote is over" in str(error):
            raise TooLate from error
        raise
    return ballot


def tally(vote: CircularVote) -> Tally:
    """The counts now."""
    ballots = list(vote.ballots.values_list("choice", flat=True))
    voting = vote.group.members.current().voting().count()
    return Tally(
        {choice.value: ballots.count(choice) for choice in Choice},
        ceil(voting * vote.group.quorum_percent / 100),
    )


def voting_member(group: WorkingGroup, user: Any) -> Member | None:
    """The seat with a vote that the person holds today."""
    return group.members.current().voting().filter(user=user).first()


@transaction.atomic
def open_poll(
    *, group: WorkingGroup, title: str, times: Sequence[tuple[datetime, datetime]], actor: Any
) -> DatePoll:
    """Ask members which of the times suit them."""
    poll = DatePoll.objects.create(group=group, title=title)
    DateOption.objects.bulk_create(
        [DateOption(poll=poll, starts_at=start, ends_at=end) for start, end in times]
    )
    notifications.publish(
        "standards.poll_opened", poll, actor=actor, context={"title": title, "group": group.name}
    )
    return poll


@transaction.atomic
def answer_poll(*, poll: DatePoll, user: Any, answers: Mapping[int, str]) -> None:
    """Say of each option whether it suits; raises NotAMember or TooLate (a date is chosen)."""
    member = poll.group.members.current().filter(user=user).first()
    if member is None:
        raise NotAMember
    locked = DatePoll.objects.select_for_update(of=("self",)).get(pk=poll.pk)
    if locked.meeting_id:
        raise TooLate
    for option in locked.options.all():
        if fits := answers.get(option.pk):
            DateAnswer.objects.update_or_create(
                option=option, member=member, defaults={"fits": fits}
            )


@transaction.atomic
def choose_date(*, option: DateOption, actor: Any) -> Meeting:
    """Plan the meeting at the chosen time; a second choice is refused (TooLate)."""
    poll = DatePoll.objects.select_for_update(of=("self",)).get(pk=option.poll_id)
    if poll.meeting_id:
        raise TooLate
    meeting = meetings.plan_meeting(
        meeting=Meeting(
            group=poll.group,
            title=poll.title,
            starts_at=option.starts_at,
            ends_at=option.ends_at,
            agenda=poll.title,
        ),
        actor=actor,
    )
    poll.meeting = meeting
    poll.save(update_fields=["meeting"])
    return meeting


def best_options(poll: DatePoll) -> list[tuple[DateOption, dict[str, int]]]:
    """Options with counts of answers, in the order of time: two queries."""
    options = poll.options.prefetch_related("answers")
    return [
        (
            option,
            {
                fits.value: sum(answer.fits == fits for answer in option.answers.all())
                for fits in Fits
            },
        )
        for option in options
    ]
