"""What waits for moderators of posts, and what they decided."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Min, Prefetch, Q, QuerySet

from accounts.permissions import is_administrator
from discussions import places
from discussions.domain import permissions
from discussions.models import (
    AbuseReport,
    AbuseState,
    Appeal,
    AppealState,
    ModerationDecision,
    Post,
    PostState,
)

MOST_PLACE_POSTS = 200


def reported_posts(user: Any) -> QuerySet[Post]:
    """Posts with open reports that the person may decide about, those waiting longest first."""
    waiting = Q(abuse_reports__state=AbuseState.OPEN)
    reports = AbuseReport.objects.filter(state=AbuseState.OPEN).select_related("reporter")
    return (
        Post.objects.filter(waiting)
        .filter(_moderated_by(user))
        .annotate(waiting_since=Min("abuse_reports__created_at", filter=waiting))
        .annotate(report_count=Count("abuse_reports", filter=waiting))
        .select_related("thread__category", "author")
        .prefetch_related(Prefetch("abuse_reports", queryset=reports, to_attr="open_reports"))
        .order_by("waiting_since", "pk")
    )


def hidden_posts(user: Any) -> QuerySet[Post]:
    """Posts that are hidden now, the latest first."""
    return (
        Post.objects.filter(state=PostState.HIDDEN)
        .filter(_moderated_by(user))
        .select_related("thread__category", "author")
        .order_by("-pk")
    )


def open_appeals() -> QuerySet[Appeal]:
    """Appeals that wait for a decision of an administrator."""
    return Appeal.objects.filter(state=AppealState.OPEN).select_related(
        "post__thread", "post__author"
    )


def decisions_about(post: Post) -> QuerySet[ModerationDecision]:
    """What moderators decided about a post."""
    return post.moderation_decisions.select_related("actor")


def moderates_something(user: Any) -> bool:
    """Whether the queue is this person's page at all."""
    if not user.is_authenticated:
        return False
    return permissions.moderates_forum(user) or reported_posts(user).exists()


def _moderated_by(user: Any) -> Q:
    """Administrators decide about everything that was reported, moderators about their own."""
    if is_administrator(user):
        return Q()
    allowed = Q(pk__in=[])
    if permissions.moderates_forum(user):
        allowed |= Q(thread__category__isnull=False)
    return allowed | Q(pk__in=_posts_of_places(user))


def _posts_of_places(user: Any) -> list[int]:
    """Reported or hidden posts about objects that the person looks after.

    Few posts are ever reported, so asking each place about each of them is cheap.
    """
    watched = Q(abuse_reports__state=AbuseState.OPEN) | Q(state=PostState.HIDDEN)
    posts = Post.objects.filter(watched, thread__is_public=True).exclude(thread__place="")
    found = []
    asked: dict[tuple[str, Any], bool] = {}
    rows = posts.distinct().select_related("thread").prefetch_related("thread__subject")
    for post in rows.order_by("-pk")[:MOST_PLACE_POSTS]:
        thread = post.thread
        key = (thread.place, thread.subject_id)
        place = places.find(thread.place)
        if key not in asked:
            subject = thread.subject
            asked[key] = bool(place and subject and place.may_moderate(user, subject))
        if asked[key]:
            found.append(post.pk)
    return found
