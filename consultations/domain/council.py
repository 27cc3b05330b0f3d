"""The council's opinion: asking, reminding, recording."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from consultations.domain import notices_of_procedure as notices
from consultations.domain.errors import CouncilAskedAlready, StageNotAllowed
from consultations.domain.public_changes import note_public_change
from consultations.domain.rules import rule_for
from consultations.models import (
    Consultation,
    CouncilOpinion,
    CouncilState,
    CouncilVerdict,
    Stage,
)
from documents.models import StoredFile
from documents.storing import delete_stored_file
from organizations.models import PublicBody, PublicBodyKind

ASKING = (Stage.DRAFT, Stage.ANNOUNCED, Stage.OPEN, Stage.ANALYSIS)
REMIND_DAYS = 7


def opinions_of(consultation: Consultation) -> Any:
    """Requests and opinions in order of time."""
    return consultation.council_opinions.select_related("file", "asked_by", "recorded_by")


def term_days(consultation: Consultation) -> int:
    """How many days the council has, by the level of the office (art. 41a and 41i)."""
    rule = rule_for(consultation.kind)
    if consultation.public_body.kind == PublicBodyKind.MARSHAL:
        return rule.region_council_days
    return rule.local_council_days


def can_ask(consultation: Consultation) -> bool:
    """Whether the council can be asked now: there is a draft and no question waits."""
    is_waiting = consultation.council_opinions.filter(state=CouncilState.ASKED).exists()
    has_draft = consultation.current_version is not None
    return consultation.stage in ASKING and has_draft and not is_waiting


def last_asked_by(body: PublicBody) -> CouncilOpinion | None:
    """The newest question of an office, about any of its consultations."""
    return CouncilOpinion.objects.filter(consultation__public_body=body).last()


def due_day(consultation: Consultation, delivered_on: date) -> date:
    """The last day of the council's term; the day of delivery does not count."""
    return delivered_on + timedelta(days=term_days(consultation))


@transaction.atomic
def ask_council(*, opinion: CouncilOpinion, actor: Any) -> CouncilOpinion:
    """Put the question to the council, by letter when its address is known.

    Raises StageNotAllowed when it is too late to matter, CouncilAskedAlready while an earlier
    question waits.
    """
    rows = Consultation.objects.select_for_update(no_key=True)
    consultation = rows.get(pk=opinion.consultation_id)
    if consultation.stage not in ASKING or consultation.current_version_id is None:
        raise StageNotAllowed
    opinion.round_number = consultation.round_number
    opinion.due_on = due_day(consultation, opinion.delivered_on)
    opinion.asked_by = actor
    try:
        with transaction.atomic():
            opinion.save()
    except IntegrityError as error:
        if "one_question_to_council" in str(error):
            raise CouncilAskedAlready from error
        raise
    note_public_change(consultation.pk)
    if opinion.council_email and consultation.stage != Stage.DRAFT:
        _tell(opinion, actor)
    return opinion


def tell_when_public(consultation: Consultation, actor: Any) -> None:
    """Write to the council that was asked while only the office could see the draft."""
    waiting = consultation.council_opinions.filter(state=CouncilState.ASKED, told_at=None)
    for opinion in waiting.exclude(council_email=""):
        _tell(opinion, actor)


@transaction.atomic
def record_opinion(
    *,
    opinion: CouncilOpinion,
    verdict: CouncilVerdict,
    given_on: date,
    content: str,
    resolution_number: str = "",
    file: StoredFile | None = None,
    actor: Any,
) -> CouncilOpinion:
    """Record what the council said, also when it came after the term; followers hear of it."""
    note_public_change(opinion.consultation_id)
    locked = CouncilOpinion.objects.select_for_update(of=("self",)).get(pk=opinion.pk)
    replaced = locked.file if file else None
    is_first = locked.state != CouncilState.GIVEN
    locked.state = CouncilState.GIVEN
    locked.verdict, locked.given_on, locked.content = verdict, given_on, content
    locked.resolution_number = resolution_number
    locked.file = file or locked.file
    locked.recorded_by = actor
    locked.save()
    if replaced:
        delete_stored_file(replaced)
    if is_first and locked.consultation.stage != Stage.DRAFT:
        notices.council_answered(locked, actor)
    return locked


@transaction.atomic
def note_lapse(*, opinion: CouncilOpinion, actor: Any = None) -> CouncilOpinion:
    """Record that the term passed in silence: the council gave up its right."""
    note_public_change(opinion.consultation_id)
    locked = CouncilOpinion.objects.select_for_update(of=("self",)).get(pk=opinion.pk)
    if not locked.is_late:
        raise StageNotAllowed
    locked.state = CouncilState.LAPSED
    locked.recorded_by = actor
    locked.save(update_fields=["state", "recorded_by", "updated_at"])
    notices.council_silent(locked)
    return locked


@transaction.atomic
def remind_council(*, opinion: CouncilOpinion, actor: Any = None) -> bool:
    """Send one reminder; whether one was sent. A second click sends none."""
    locked = CouncilOpinion.objects.select_for_update(of=("self",)).get(pk=opinion.pk)
    if locked.state != CouncilState.ASKED or locked.reminded_at or not locked.council_email:
        return False
    locked.reminded_at = timezone.now()
    locked.save(update_fields=["reminded_at", "updated_at"])
    notices.council_reminded(locked, actor)
    return True


def _tell(opinion: CouncilOpinion, actor: Any) -> None:
    opinion.told_at = timezone.now()
    opinion.save(update_fields=["told_at", "updated_at"])
    notices.council_asked(opinion, actor)


def look_after_terms() -> int:
    """Remind councils a week before their term ends and note terms that passed in silence."""
    today = timezone.localdate()
    waiting = CouncilOpinion.objects.filter(state=CouncilState.ASKED).exclude(
        consultation__stage__in=(Stage.DRAFT, Stage.CANCELLED)
    )
    soon = waiting.filter(
        due_on__range=(today, today + timedelta(days=REMIND_DAYS)), reminded_at__isnull=True
    ).exclude(council_email="")
    done = sum(remind_council(opinion=opinion) for opinion in soon)
    for opinion in waiting.filter(due_on__lt=today):
        note_lapse(opinion=opinion)
        done += 1
    return done
