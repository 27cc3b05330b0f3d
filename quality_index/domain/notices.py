"""What is told to whom; each notice is published inside the caller's transaction."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import formats

import notifications
from quality_index.models import Action, Assessment, OpinionSurvey, Seat


def personal_link(seat: Seat) -> str:
    """Where a member scores without an account; only ever put into a letter to them."""
    return f"{settings.BASE_URL}{reverse('quality_index:join', args=[seat.link_key])}"


def invite(seat: Seat, actor: Any) -> None:
    """The personal link by mail."""
    _letter("quality_index.invitation_letter", seat, actor)


def remind(seat: Seat) -> None:
    """The personal link again, before the deadline."""
    _letter("quality_index.reminder_letter", seat, None)


def scores_opened(assessment: Assessment, seats: Iterable[Seat]) -> None:
    """Tell the team that it can see where it differs."""
    for seat in seats:
        _letter("quality_index.opened_letter", seat, None)


def published(assessment: Assessment, actor: Any) -> None:
    """Tell those who follow the office."""
    notifications.publish(
        "quality_index.published",
        assessment,
        actor=actor,
        context={"body": assessment.body.name, "year": assessment.year},
    )


def survey_opened(survey: OpinionSurvey, actor: Any) -> None:
    """Ask those who follow the office."""
    notifications.publish(
        "quality_index.survey_opened",
        survey,
        actor=actor,
        context={"body": survey.body.name, "until": survey.closes_on.isoformat()},
    )


def action_due(action: Action) -> None:
    """Remind whoever answers for an action."""
    notifications.publish_to_address(
        "quality_index.action_letter",
        action,
        address=action.owner_email,
        context={
            "action": action.title,
            "body": action.assessment.body.name,
            "due": formats.date_format(action.due_on, "DATE_FORMAT"),
            "link": f"{settings.BASE_URL}{action.get_absolute_url()}",
        },
    )


def _letter(kind: str, seat: Seat, actor: Any) -> None:
    assessment = seat.assessment
    until = assessment.scores_until_on
    notifications.publish_to_address(
        kind,
        seat,
        address=seat.email,
        language=seat.user.language if seat.user else settings.LANGUAGE_CODE,
        actor=actor,
        context={
            "person": seat.name,
            "body": assessment.body.name,
            "year": assessment.year,
            "until": formats.date_format(until, "DATE_FORMAT") if until else "",
            "link": personal_link(seat),
        },
    )
