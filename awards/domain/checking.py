"""The office's formal check: calls to complete, acceptance, rejection, appeals, doubles."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from accounts.refusals import Refusal
from awards.domain import consents, notices
from awards.domain.errors import LetterWritten, StateNotAllowed, TooMany
from awards.domain.moves import move_nomination
from awards.models import (
    Edition,
    EditionStage,
    Nomination,
    NominationNote,
    NominationState,
    Recommendation,
)
from awards.models.competitions import start_of_day

_CHECKED_IN = (EditionStage.OPEN, EditionStage.CHECKING, EditionStage.JURY)


@dataclass(slots=True)
class BulkOutcome:
    """What a bulk action did: how many, and why not the others."""

    done: int = 0
    refused: list[tuple[Nomination, str]] = field(default_factory=list)


@transaction.atomic
def call_to_complete(
    *, nomination: Nomination, actor: Any, reason: str, days: int | None = None
) -> Nomination:
    """Tell the author what is missing, with a term that ends with a whole day."""
    locked = _lock(nomination)
    locked.complete_until = _in_days(days or locked.edition.completion_days)
    return move_nomination(
        locked, NominationState.COMPLETION, by="office", actor=actor, reason=reason
    )


@transaction.atomic
def accept(*, nomination: Nomination, actor: Any) -> Nomination:
    """The nomination meets the rules; raises ConsentMissing without the nominee's word."""
    return move_nomination(_lock(nomination), NominationState.ACCEPTED, by="office", actor=actor)


@transaction.atomic
def take_back(*, nomination: Nomination, actor: Any, reason: str) -> Nomination:
    """An acceptance was a mistake; only before the jury reads."""
    locked = _lock(nomination)
    if locked.edition.stage not in (EditionStage.OPEN, EditionStage.CHECKING):
        raise StateNotAllowed
    return move_nomination(
        locked, NominationState.SUBMITTED, by="office", actor=actor, reason=reason
    )


@transaction.atomic
def reject(*, nomination: Nomination, actor: Any, reason: str) -> Nomination:
    """The nomination breaks the rules; the author may appeal within the term."""
    locked = _lock(nomination)
    locked.appeal_until = _in_days(locked.edition.appeal_days)
    return move_nomination(
        locked, NominationState.REJECTED, by="office", actor=actor, reason=reason
    )


@transaction.atomic
def decide_appeal(*, nomination: Nomination, actor: Any, grants: bool, reason: str) -> Nomination:
    """Back to the check, or rejected for good."""
    locked = _lock(nomination)
    if locked.state != NominationState.APPEALED:
        raise StateNotAllowed
    target = NominationState.SUBMITTED if grants else NominationState.REJECTED
    return move_nomination(locked, target, by="office", actor=actor, reason=reason)


@transaction.atomic
def merge(*, nomination: Nomination, into: Nomination, actor: Any) -> Nomination:
    """Make one of two nominations of the same nominee; its nominators stand behind the other."""
    locked, target = _lock(nomination), _lock(into)
    if locked.pk == target.pk or locked.category_id != target.category_id or target.is_settled:
        raise StateNotAllowed
    present = set(target.nominators.exclude(user=None).values_list("user", flat=True))
    for row in locked.nominators.all():
        if row.user_id in present:
            continue
        row.pk, row.nomination, row.is_first = None, target, False
        row.statement = row.statement or locked.justification[:4000]
        row.save()
    locked.merged_into = target
    return move_nomination(locked, NominationState.MERGED, by="office", actor=actor)


def accept_many(*, nominations: Iterable[Nomination], actor: Any) -> BulkOutcome:
    """Accept each on its own, so that one refusal stops no other."""
    outcome = BulkOutcome()
    for nomination in nominations:
        try:
            accept(nomination=nomination, actor=actor)
        except Refusal as refused:
            outcome.refused.append((nomination, str(refused)))
        else:
            outcome.done += 1
    return outcome


def ask_many(*, nominations: Iterable[Nomination]) -> BulkOutcome:
    """Ask the nominees again."""
    outcome = BulkOutcome()
    for nomination in nominations:
        try:
            consents.ask(nomination=nomination)
        except Refusal as refused:
            outcome.refused.append((nomination, str(refused)))
        else:
            outcome.done += 1
    return outcome


@transaction.atomic
def invite_to_gala(*, edition: Edition, nominations: QuerySet[Nomination], actor: Any) -> int:
    """Letters to the standing nominees among those chosen; how many were sent."""
    keys = nominations.values("pk")
    standing = Nomination.objects.standing().filter(pk__in=keys, category__edition=edition)
    rows = standing.select_related("category__edition__competition")
    return notices.nominees_invited(edition, rows, actor)


@transaction.atomic
def write_note(
    *, nomination: Nomination, author: Any, text: str, room: str, is_from_office: bool = False
) -> NominationNote:
    """A message between office and nominator, or within the jury."""
    note = NominationNote.objects.create(
        nomination=nomination, author=author, text=text, room=room, is_from_office=is_from_office
    )
    notices.note_written(note)
    return note


@transaction.atomic
def ask_for_recommendation(
    *, nomination: Nomination, name: str, email: str, function: str, actor: Any
) -> Recommendation:
    """Send a third person a link; raises TooMany beyond what the rules allow."""
    locked = _lock(nomination)
    if locked.recommendations.count() >= locked.category.recommendations_limit:
        raise TooMany
    if locked.recommendations.filter(email__iexact=email).exists():
        raise TooMany(str(_asked_already()))
    letter = Recommendation.objects.create(
        nomination=locked, name=name, email=email, function=function
    )
    notices.recommendation_asked(letter, actor)
    return letter


@transaction.atomic
def answer_recommendation(*, letter: Recommendation, text: str, declines: bool) -> Recommendation:
    """The third person's own words, once; raises LetterWritten."""
    locked = Recommendation.objects.select_for_update(of=("self",)).get(pk=letter.pk)
    if locked.written_at or locked.declined_at:
        raise LetterWritten
    if declines:
        locked.declined_at = timezone.now()
    else:
        locked.text, locked.written_at = text, timezone.now()
    locked.save()
    notices.recommendation_answered(locked)
    return locked


def _asked_already() -> Any:
    return Recommendation._meta.constraints[0].violation_error_message


def _in_days(days: int) -> datetime:
    """The midnight that ends the last of ``days``."""
    return start_of_day(timezone.localdate() + timedelta(days=days + 1))


def _lock(nomination: Nomination) -> Nomination:
    return (
        Nomination.objects.select_for_update(of=("self",))
        .select_related("category__edition__competition__public_body")
        .get(pk=nomination.pk)
    )
