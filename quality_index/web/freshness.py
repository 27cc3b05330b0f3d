"""What tells that public pages of the index changed, in one query; see pages.freshness."""

from __future__ import annotations

from django.http import HttpRequest

from quality_index.home import newest_token
from quality_index.models import Assessment, Stage


def of_published(request: HttpRequest, **_rest: object) -> object:
    """The state of all published indexes."""
    return newest_token(request)


def of_results(request: HttpRequest, pk: int, **_rest: object) -> object | None:
    """The state of one published index and of those that it is compared with."""
    is_public = Assessment.objects.filter(pk=pk, stage=Stage.PUBLISHED).exists()
    return (pk, newest_token(request)) if is_public else None
