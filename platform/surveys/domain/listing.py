"""Reads of surveys and questionnaires for lists."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery

from surveys import owners
from surveys.models import (
    Questionnaire,
    Response,
    ResponseState,
    Survey,
    Version,
    VersionState,
)

PER_PAGE = 20


@dataclass(frozen=True, slots=True)
class SurveyLists:
    """What the page of surveys shows."""

    open_now: list[Survey]
    kept: list[Survey]
    over: Page[Survey]


def survey_lists(user: Any, page: str | None) -> SurveyLists:
    """Surveys that take answers, those that the person runs, and published results."""
    visible = with_counts(Survey.objects.visible_to(user))
    published = visible.filter(results_published_at__isnull=False)
    return SurveyLists(
        open_now=list(visible.open_now().order_by("closes_at", "pk")[:PER_PAGE]),
        kept=list(with_counts(Survey.objects.kept_by(user))[:PER_PAGE]),
        over=Paginator(published.order_by("-closes_at", "-pk"), PER_PAGE).get_page(page),
    )


def with_counts(surveys: Any) -> Any:
    """Surveys with ``answer_count``: how many responses were sent."""
    sent = Q(responses__state=ResponseState.SUBMITTED)
    return surveys.annotate(answer_count=Count("responses", filter=sent))


def questionnaires_of(user: Any) -> QuerySet[Questionnaire]:
    """Questionnaires that the person keeps."""
    return Questionnaire.objects.filter(owners.kept_by(user)).prefetch_related("versions")


def published_versions_of(user: Any) -> QuerySet[Version]:
    """The newest published version of each questionnaire that the person keeps."""
    kept = Questionnaire.objects.filter(owners.kept_by(user))
    newest = Version.objects.filter(questionnaire=OuterRef("pk"), state=VersionState.PUBLISHED)
    ids = kept.annotate(newest=Subquery(newest.order_by("-number").values("pk")[:1]))
    return Version.objects.filter(pk__in=ids.values("newest")).order_by("title", "pk")


def unfinished_of(user: Any) -> QuerySet[Response]:
    """Responses that the person began and has not sent, while they still may."""
    mine = Response.objects.filter(user=user, state=ResponseState.DRAFT)
    is_open = Survey.objects.open_now().filter(pk=OuterRef("survey"))
    return mine.filter(Exists(is_open)).select_related("survey").order_by("survey__closes_at")


def response_counts(survey: Survey) -> dict[str, int]:
    """How many are invited by link, have begun, and have sent their answers."""
    counts = survey.responses.aggregate(
        sent=Count("pk", filter=Q(state=ResponseState.SUBMITTED)),
        begun=Count("pk", filter=Q(state=ResponseState.DRAFT)),
    )
    return {**counts, "invited": survey.links.count()}
