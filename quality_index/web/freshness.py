"""What tells that public pages of the index changed, cheaply; see pages.freshness."""

from __future__ import annotations

from django.db.models import Count, Q
from django.db.models.functions import Now
from django.http import HttpRequest

from quality_index.home import newest_token
from quality_index.models import Assessment, OpinionSurvey, Stage


def of_published(request: HttpRequest, **_rest: object) -> object:
    """The state of all published indexes."""
    return newest_token(request)


def of_results(request: HttpRequest, pk: int, **_rest: object) -> object | None:
    """The state of one published index and of those that it is compared with."""
    is_public = Assessment.objects.filter(pk=pk, stage=Stage.PUBLISHED).exists()
    return (pk, newest_token(request)) if is_public else None


def of_body(request: HttpRequest, slug: str) -> object:
    """The state of all published indexes, and the surveys of this body begun and over."""
    surveys = OpinionSurvey.objects.filter(body__slug=slug).aggregate(
        begun=Count("pk"), over=Count("pk", filter=Q(closes_at__lte=Now()))
    )
    return (newest_token(request), surveys)
