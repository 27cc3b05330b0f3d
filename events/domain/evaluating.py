"""Opinions after the event: the survey without names, and ratings of sessions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from events.domain.errors import NotPossibleNow
from events.domain.programme import Slot, published
from events.models import (
    Evaluation,
    Event,
    Registration,
    RegistrationState,
    Session,
    SessionFeedback,
)
from surveys.models import QuestionKind

FEWEST_ANSWERS = 5


def may_evaluate(registration: Registration) -> bool:
    """Whoever had a place, from the beginning of the event on, once."""
    event = registration.event
    if event.evaluation_id is None or registration.state != RegistrationState.CONFIRMED:
        return False
    if event.starts_at > timezone.now():
        return False
    return not event.evaluations.filter(token_hash=_token(registration)).exists()


@transaction.atomic
def submit(*, registration: Registration, answers: dict[str, Any]) -> Evaluation:
    """Keep the answers without the person's name."""
    event = registration.event
    if event.evaluation is None or not may_evaluate(registration):
        raise NotPossibleNow
    try:
        with transaction.atomic():
            return Evaluation.objects.create(
                event=event,
                version=event.evaluation,
                token_hash=_token(registration),
                sector=registration.sector,
                answers=answers,
            )
    except IntegrityError as error:
        raise NotPossibleNow from error


@transaction.atomic
def rate(
    *, registration: Registration, session: Session, rating: int, comment: str
) -> SessionFeedback:
    """An opinion on a session, or another one instead of the first."""
    is_open = session.starts_at is not None and session.starts_at <= timezone.now()
    if registration.state != RegistrationState.CONFIRMED or not is_open:
        raise NotPossibleNow
    feedback, _created = SessionFeedback.objects.update_or_create(
        session=session,
        registration=registration,
        defaults={"rating": rating, "comment": comment},
    )
    return feedback


def sessions_to_rate(registration: Registration) -> list[Slot]:
    """Sessions of the programme that the person has not rated, breaks left out."""
    if registration.state != RegistrationState.CONFIRMED:
        return []
    programme = published(registration.event)
    rated = set(registration.feedback.values_list("session", flat=True))
    slots = programme.slots if programme else []
    return [slot for slot in slots if not slot.is_break and slot.id not in rated]


def comments_on(event: Event) -> list[SessionFeedback]:
    """The latest words about sessions; the page shows no names beside them."""
    rows = SessionFeedback.objects.filter(session__event=event).exclude(comment="")
    return list(rows.select_related("session").order_by("-created_at")[:50])


def evaluations_of(event: Event) -> list[dict[str, Any]]:
    """All answers of the survey, in no order that could tell who gave them."""
    rows = event.evaluations.filter(version=event.evaluation_id)
    return list(rows.order_by("token_hash").values_list("answers", flat=True))


@dataclass(frozen=True, slots=True)
class Average:
    """What people thought, on one scale."""

    question: str
    average: float
    count: int


def averages_of(event: Event) -> list[Average]:
    """Averages of the survey's scales; few answers could tell whose they are and stay hidden."""
    if event.evaluation is None:
        return []
    rows = evaluations_of(event)
    found = []
    for question in event.evaluation.questions_in_order():
        marks = [row[question.key] for row in rows if isinstance(row.get(question.key), int)]
        is_scale = question.kind == QuestionKind.SCALE
        if is_scale and len(marks) >= FEWEST_ANSWERS:
            found.append(Average(question.said("text"), sum(marks) / len(marks), len(marks)))
    return found


def _token(registration: Registration) -> str:
    """What tells that this ticket was used; nobody can find the ticket from it."""
    words = f"{registration.event_id}:{registration.code}"
    return salted_hmac("events.evaluation", words, secret=settings.SECRET_KEY).hexdigest()
