"""Collecting answers: opening a survey, saving, sending, ending, publishing the results."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError, models, transaction
from django.utils import timezone

import notifications
from accounts.models import User
from surveys import respondents
from surveys.domain.conditions import asked_keys
from surveys.domain.errors import (
    AlreadyAnswered,
    ChangedMeanwhile,
    DatesWrong,
    ResultsNotReady,
    SurveyClosed,
    SurveyNotOpenYet,
)
from surveys.models import Response, ResponseState, Survey, Version
from surveys.respondents import Respondent

P = ParamSpec("P")
R = TypeVar("R")

# The name under which the trigger of ``Response`` refuses.
IN_TIME = "response_in_time"


class TooLate(Exception):
    """The database's clock says that the survey takes no answers."""


def refusing_late(function: Callable[P, R]) -> Callable[P, R]:
    """Run in one transaction; the database's word that it is no time to answer is TooLate."""

    @wraps(function)
    def in_time(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            with transaction.atomic():
                return function(*args, **kwargs)
        except IntegrityError as error:
            diagnosis = getattr(error.__cause__, "diag", None)
            if diagnosis is not None and diagnosis.constraint_name == IN_TIME:
                raise TooLate from error
            raise

    return in_time


@transaction.atomic
def open_survey(
    *,
    version: Version,
    title: str,
    opens_at: datetime,
    closes_at: datetime,
    respondent_kind: str = respondents.PERSON,
    owner: models.Model | None = None,
    actor: Any = None,
) -> Survey:
    """Begin to ask a published version; raises DatesWrong."""
    if not version.is_published:
        raise ValueError("Only a published version can be asked.")
    if closes_at <= opens_at:
        raise DatesWrong
    return Survey.objects.create(
        version=version,
        title=title,
        opens_at=opens_at,
        closes_at=closes_at,
        respondent_kind=respondent_kind,
        owner=owner,
        created_by=actor if isinstance(actor, User) else None,
    )


def response_of(survey: Survey, respondent: Respondent) -> Response | None:
    """What the respondent has saved or sent so far."""
    return survey.responses.filter(respondent=respondent.key).first()


def save_draft(
    *,
    survey: Survey,
    respondent: Respondent,
    answers: Mapping[str, Any],
    user: User | AnonymousUser,
    revision: int | None = None,
) -> Response:
    """Keep unfinished answers until the respondent returns.

    Raises SurveyNotOpenYet, SurveyClosed, AlreadyAnswered (what was sent is changed by sending
    again) or ChangedMeanwhile.
    """
    return _decided(survey, _save_draft, respondent, dict(answers), user, revision)


def submit(
    *,
    survey: Survey,
    respondent: Respondent,
    answers: Mapping[str, Any],
    user: User | AnonymousUser,
    revision: int | None = None,
) -> Response:
    """Send complete answers, or send corrected ones again while the survey is open.

    Raises SurveyNotOpenYet, SurveyClosed or ChangedMeanwhile.
    """
    return _decided(survey, _submit, respondent, dict(answers), user, revision)


def progress(version: Version, answers: Mapping[str, Any]) -> tuple[int, int]:
    """How many of the questions asked so far are answered: answered and asked."""
    asked = asked_keys(version.questions_in_order(), answers)
    return len(asked & set(answers)), len(asked)


@transaction.atomic
def change_term(*, survey: Survey, closes_at: datetime) -> Survey:
    """Move the end of a survey whose results are not published; raises DatesWrong."""
    locked = Survey.objects.select_for_update().get(pk=survey.pk)
    if locked.is_published or closes_at <= max(locked.opens_at, timezone.now()):
        raise DatesWrong
    locked.closes_at = closes_at
    locked.save(update_fields=["closes_at", "updated_at"])
    return locked


@transaction.atomic
def end_now(*, survey: Survey) -> Survey:
    """End an open survey at once."""
    locked = Survey.objects.select_for_update().get(pk=survey.pk)
    if not locked.is_open:
        raise SurveyClosed
    locked.closes_at = timezone.now()
    locked.save(update_fields=["closes_at", "updated_at"])
    return locked


@transaction.atomic
def publish_results(*, survey: Survey, actor: Any, conclusions: str = "") -> Survey:
    """Show the results to everybody and tell those who follow; raises ResultsNotReady."""
    locked = Survey.objects.select_for_update().get(pk=survey.pk)
    if not locked.is_over:
        raise ResultsNotReady
    locked.conclusions = conclusions.strip()
    is_first_time = locked.results_published_at is None
    locked.results_published_at = locked.results_published_at or timezone.now()
    locked.save()
    if is_first_time:
        notifications.publish("surveys.results", locked, actor, {"title": locked.title})
    return locked


def _decided(survey: Survey, write: Callable[..., Response], *args: Any) -> Response:
    try:
        return refusing_late(write)(survey, *args)
    except TooLate as late:
        survey.refresh_from_db(fields=["opens_at", "closes_at"])
        raise (SurveyClosed if survey.has_begun else SurveyNotOpenYet) from late


def _save_draft(
    survey: Survey,
    respondent: Respondent,
    answers: dict[str, Any],
    user: User | AnonymousUser,
    revision: int | None,
) -> Response:
    response = _locked(survey, respondent)
    _require_seen(response, revision)
    if response.is_submitted:
        raise AlreadyAnswered
    return _write(response, answers, user)


def _submit(
    survey: Survey,
    respondent: Respondent,
    answers: dict[str, Any],
    user: User | AnonymousUser,
    revision: int | None,
) -> Response:
    response = _locked(survey, respondent)
    if response.is_submitted and response.answers == answers:
        return response  # the same form sent twice
    _require_seen(response, revision)
    is_first_time = not response.is_submitted
    response.state = ResponseState.SUBMITTED
    response.submitted_at = response.submitted_at or timezone.now()
    response.facts = dict(respondent.facts())
    response = _write(response, answers, user)
    if is_first_time and isinstance(user, User):
        notifications.follow(user, survey)
        notifications.publish(
            "surveys.received", response, user, {"title": survey.title, "survey": survey.pk}
        )
    return response


def _locked(survey: Survey, respondent: Respondent) -> Response:
    """The respondent's row, locked: the constraint lets two requests at once make only one."""
    row, created = Response.objects.get_or_create(
        survey=survey,
        respondent=respondent.key,
        defaults={"respondent_name": respondent.name[:300], "revision": 0},
    )
    return row if created else Response.objects.select_for_update(of=["self"]).get(pk=row.pk)


def _require_seen(response: Response, revision: int | None) -> None:
    """What somebody else saved meanwhile is not overwritten unseen."""
    if revision is not None and response.revision != revision:
        raise ChangedMeanwhile


def _write(response: Response, answers: dict[str, Any], user: User | AnonymousUser) -> Response:
    response.answers = answers
    response.revision += 1
    if isinstance(user, User):
        response.user = user
    response.save()
    return response
