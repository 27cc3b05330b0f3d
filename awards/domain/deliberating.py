"""The jury together: meetings, motions, ballots, and the verdict."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from awards.domain.clock import as_the_database_says
from awards.domain.errors import MotionClosed, NotPresent, StageNotAllowed, VerdictNotAllowed
from awards.domain.ranking import ranking_of
from awards.models import (
    Award,
    Ballot,
    Category,
    Distinction,
    Edition,
    EditionStage,
    Juror,
    Meeting,
    Motion,
    Nomination,
    TieRule,
)
from documents.models import StoredFile
from documents.storing import delete_stored_file
from search import registry


@transaction.atomic
def hold_meeting(
    *, edition: Edition, held_at: datetime, place: str, present: Iterable[Juror], minutes: str = ""
) -> Meeting:
    """A meeting with those who came."""
    if edition.stage not in (EditionStage.JURY, EditionStage.DELIBERATION):
        raise StageNotAllowed
    meeting = Meeting.objects.create(edition=edition, held_at=held_at, place=place, minutes=minutes)
    meeting.present.set(present)
    return meeting


@transaction.atomic
def put_motion(
    *, meeting: Meeting, category: Category, text: str, nomination: Nomination | None = None
) -> Motion:
    """Something to vote on; while the jury deliberates."""
    if meeting.edition.stage != EditionStage.DELIBERATION:
        raise StageNotAllowed
    return Motion.objects.create(
        meeting=meeting, category=category, text=text, nomination=nomination
    )


@as_the_database_says
def cast_ballot(*, motion: Motion, juror: Juror, choice: str) -> Ballot:
    """One vote of a juror who is present, signed, and not in conflict; changeable until closed."""
    locked = Motion.objects.select_for_update(no_key=True).get(pk=motion.pk)
    if locked.closed_at:
        raise MotionClosed
    if not juror.is_sitting or not motion.meeting.present.filter(pk=juror.pk).exists():
        raise NotPresent
    ballot, _created = Ballot.objects.update_or_create(
        motion=locked, juror=juror, defaults={"choice": choice}
    )
    return ballot


@transaction.atomic
def close_motion(*, motion: Motion) -> Motion:
    """No more ballots; the result stands."""
    locked = Motion.objects.select_for_update(no_key=True).get(pk=motion.pk)
    if locked.closed_at is None:
        locked.closed_at = timezone.now()
        locked.save(update_fields=["closed_at"])
    return locked


def tally(motion: Motion) -> dict[str, int]:
    """Votes for, against and neither."""
    counts = {choice.value: 0 for choice in Ballot.Choice}
    for ballot in motion.ballots.all():
        counts[ballot.choice] += 1
    return counts


@as_the_database_says
def give_award(*, award: Award) -> Award:
    """Write a distinction into the verdict; raises VerdictNotAllowed against the rules.

    Laureates come from the top of the ranking: nobody is passed over, equal ones are parted
    first, and nobody stands below the least score.
    """
    if award.distinction == Distinction.LAUREATE and award.nomination_id:
        _require_place(award)
    if award.nomination_id and award.nomination:
        _fill_from(award, award.nomination)
    award.save()
    return award


@transaction.atomic
def withdraw_award(*, award: Award) -> None:
    """Take a distinction out of the verdict, until it is sealed."""
    if award.category.edition.stage != EditionStage.DELIBERATION:
        raise StageNotAllowed
    photo = award.photo
    award.delete()
    if photo:
        delete_stored_file(photo)


@transaction.atomic
def describe_award(
    *,
    award: Award,
    citation: str,
    video: str,
    photo: StoredFile | None,
    photo_text: str,
    prize: str,
) -> Award:
    """The citation, picture and film, which may also come after the gala."""
    locked = Award.objects.select_for_update().get(pk=award.pk)
    old = locked.photo if photo else None
    locked.citation, locked.video, locked.prize = citation, video, prize
    locked.photo_text = photo_text
    if photo:
        locked.photo = photo
    locked.save()
    if old:
        delete_stored_file(old)
    registry.touch("laureaci", [locked.pk])
    return locked


def _require_place(award: Award) -> None:
    category = award.category
    taken = category.awards.filter(distinction=Distinction.LAUREATE).exclude(pk=award.pk)
    lines = ranking_of(category)
    line = next((row for row in lines if row.nomination.pk == award.nomination_id), None)
    if line is None or line.lacks_sheets:
        raise VerdictNotAllowed(_("To zgłoszenie nie ma wymaganej liczby ocen."))
    if line.is_below_minimum:
        raise VerdictNotAllowed(_("Wynik jest niższy od najmniejszego wyniku laureata."))
    limit = category.laureates_limit
    shares = category.tie_rule == TieRule.SHARED and line.place <= limit
    if line.tied_with and not shares and line.place <= limit < line.place + len(line.tied_with):
        raise VerdictNotAllowed(_("Są równe wyniki. Najpierw rozstrzygnijcie je w głosowaniu."))
    if line.place > limit:
        raise VerdictNotAllowed(_("Wyżej w rankingu są inne zgłoszenia."))
    if not shares and taken.count() >= limit:
        raise VerdictNotAllowed(_("Ta kategoria ma już tylu laureatów, ilu przewiduje regulamin."))
    award.place = line.place


def _fill_from(award: Award, nomination: Nomination) -> None:
    award.name = award.name or nomination.nominee_name
    award.organization_id = award.organization_id or nomination.organization_id
    award.county_id = award.county_id or nomination.county_id


def all_awards(edition: Edition) -> Any:
    """The verdict as the jury and the office see it before its moment."""
    return (
        Award.objects.filter(category__edition=edition)
        .select_related("category__edition__competition", "nomination", "county", "photo")
        .order_by("category__position", "distinction", "place", "name")
    )
