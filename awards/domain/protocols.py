"""The jury's protocol, and how far each juror is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from awards.domain import readiness, voting
from awards.domain.deliberating import all_awards, tally
from awards.domain.jury import left_to_do
from awards.domain.queries import categories
from awards.domain.ranking import leanings_of, ranking_of
from awards.exports.protocol import CategoryRecord, ProtocolFacts, describe_protocol
from awards.models import Declaration, Edition, Evaluation, Juror
from documents.exports.description import Report


@dataclass(frozen=True, slots=True)
class JurorProgress:
    """A seat and what is left there; no scores."""

    juror: Juror
    assigned: int
    left: int
    conflicts: int


def progress_of(edition: Edition) -> list[JurorProgress]:
    """All seats of an edition."""
    return [
        JurorProgress(
            juror=juror,
            assigned=juror.assignments.count(),
            left=left_to_do(juror).count(),
            conflicts=juror.declarations.filter(answer=Declaration.Answer.CONFLICT).count(),
        )
        for juror in edition.jurors.select_related("user")
    ]


def hidden_from(user: Any, edition: Edition) -> set[int]:
    """Nominations that a juror in conflict must not see, not even in the ranking."""
    rows = Declaration.objects.filter(
        juror__user=user, juror__edition=edition, answer=Declaration.Answer.CONFLICT
    )
    return set(rows.values_list("nomination", flat=True))


def protocol_of(edition: Edition, *, with_names: bool) -> Report:
    """Everything that led to the verdict; with jurors' names, or their numbers instead."""
    records = [
        CategoryRecord(
            category=category,
            ranking=ranking_of(category),
            leanings=leanings_of(category),
            sheets=list(
                Evaluation.objects.counted()
                .filter(nomination__category=category)
                .select_related("juror", "nomination")
                .prefetch_related("scores")
                .order_by("nomination__number", "juror__number")
            ),
            votes=voting.results_of(category) if category.has_public_vote else [],
        )
        for category in categories(edition)
    ]
    meetings = edition.meetings.prefetch_related("present", "motions__ballots")
    facts = ProtocolFacts(
        records=records,
        jurors=list(edition.jurors.all()),
        conflicts=list(readiness.declared_conflicts(edition)),
        meetings=list(meetings),
        tallies={
            motion.pk: tally(motion) for meeting in meetings for motion in meeting.motions.all()
        },
        awards=list(all_awards(edition)),
        created_at=timezone.now(),
        with_names=with_names,
    )
    return describe_protocol(edition, facts)
