"""What lists of the forum show."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, F, Max, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from discussions.models import Category, Participant, ReadMark, Thread

NEWEST = 8
HOME = 4


def categories_for_list(user: Any) -> QuerySet[Category]:
    """Categories with how many threads each has and when somebody wrote last."""
    shown = Q(threads__merged_into=None, threads__is_hidden=False)
    return (
        Category.objects.visible_to(user)
        .annotate(
            thread_count=Count("threads", filter=shown),
            last_post_at=Max("threads__last_post_at", filter=shown),
        )
        .order_by("position", "name")
    )


def threads_of(category: Category, user: Any) -> QuerySet[Thread]:
    """Threads of a category, pinned ones first, with what the person has not read."""
    rows = category.threads.visible_to(user).order_by("-is_pinned", "-last_post_at", "-pk")
    return with_marks(rows, user)


def newest_threads(user: Any) -> QuerySet[Thread]:
    """Threads of the forum in which somebody wrote last."""
    rows = Thread.objects.in_forum().visible_to(user).order_by("-last_post_at", "-pk")
    return with_marks(rows, user)


def private_talks(user: Any) -> QuerySet[Thread]:
    """The person's private talks with the names of those who take part."""
    rows = (
        Thread.objects.filter(is_public=False)
        .visible_to(user)
        .prefetch_related("participants__user")
        .order_by("-last_post_at", "-pk")
    )
    return with_marks(rows, user)


def own_threads(user: Any) -> QuerySet[Thread]:
    """Talks in which the person has written or takes part and somebody wrote since."""
    mine = Q(read_marks__user=user.pk, read_marks__last_number__lt=F("last_number"))
    taking_part = Q(pk__in=Participant.objects.filter(user=user.pk).values("thread"))
    wrote = Q(pk__in=user.posts.values("thread"))
    return (
        Thread.objects.visible_to(user)
        .filter(mine, wrote | taking_part)
        .annotate(unread=F("last_number") - F("read_marks__last_number"))
        .order_by("-last_post_at", "-pk")
    )


def with_marks(rows: QuerySet[Thread], user: Any) -> QuerySet[Thread]:
    """Add ``unread``: how many posts came since the person was there; None if never."""
    rows = rows.select_related("category", "author", "last_author")
    if not user.is_authenticated:
        return rows
    mark = ReadMark.objects.filter(user=user.pk, thread=OuterRef("pk")).values("last_number")
    return rows.annotate(read_to=Subquery(mark[:1])).annotate(
        unread=F("last_number") - F("read_to")
    )


def read_to(thread: Thread, user: Any) -> int:
    """The number of the last post that the person has read; 0 if none."""
    if not user.is_authenticated:
        return 0
    marks = ReadMark.objects.filter(user=user.pk, thread=thread)
    return marks.values_list("last_number", flat=True).first() or 0


def mark_read(thread: Thread, user: Any, number: int) -> None:
    """The person has read up to ``number``; earlier pages read again move nothing back."""
    if not user.is_authenticated or number < 1:
        return
    ReadMark.objects.bulk_create(
        [ReadMark(user_id=user.pk, thread=thread, last_number=0)], ignore_conflicts=True
    )
    ReadMark.objects.filter(user=user.pk, thread=thread, last_number__lt=number).update(
        last_number=number, read_at=timezone.now()
    )


def forum_sign() -> object:
    """What changes whenever the public lists of the forum do; see ``pages.freshness``."""
    return Thread.objects.in_forum().aggregate(changed=Max("updated_at"), rows=Count("pk"))
