"""What is done with whole threads: solve, pin, lock, move, merge, leave."""

from __future__ import annotations

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction

import notifications
from accounts.models import User
from discussions.domain import notices
from discussions.domain.errors import CannotMerge, NotAllowed, ReasonRequired
from discussions.models import (
    Category,
    Participant,
    Post,
    PostState,
    ReadMark,
    Thread,
    ThreadAction,
    ThreadChange,
)
from notifications.models import Subscription
from search import registry

# Gives the posts of both threads the numbers of one, in the order in which they were written.
_RENUMBER = """
    UPDATE discussions_post AS post SET thread_id = %(target)s, number = ordered.place
    FROM (
        SELECT id, row_number() OVER (ORDER BY created_at, id) AS place
        FROM discussions_post WHERE thread_id IN (%(target)s, %(source)s)
    ) AS ordered
    WHERE post.id = ordered.id
"""
_FLAGS = {
    ThreadAction.PIN: ("is_pinned", True),
    ThreadAction.UNPIN: ("is_pinned", False),
    ThreadAction.LOCK: ("is_locked", True),
    ThreadAction.UNLOCK: ("is_locked", False),
}


@transaction.atomic
def choose_solution(*, thread: Thread, post: Post | None, actor: Any) -> Thread:
    """Mark the post that answers the question, or with None take the mark away."""
    locked = Thread.objects.select_for_update().get(pk=thread.pk)
    if post is not None and (post.thread_id != locked.pk or post.state != PostState.VISIBLE):
        raise NotAllowed
    if post is not None and post.number == 1:
        raise NotAllowed
    locked.solution = post
    locked.save(update_fields=["solution", "updated_at"])
    if post is not None:
        notices.solution_chosen(post, actor)
    return locked


@transaction.atomic
def set_flag(*, thread: Thread, action: ThreadAction, actor: Any, reason: str) -> Thread:
    """Pin, unpin, lock or unlock; doing it twice changes nothing."""
    name, value = _FLAGS[action]
    locked = _lock(thread, reason)
    if getattr(locked, name) != value:
        setattr(locked, name, value)
        locked.save(update_fields=[name, "updated_at"])
        _record(locked, action, actor, reason)
        if action in (ThreadAction.LOCK, ThreadAction.UNLOCK):
            notices.thread_changed(locked, actor, action=action, reason=reason)
    return locked


@transaction.atomic
def move_thread(*, thread: Thread, category: Category, actor: Any, reason: str) -> Thread:
    """Put a thread of the forum into another category."""
    locked = _lock(thread, reason)
    if locked.category_id is None:
        raise NotAllowed
    if locked.category_id == category.pk:
        return locked
    origin = str(locked.category)
    locked.category = category
    locked.save(update_fields=["category", "updated_at"])
    _record(locked, ThreadAction.MOVE, actor, reason, about=origin)
    notices.thread_changed(locked, actor, action=ThreadAction.MOVE, reason=reason)
    return locked


@transaction.atomic
def merge_threads(*, source: Thread, target: Thread, actor: Any, reason: str) -> Thread:
    """Put all posts of ``source`` among those of ``target``, by time; links to posts go on.

    Raises CannotMerge for anything but two different, visible threads of the forum.
    """
    if not reason.strip():
        raise ReasonRequired
    keys = sorted({source.pk, target.pk})
    rows = {row.pk: row for row in _in_order(keys)}
    if len(rows) != 2 or any(row.category_id is None or row.is_hidden for row in rows.values()):
        raise CannotMerge
    taken, kept = rows[source.pk], rows[target.pk]
    with connection.cursor() as cursor:
        cursor.execute(_RENUMBER, {"target": kept.pk, "source": taken.pk})
    kept.last_number += taken.last_number
    kept.last_post_at = max(kept.last_post_at, taken.last_post_at)
    kept.save(update_fields=["last_number", "last_post_at", "updated_at"])
    taken.merged_into, taken.last_number, taken.solution = kept, 0, None
    taken.save(update_fields=["merged_into", "last_number", "solution", "updated_at"])
    # Numbers mean other posts now.
    ReadMark.objects.filter(thread__in=keys).delete()
    _carry_followers(taken, kept)
    _record(kept, ThreadAction.MERGE, actor, reason, about=taken.title)
    notices.thread_changed(kept, actor, action=ThreadAction.MERGE, reason=reason)
    registry.touch("rozmowy", keys)
    return kept


@transaction.atomic
def leave_private_talk(*, thread: Thread, user: User) -> None:
    """Leave a private talk for good: it is not shown any more and sends no notices."""
    if thread.is_public:
        raise NotAllowed
    Participant.objects.filter(thread=thread, user=user).delete()
    notifications.unfollow(user, thread)


def _in_order(keys: list[int]) -> list[Thread]:
    """Locked in the order of their keys, so that two moderators never wait for each other."""
    rows = Thread.objects.select_for_update().filter(pk__in=keys, merged_into=None)
    return list(rows.order_by("pk"))


def _carry_followers(taken: Thread, kept: Thread) -> None:
    kind = ContentType.objects.get_for_model(Thread)
    followers = Subscription.objects.filter(target_type=kind, target_id=str(taken.pk))
    Subscription.objects.bulk_create(
        [
            Subscription(user_id=user, target_type=kind, target_id=str(kept.pk))
            for user in followers.values_list("user", flat=True)
        ],
        ignore_conflicts=True,
    )
    followers.delete()


def _lock(thread: Thread, reason: str) -> Thread:
    if not reason.strip():
        raise ReasonRequired
    return (
        Thread.objects.select_for_update(of=("self",)).select_related("category").get(pk=thread.pk)
    )


def _record(
    thread: Thread, action: ThreadAction, actor: Any, reason: str, *, about: str = ""
) -> None:
    ThreadChange.objects.create(
        thread=thread, action=action, actor=actor, reason=reason, about=about[:300]
    )
